import { eq } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { sqlIn } from './sql.ts'

/** Forgets what is kept of a document, by its id. */
export type Forget = (req: PayloadRequest, document: string) => Promise<void>

/**
 * Deletes what a table holds of a document.
 *
 * @param table names the document in its column `document`
 */
export function deleteRowsOf(table: PgTable & { document: PgColumn }): Forget {
  return async (req, document) => {
    const db = await sqlIn(req)
    await db.delete(table).where(eq(table.document, document))
  }
}
