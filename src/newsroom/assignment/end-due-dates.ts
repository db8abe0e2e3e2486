import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowAssignments } from '#database/tables.ts'
import type { AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'

/**
 * A due date is met, or given up, when its text goes live or is archived: the next edit is not overdue
 * from its first word. Who writes and who reviews stay. A text that goes live while its next version is
 * written keeps the date of that one.
 */
export const endDueDates: Subscriber = { name: 'due dates', handle: endDueDateOf }

async function endDueDateOf(
  req: PayloadRequest,
  { kind, transition, id, to }: AppendedEvent,
): Promise<void> {
  if (kind !== 'workflow') return
  const isMet = transition === 'publish' && to === 'live'
  if (!isMet && transition !== 'archive') return
  const db = await sqlIn(req)
  await db
    .update(workflowAssignments)
    .set({ dueAt: null, remindedAt: null })
    .where(eq(workflowAssignments.document, id))
}
