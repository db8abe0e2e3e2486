import type { PayloadRequest } from 'payload'
import { requirePerson } from '#access/require-person.ts'
import { inTransaction } from '#database/transaction.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { Conflict, NotAllowed } from '#model/errors.ts'
import { onRecord } from '#record/events.ts'
import { isPlanOf } from './circumstances.ts'
import { toDecidingActor } from './deciding-actor.ts'
import { describe, type WorkflowView } from './describe.ts'
import { keepPlan } from './facts/plans.ts'
import { lockDocument } from './transition.ts'

/**
 * Says of a planned publication whether edits leave it as it is: then it publishes the text that it was made
 * for, and what is written from now on is a new version. Whoever may edit the text says so.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404, Conflict 409 (nothing is planned)
 */
export async function sayWhetherPlanIsKept(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
  isKept: boolean
}): Promise<WorkflowView> {
  const { req, collection, isKept } = options
  const actor = requirePerson(req)
  return inTransaction(req, async () => {
    const { circumstances, working } = await lockDocument(options)
    const { state, plans, assignment } = circumstances
    const deciding = await toDecidingActor(req, actor, working, assignment)
    const mayEdit = actor.role === 'author' ? deciding.isOwn : deciding.isCovered
    if (!mayEdit && actor.role !== 'admin') {
      throw new NotAllowed({
        de: 'Das sagt, wer den Text bearbeiten darf.',
        en: 'Whoever may edit the text says so.',
      })
    }
    const plan = plans.find(({ action }) => action === 'publish')
    if (!plan) {
      throw new Conflict(
        {
          de: 'Für diesen Text ist keine Veröffentlichung geplant.',
          en: 'No publication is planned for this document.',
        },
        'wrong_state',
      )
    }
    if (plan.isKept === isKept) return describe(req, { circumstances, working }, deciding)
    if (!isKept && !isPlanOf(plan, state)) {
      throw new Conflict(
        {
          de: 'Die neue Fassung ist schon begonnen; heben Sie den Plan auf, wenn er nicht gelten soll.',
          en: 'The new version has begun; unschedule where the plan is not to stand.',
        },
        'wrong_state',
      )
    }
    await onRecord(
      req,
      {
        kind: 'plan',
        collection,
        id: state.id,
        transition: isKept ? 'keepPlan' : 'freePlan',
        digest: plan.digest,
        actor: { id: actor.id, name: actor.name },
        data: { plan: plan.id, action: plan.action, dueAt: plan.dueAt },
      },
      () => keepPlan(req, plan.id, isKept),
    )
    const { circumstances: after } = await lockDocument(options)
    return describe(req, { circumstances: after, working }, deciding)
  })
}
