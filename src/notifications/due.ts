import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowAssignments, workflowStates } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { appendEvent } from '#record/events.ts'

/**
 * Tells author and reviewer, once a date, that the due date of a text that is not approved yet has
 * passed. Gives how many dates that were.
 */
export async function remindOfDueDates(payload: Payload, now = new Date()): Promise<number> {
  let reminded = 0
  for (;;) {
    const req = await createLocalReq({}, payload)
    const isReminded = await inTransaction(req, async () => {
      const db = await sqlIn(req)
      const { document, documentCollection, dueAt, remindedAt } = workflowAssignments
      const first = db
        .select({ document })
        .from(workflowAssignments)
        .innerJoin(workflowStates, eq(sql`${workflowStates.id}::text`, document))
        .where(
          and(
            lte(dueAt, now.toISOString()),
            isNull(remindedAt),
            inArray(workflowStates.stage, ['draft', 'in_review', 'changes_requested']),
          ),
        )
        .orderBy(asc(dueAt))
        .limit(1)
        .for('update', { of: workflowAssignments, skipLocked: true })
      const [due] = await db
        .update(workflowAssignments)
        .set({ remindedAt: now.toISOString() })
        .where(eq(document, sql`${first}`))
        .returning({ document, collection: documentCollection, dueAt })
      if (!due) return false
      await appendEvent(req, {
        kind: 'assignment',
        collection: due.collection,
        id: due.document,
        transition: 'due',
        actor: null,
        data: { dueAt: due.dueAt },
      })
      return true
    })
    if (!isReminded) return reminded
    reminded += 1
  }
}
