import { eq } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { CollectionAfterDeleteHook } from 'payload'
import { relationId } from '#model/documents.ts'
import { sqlIn } from './sql.ts'

/**
 * A hook that deletes what a table holds of a document that was deleted.
 *
 * @param table names the document in its column `document`
 */
export function deleteRowsOf(table: PgTable & { document: PgColumn }): CollectionAfterDeleteHook {
  return async ({ doc, req }) => {
    const id = relationId(doc)
    if (id === null) throw new Error('Payload passed a document without id.')
    const db = await sqlIn(req)
    await db.delete(table).where(eq(table.document, id))
  }
}
