import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { media } from '#database/tables.ts'

/** The ids of the pictures that were live and that no live text shows any more. */
export async function findUnshownPictures(req: PayloadRequest): Promise<string[]> {
  const db = await sqlIn(req)
  const rows = await db.select({ id: sql<string>`id` }).from(sql`(
    SELECT ${media.id} FROM ${media} WHERE ${media.releasedAt} IS NOT NULL
    EXCEPT SELECT unnest(media) FROM delivery.documents) unshown`)
  return rows.map(({ id }) => id)
}
