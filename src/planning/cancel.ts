import type { PayloadRequest } from 'payload'
import { appendEvent, type AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'
import { settlePlans } from '#workflow/facts/plans.ts'

/**
 * An edit makes a draft of what was planned: the plan for that text is off, and whoever made it is
 * told, unless whoever edits it says that it stays (the planned text is kept, and goes live all the same).
 * The planned end of what is live stays.
 */
export const cancelPlans: Subscriber = { name: 'plans', handle: cancelPlansOfEdited }

async function cancelPlansOfEdited(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, transition, from, collection, id, actor, data } = event
  if (kind !== 'workflow' || transition !== 'edit' || from !== 'scheduled') return
  if (data?.keepsPlan === true) return
  const reason = 'The text was edited.'
  const which = { document: id, action: 'publish' } as const
  for (const plan of await settlePlans(req, which, 'cancelled', reason)) {
    await appendEvent(req, {
      kind: 'plan',
      collection,
      id,
      transition: 'planCancelled',
      digest: plan.digest,
      actor,
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
