import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'

/** Links die with the text that they are bound to, for good; also when it comes back one day. */
export async function endLinksOfText(
  req: PayloadRequest,
  document: string,
  digest: string,
): Promise<void> {
  await query(
    req,
    sql`UPDATE expert_links SET ended_at = clock_timestamp()
        WHERE document = ${document} AND digest = ${digest} AND ended_at IS NULL`,
  )
}
