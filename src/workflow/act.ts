import type { PayloadRequest } from 'payload'
import { assessRisk, judgeApproval } from './approval.ts'
import { removeLiveCopy, writeLiveCopy, type EditorialDocument } from '#editorial/copies.ts'
import { lockPictures, releaseMedia } from '#editorial/pictures.ts'
import { insertApproval } from '#editorial/approvals.ts'
import type { WorkflowState } from '#editorial/state.ts'
import type { PlannedDates } from './dates.ts'
import { makePlan, rebindEnd, settlePlans } from './facts/plans.ts'
import type { Circumstances } from './circumstances.ts'
import type { SignedInPerson } from '#access/require-person.ts'
import type { Stage } from '#model/stages.ts'
import type { TransitionName } from './transitions.ts'

/** A transition that has been allowed, on its way to be done. */
export interface Step {
  req: PayloadRequest
  transition: TransitionName
  circumstances: Circumstances
  /** The stage that the table leads to. */
  to: Stage
  working: EditorialDocument
  actor: SignedInPerson
  comment: string | null
  dates: PlannedDates | null
  seenFrom: string | undefined
}

/** What a step comes to: what its event says, and how it is written once that stands. */
export interface Deed {
  to: Stage
  data: Readonly<Record<string, unknown>> | null
  /** Does what the transition is for, and gives the state that follows from it. */
  write: () => Promise<WorkflowState>
}

/** Judges what a step comes to. Nothing is written yet. */
export async function prepare(step: Step): Promise<Deed> {
  const { transition, circumstances, to, dates } = step
  const moved: WorkflowState = { ...circumstances.state, stage: to }
  const deed = { to, data: dates && { ...dates } }
  switch (transition) {
    case 'submit': {
      const { id, live } = moved
      const risk = await assessRisk(step.req, id, live?.digest ?? null, step.working)
      return { ...deed, data: { risk }, write: () => submit(step, moved) }
    }
    case 'approve':
      return prepareApproval(step)
    case 'publish':
      return { ...deed, write: () => publish(step, moved) }
    case 'schedule':
      return { ...deed, write: () => schedule(step, moved) }
    case 'unschedule': {
      const planners = circumstances.plans.map(({ plannedBy }) => plannedBy.id)
      return { ...deed, data: { planners }, write: () => unschedule(step, moved) }
    }
    case 'unpublish':
      return { ...deed, write: () => unpublish(step, moved) }
    case 'archive':
      return { ...deed, write: () => archive(step, moved) }
    case 'withdraw':
    case 'requestChanges':
    case 'reopen':
      return { ...deed, write: () => Promise.resolve(moved) }
  }
}

async function submit({ req, working }: Step, moved: WorkflowState): Promise<WorkflowState> {
  await lockPictures(req, working)
  return { ...moved, round: moved.round + 1 }
}

async function publish(
  { req, working, circumstances }: Step,
  moved: WorkflowState,
): Promise<WorkflowState> {
  const { collection, digest, round } = moved
  await writeLiveCopy({ collection, document: working, digest, req })
  await releaseMedia(req, working)
  await settleAfterPublication(circumstances, req)
  return { ...moved, live: { digest, round, publishedAt: new Date().toISOString() } }
}

async function schedule(step: Step, moved: WorkflowState): Promise<WorkflowState> {
  await plan(step)
  return moved
}

async function unschedule({ req }: Step, moved: WorkflowState): Promise<WorkflowState> {
  await settlePlans(req, { document: moved.id }, 'cancelled')
  return moved
}

async function unpublish({ req, working }: Step, moved: WorkflowState): Promise<WorkflowState> {
  const { collection, id, live } = moved
  if (live) await removeLiveCopy({ collection, working, req })
  await settlePlans(req, { document: id, action: 'unpublish' }, 'done')
  return { ...moved, live: null }
}

async function archive(step: Step, moved: WorkflowState): Promise<WorkflowState> {
  const archived = await unpublish(step, moved)
  await settlePlans(step.req, { document: moved.id }, 'cancelled')
  return archived
}

/** Signs; the text is approved when it has all the signatures that its difference asks for. */
async function prepareApproval(step: Step): Promise<Deed> {
  const { req, circumstances, to, actor, comment } = step
  const { state, approvals } = circumstances
  const { seen, required, isComplete } = await judgeApproval(step, [
    ...approvals.map((approval) => ({ by: approval.approvedBy.id, as: approval.approvedAs })),
    { by: actor.id, as: actor.role },
  ])
  const stage = isComplete ? to : state.stage
  const { round, contributors } = state
  return {
    to: stage,
    data: { seen: { ...seen }, required, round, contributors },
    write: async () => {
      await insertApproval(req, { state, by: actor, comment, seen, required })
      return { ...state, stage, contributors: isComplete ? [] : contributors }
    },
  }
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
