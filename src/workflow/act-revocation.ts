import { insertRevocations } from '#editorial/approvals.ts'
import { findWriters } from '#editorial/texts-by-digest.ts'
import { settlePlans } from './facts/plans.ts'
import { prepareFall } from './own-signatures.ts'
import { plannersOf, type Deed, type Step } from './step.ts'

/**
 * Takes back one's own signature, or, where one gave none, all of them. A text that was approved goes back
 * into review; where what is left is enough by the rules as they are now, it is approved anew
 * (rejudge.ts), so that the record says on how many signatures it rests.
 */
export async function prepareRevocation(step: Step): Promise<Deed> {
  const { req, circumstances, to, actor, comment } = step
  const { state, approvals, approvalsOfPlan, plans } = circumstances
  const { id } = state
  const ofThisText = state.stage === 'in_review' || to !== state.stage ? approvals : []
  const standing = [...ofThisText, ...approvalsOfPlan]
  const own = standing.filter(({ approvedBy }) => approvedBy.id === actor.id)
  const revoked = own.length > 0 ? own : standing
  const ids = revoked.map((approval) => approval.id)
  const stage = ofThisText.some((approval) => ids.includes(approval.id)) ? to : state.stage
  const fallen = plans.filter(
    (plan) => plan.action === 'publish' && plan.approvals.some((of) => ids.includes(of)),
  )
  // Of a text that was planned, and goes on in the working copy: nobody has signed its words any more.
  const writers = await findWriters(
    req,
    id,
    fallen.filter(({ digest }) => digest !== state.digest).map(({ digest }) => digest),
  )
  const fall = await prepareFall(step, writers, stage, ids)
  const { contributors } = fall
  const approvers = revoked.map(({ approvedBy }) => approvedBy.id)
  return {
    to: fall.to,
    data: {
      planners: [...new Set([...plannersOf(fallen), ...fall.planners])],
      approvals: [...ids, ...(fall.data.approvals ?? [])],
      approvers: [...new Set([...approvers, ...(fall.data.approvers ?? [])])],
      contributors,
    },
    write: async () => {
      const reason = comment ?? ''
      await insertRevocations(req, { document: id, approvals: ids, by: actor, reason })
      for (const plan of fallen) {
        const why = 'An approval was taken back.'
        await settlePlans(req, { document: id, plan: plan.id }, 'cancelled', why)
      }
      await fall.write()
      return { ...state, stage: fall.to, contributors }
    },
  }
}
