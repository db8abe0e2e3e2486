import type { PayloadRequest } from 'payload'
import { assessRisk, judgeApproval, type Seen } from './approval.ts'
import { removeLiveCopy, writeLiveCopy, type DocumentData } from './copies.ts'
import { endLinksOfText } from './expert/end.ts'
import { lockPictures, releaseMedia } from './media.ts'
import { noteRisk } from './newsroom/texts.ts'
import { insertApproval, type WorkflowState } from './records.ts'
import type { PlannedDates } from './scheduling/dates.ts'
import { makePlan, rebindEnd, settlePlans } from './scheduling/plans.ts'
import type { Circumstances, SignedInPerson } from './standing.ts'
import type { Stage, TransitionName } from './transitions.ts'

/** A transition that has been allowed, on its way to be done. */
export interface Step {
  req: PayloadRequest
  transition: TransitionName
  circumstances: Circumstances
  /** The stage that the table leads to. */
  to: Stage
  working: DocumentData
  actor: SignedInPerson
  comment: string | null
  dates: PlannedDates | null
  seenFrom: string | undefined
}

/** Puts the step on record. It is called before anything that a reader sees is written. */
type Announce = (event: { to: Stage; data: Record<string, unknown> | null }) => Promise<void>

/** Does what the transition is for, and gives the state that follows from it. */
export async function act(step: Step, announce: Announce): Promise<WorkflowState> {
  const { req, transition, circumstances, to, working } = step
  const { state } = circumstances
  const { collection, id, digest } = state
  const moved: WorkflowState = { ...state, stage: to }
  if (transition === 'approve') return approve(step, announce)
  await announce({ to, data: step.dates && { ...step.dates } })
  switch (transition) {
    case 'submit':
      await lockPictures(req, working)
      await noteRisk(req, id, await assessRisk(req, id, state.live?.digest ?? null, working))
      return { ...moved, round: state.round + 1 }
    case 'publish': {
      await writeLiveCopy({ collection, document: working, digest, req })
      await releaseMedia(req, working)
      await settleAfterPublication(circumstances, req)
      return {
        ...moved,
        live: { digest, round: state.round, publishedAt: new Date().toISOString() },
      }
    }
    case 'schedule':
      await plan(step)
      return moved
    case 'unschedule':
      await settlePlans(req, { document: id }, 'cancelled')
      return moved
    case 'unpublish':
    case 'archive':
      if (state.live) await removeLiveCopy({ collection, working, req })
      await settlePlans(req, { document: id, action: 'unpublish' }, 'done')
      if (transition === 'archive') {
        await settlePlans(req, { document: id }, 'cancelled')
        await endLinksOfText(req, id, digest)
      }
      return { ...moved, live: null }
    case 'withdraw':
    case 'requestChanges':
    case 'reopen':
      return moved
  }
}

/** Signs; the text is approved when it has all the signatures that its difference asks for. */
async function approve(step: Step, announce: Announce): Promise<WorkflowState> {
  const { req, circumstances, to, actor, comment } = step
  const { state, approvals } = circumstances
  const { seen, required, isComplete } = await judgeApproval(step, [
    ...approvals.map((approval) => ({ by: approval.approvedBy.id, as: approval.approvedAs })),
    { by: actor.id, as: actor.role },
  ])
  const stage = isComplete ? to : state.stage
  await announce({
    to: stage,
    data: { seen: { ...seen }, required, round: state.round } satisfies ApprovalData,
  })
  await insertApproval(req, { state, by: actor, comment, seen, required })
  return { ...state, stage, contributors: isComplete ? [] : state.contributors }
}

interface ApprovalData extends Record<string, unknown> {
  seen: Seen & Record<string, unknown>
  required: number
  round: number
}

/**
 * The plan for what went live is done. If it said when that ends, this is the end now; else the end
 * that was planned for the text before it holds for this one.
 */
async function settleAfterPublication(
  { state, approvals, plans }: Circumstances,
  req: PayloadRequest,
): Promise<void> {
  if (plans.length === 0) return
  const text = { digest: state.digest, approvals: approvals.map(({ id }) => id) }
  const [done] = await settlePlans(req, { document: state.id, action: 'publish' }, 'done')
  if (done?.thenUnpublishAt) {
    const end = { dueAt: done.thenUnpublishAt, thenUnpublishAt: null }
    await makePlan(req, { ...done, ...text, ...end, action: 'unpublish' })
  } else {
    await rebindEnd(req, state.id, text)
  }
}

/** Plans the publication with its end, or the end of what is live, for this digest and its approvals. */
async function plan({ req, circumstances, dates, actor }: Step): Promise<void> {
  const { state, approvals, plans } = circumstances
  const common = {
    collection: state.collection,
    document: state.id,
    digest: state.digest,
    approvals: approvals.map(({ id }) => id),
    plannedBy: { id: actor.id, name: actor.name },
  }
  const end = dates?.unpublishAt ?? null
  if (state.stage === 'live') {
    if (end)
      await makePlan(req, { ...common, action: 'unpublish', dueAt: end, thenUnpublishAt: null })
    return
  }
  const pending = plans.find(({ action }) => action === 'publish')
  const dueAt = dates?.publishAt ?? pending?.dueAt
  if (dueAt === undefined) return
  const thenUnpublishAt = end ?? pending?.thenUnpublishAt ?? null
  await makePlan(req, { ...common, action: 'publish', dueAt, thenUnpublishAt })
}
