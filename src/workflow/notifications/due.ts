import { sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { query } from '#database/query.ts'
import { momentIn, textIn } from '#database/rows.ts'
import { inTransaction } from '#database/transaction.ts'
import { appendEvent } from '../audit/events.ts'

/**
 * Tells author and reviewer, once a date, that the due date of a text that is not approved yet has
 * passed. Gives how many dates that were.
 */
export async function remindOfDueDates(payload: Payload, now = new Date()): Promise<number> {
  let reminded = 0
  for (;;) {
    const req = await createLocalReq({}, payload)
    const isReminded = await inTransaction(req, async () => {
      const [row] = await query(
        req,
        sql`UPDATE workflow_assignments SET reminded_at = ${now.toISOString()}
            WHERE document = (
              SELECT a.document
              FROM workflow_assignments a JOIN workflow_states s ON s.id::text = a.document
              WHERE a.due_at <= ${now.toISOString()} AND a.reminded_at IS NULL
                AND s.stage IN ('draft', 'in_review', 'changes_requested')
              ORDER BY a.due_at LIMIT 1 FOR UPDATE OF a SKIP LOCKED)
            RETURNING *`,
      )
      if (!row) return false
      await appendEvent(req, {
        kind: 'assignment',
        collection: textIn(row.document_collection),
        id: textIn(row.document),
        transition: 'due',
        actor: null,
        data: { dueAt: momentIn(row.due_at) },
      })
      return true
    })
    if (!isReminded) return reminded
    reminded += 1
  }
}
