import { eq, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import type { Sql } from '#database/sql.ts'
import { workflowApprovals as a, workflowSignOffs as s } from '#database/tables.ts'
import { documents } from '#read-model/tables.ts'

/**
 * Has the worker write anew what sites read of texts whose receipts name somebody: it takes the names from the
 * signatures, where a pseudonym stands from now on.
 *
 * @param person as signatures name who gave them
 */
export async function markShownNames(db: Sql, person: string): Promise<void> {
  const signed = union(
    db.select({ document: a.document }).from(a).where(eq(a.approvedBy, person)),
    db.select({ document: s.document }).from(s).where(eq(s.givenBy, person)),
  )
  await db
    .update(documents)
    .set({ shape: null })
    .where(sql`${documents.id}::text IN ${signed}`)
}
