import type { Approval } from '#editorial/approvals.ts'
import { insertRevocations } from '#editorial/approvals.ts'
import { findSignOffs, findSignOffsBy } from '#editorial/sign-offs.ts'
import { awaitsPublication, type Stage } from '#model/stages.ts'
import { settlePlans, type Plan } from './facts/plans.ts'
import { findPlansUnder } from './plans-under.ts'
import { plannersOf, type Step } from './step.ts'

/** What falls where people count as writers of a text again. */
export interface Fall {
  /** The stage that is left of the one that the step leads to. */
  to: Stage
  /** Who wrote, with everybody who counts again. */
  contributors: string[]
  /** For the event; nothing where nothing falls. */
  data: Readonly<{ approvals?: string[]; approvers?: string[] }>
  /** Whose plans fall with it. */
  planners: string[]
  write: () => Promise<void>
}

const reason = 'Whoever wrote what comes back does not sign it.'

/**
 * Somebody's signature under what others made of their words counts while those words are live under
 * another's. When they are not any more, whoever wrote them is a writer again and no reader: what they have
 * signed of the text, or of the one that a plan is to publish, is taken back. A text that was approved with
 * it goes back into review, where it is approved anew if enough is left (rejudge.ts); a plan that rests on
 * it is off.
 *
 * @param writers ids of those who count again
 * @param to the stage that the step leads to
 * @param except ids of signatures that the step takes back anyway
 */
export async function prepareFall(
  step: Step,
  writers: readonly string[],
  to: Stage,
  except: readonly string[] = [],
): Promise<Fall> {
  const { req, circumstances, working, actor } = step
  const { state, approvals, approvalsOfPlan, plans } = circumstances
  const { id } = state
  const ofThisText = to === 'in_review' || awaitsPublication(to) ? approvals : []
  const isOwn = ({ id, approvedBy }: Approval) =>
    writers.includes(approvedBy.id) && !except.includes(id)
  const own = [...ofThisText, ...approvalsOfPlan].filter(isOwn)
  const signOffs = await findSignOffsBy(req, id, writers)
  const fallen = [...own, ...signOffs].map((signature) => signature.id)
  const contributors = [...new Set([...state.contributors, ...writers])]
  if (fallen.length === 0) {
    return { to, contributors, data: {}, planners: [], write: () => Promise.resolve() }
  }
  const rested: Plan[] = plans.filter(
    (plan) => plan.action === 'publish' && plan.approvals.some((of) => fallen.includes(of)),
  )
  for (const signOff of signOffs) {
    const under = await findPlansUnder(req, circumstances, working, signOff)
    rested.push(...under.filter((plan) => !rested.includes(plan)))
  }
  const underThisText = await findSignOffs(req, id, working)
  const isTouched = [...ofThisText, ...underThisText].some((one) => fallen.includes(one.id))
  return {
    to: isTouched && awaitsPublication(to) ? 'in_review' : to,
    contributors,
    data: {
      approvals: fallen,
      approvers: [
        ...new Set([
          ...own.map(({ approvedBy }) => approvedBy.id),
          ...signOffs.map(({ givenBy }) => givenBy.id),
        ]),
      ],
    },
    planners: plannersOf(rested),
    write: async () => {
      await insertRevocations(req, { document: id, approvals: fallen, by: actor, reason })
      for (const plan of rested) {
        const why = 'A signature that it rests on counts no more.'
        await settlePlans(req, { document: id, plan: plan.id }, 'cancelled', why)
      }
    },
  }
}
