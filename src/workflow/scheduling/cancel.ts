import type { PayloadRequest } from 'payload'
import { appendEvent, type Person } from '../audit/events.ts'
import type { WorkflowState } from '../records.ts'
import { settlePlans } from './plans.ts'

/**
 * An edit makes a draft of what was planned: the plan for that text is off, and whoever made it is
 * told. The planned end of what is live stays.
 */
export async function cancelPlansOfEdited(
  req: PayloadRequest,
  options: { state: WorkflowState; by: Person | null },
): Promise<void> {
  const { state, by } = options
  if (state.stage !== 'scheduled') return
  const reason = 'The text was edited.'
  const cancelled = await settlePlans(
    req,
    { document: state.id, action: 'publish' },
    'cancelled',
    reason,
  )
  for (const plan of cancelled) {
    await appendEvent(req, {
      kind: 'plan',
      collection: state.collection,
      id: state.id,
      transition: 'planCancelled',
      digest: plan.digest,
      actor: by,
      comment: reason,
      data: {
        plan: plan.id,
        action: plan.action,
        dueAt: plan.dueAt,
        plannedBy: plan.plannedBy.id,
      },
    })
  }
}
