import type { PayloadRequest } from 'payload'
import { keepWorkingCopy, writeLiveCopy } from '#editorial/copies.ts'
import { releaseMedia } from '#editorial/pictures.ts'
import { nameReference } from '#publishing/name-reference.ts'
import { findWriters } from '#editorial/texts-by-digest.ts'
import { makePlan, rebindEnd, settlePlans, type Plan } from './facts/plans.ts'
import { briefly, plannersOf, type Deed, type Step } from './step.ts'

/**
 * Publishes the working copy; or, where a plan was made for a text that is the working copy no more,
 * that text, under the approvals that the plan rests on, while the working copy stays as it is.
 */
export async function preparePublication(step: Step): Promise<Deed> {
  const { req, circumstances, working, subject, carriesOut } = step
  const { state, approvals, plans } = circumstances
  const { collection } = state
  const { digest, round } = carriesOut ?? state
  const isWorkingCopy = digest === state.digest
  // A working copy that was what is live is not any more: its words are those of before.
  const isReplaced = !isWorkingCopy && state.stage === 'live'
  const to = isWorkingCopy ? 'live' : isReplaced ? 'draft' : state.stage
  const writers = isReplaced ? await findWriters(req, state.id) : []
  const done = plans.find((plan) => plan.action === 'publish' && plan.digest === digest)
  const end = plans.find(({ action }) => action === 'unpublish')
  const replaced = done?.thenUnpublishAt && end ? { replaced: [briefly(end)] } : {}
  // Else an older text would take the place of this one at its date.
  const others = plans.filter((plan) => plan.action === 'publish' && plan !== done)
  return {
    to,
    data: {
      ...replaced,
      ...(others.length > 0 && { planners: plannersOf(others) }),
      ...(!isWorkingCopy && { keptText: true }),
      reference: await nameReference(req, subject),
    },
    write: async () => {
      await writeLiveCopy({ collection, document: subject, digest, req })
      if (!isWorkingCopy) await keepWorkingCopy({ collection, working, req })
      await releaseMedia(req, subject)
      const text = carriesOut ?? { digest, round, approvals: approvals.map(({ id }) => id) }
      await settleAfterPublication(req, state.id, text, done)
      await settlePlans(
        req,
        { document: state.id, action: 'publish' },
        'cancelled',
        'Another text went live.',
      )
      return {
        ...state,
        stage: to,
        contributors: [...new Set([...state.contributors, ...writers])],
        live: { digest, round, publishedAt: new Date().toISOString() },
      }
    },
  }
}

/**
 * The plan for what went live is done. If it said when that ends, this is the end now; else the end
 * that was planned for the text before it holds for this one.
 */
async function settleAfterPublication(
  req: PayloadRequest,
  document: string,
  { digest, round, approvals }: Pick<Plan, 'digest' | 'round' | 'approvals'>,
  done: Plan | undefined,
): Promise<void> {
  const text = { digest, round, approvals }
  if (done) await settlePlans(req, { document, plan: done.id }, 'done')
  if (done?.thenUnpublishAt) {
    const end = { dueAt: done.thenUnpublishAt, thenUnpublishAt: null }
    await makePlan(req, { ...done, ...text, ...end, action: 'unpublish' })
  } else {
    await rebindEnd(req, document, text)
  }
}
