import { sql } from 'drizzle-orm'
import type { CollectionAfterDeleteHook } from 'payload'
import { relationId } from '#model/documents.ts'
import { query } from './query.ts'

/**
 * A hook that forgets what a table holds of a document that was deleted.
 *
 * @param table names the document in its column `document`
 */
export function forgetRows(table: string): CollectionAfterDeleteHook {
  return async ({ doc, req }) => {
    const id = relationId(doc)
    if (id === null) throw new Error('Payload passed a document without id.')
    await query(req, sql`DELETE FROM ${sql.identifier(table)} WHERE document = ${id}`)
  }
}
