import { assessRisk, judgeApproval } from './approval.ts'
import { removeLiveCopy } from '#editorial/copies.ts'
import { sqlIn } from '#database/sql.ts'
import { lockPictures } from '#editorial/pictures.ts'
import { insertApproval } from '#editorial/approvals.ts'
import type { WorkflowState } from '#editorial/state.ts'
import { findWriters } from '#editorial/texts-by-digest.ts'
import { holdReference } from '#publishing/locks.ts'
import { findWritersSigned } from '#record/events.ts'
import { settlePlans } from './facts/plans.ts'
import { prepareFall, type Fall } from './own-signatures.ts'
import { plannersOf, type Deed, type Step } from './step.ts'
import { prepareSchedule, prepareUnschedule } from './act-plans.ts'
import { preparePublication } from './act-publication.ts'
import { prepareRevocation } from './act-revocation.ts'

/** Judges what a step comes to. Nothing is written yet. */
export async function prepare(step: Step): Promise<Deed> {
  const { transition, circumstances, to } = step
  const moved: WorkflowState = { ...circumstances.state, stage: to }
  const deed = { to, data: null }
  switch (transition) {
    case 'submit': {
      const { id, live } = moved
      const risk = await assessRisk(step.req, id, live?.digest ?? null, step.working)
      return { ...deed, data: { risk }, write: () => submit(step, moved) }
    }
    case 'approve':
      return prepareApproval(step)
    case 'revokeApproval':
      return prepareRevocation(step)
    case 'publish':
      return preparePublication(step)
    case 'schedule':
      return prepareSchedule(step, moved)
    case 'unschedule':
      return prepareUnschedule(step)
    case 'unpublish':
      return prepareUnpublish(step)
    case 'archive':
      return prepareArchiving(step)
    case 'requestChanges':
      return prepareSendingBack(step)
    case 'withdraw': {
      const signers = circumstances.approvals.map(({ approvedBy }) => approvedBy.id)
      return { ...deed, data: { signers }, write: () => Promise.resolve(moved) }
    }
    case 'reopen':
      return { ...deed, write: () => Promise.resolve(moved) }
  }
}

async function submit({ req, working }: Step, moved: WorkflowState): Promise<WorkflowState> {
  // The pictures first: whoever changes one locks the reference data after it.
  await lockPictures(req, working)
  await holdReference(await sqlIn(req))
  return { ...moved, round: moved.round + 1 }
}

/**
 * Somebody has said no to the text: whoever's words of it were signed before, and have become somebody
 * else's since, does not sign it now either. But for who says so, who is a reader of it.
 */
async function prepareSendingBack(step: Step): Promise<Deed> {
  const { req, actor, circumstances, to } = step
  const { state } = circumstances
  const signed = await findWritersSigned(req, state.id)
  const fall = await prepareFall(
    step,
    signed.filter((id) => id !== actor.id),
    to,
  )
  return {
    to,
    data: withPlanners({}, fall),
    write: async () => {
      await fall.write()
      return { ...state, stage: to, contributors: fall.contributors }
    },
  }
}

/** Signs; the text is approved when it has all the signatures that its difference asks for. */
async function prepareApproval(step: Step): Promise<Deed> {
  const { req, circumstances, to, actor, comment } = step
  const { state } = circumstances
  const signature = { by: actor.id, as: actor.role }
  const { seen, progress, signOffs } = await judgeApproval(step, signature)
  const stage = progress.isComplete ? to : state.stage
  const { required } = progress
  const { round, contributors } = state
  return {
    to: stage,
    data: { seen: { ...seen }, required, signOffs, round, contributors },
    write: async () => {
      await insertApproval(req, { state, by: actor, comment, seen, required })
      return { ...state, stage }
    },
  }
}

/**
 * Whoever takes a text off the net by hand does not want it back by the plan of its next version; a
 * planned end, and whoever says so, leaves that plan as it is. What was live is not approved any more: who
 * wrote it counts again, until others have signed.
 */
async function prepareUnpublish(step: Step): Promise<Deed> {
  const { req, circumstances, carriesOut, keepsPlan } = step
  const { state, plans } = circumstances
  const isKept = carriesOut !== undefined || keepsPlan
  const next = isKept && state.stage === 'scheduled' ? state.stage : step.to
  const over = isKept ? plans.filter(({ action }) => action === 'unpublish') : plans
  const fall = await prepareFall(step, await findWriters(req, state.id), next)
  return {
    to: fall.to,
    data: withPlanners(
      carriesOut ? {} : { planners: plannersOf(over), ...(keepsPlan && { keepsPlan }) },
      fall,
    ),
    write: async () => {
      if (!isKept) {
        const which = { document: state.id, action: 'publish' } as const
        await settlePlans(req, which, 'cancelled', 'The text was taken off the net.')
      }
      await fall.write()
      await takeOffTheNet(step)
      return { ...state, stage: fall.to, live: null, contributors: fall.contributors }
    },
  }
}

/** Somebody has said no to the whole of it, whoever's words were approved before. */
async function prepareArchiving(step: Step): Promise<Deed> {
  const { req, circumstances, to } = step
  const { state, plans } = circumstances
  const fall = await prepareFall(step, await findWriters(req, state.id), to)
  return {
    to,
    data: withPlanners({ planners: plannersOf(plans) }, fall),
    write: async () => {
      await fall.write()
      await takeOffTheNet(step)
      await settlePlans(req, { document: state.id }, 'cancelled')
      return { ...state, stage: to, live: null, contributors: fall.contributors }
    },
  }
}

async function takeOffTheNet({ req, circumstances, working }: Step): Promise<void> {
  const { id, collection, live } = circumstances.state
  await settlePlans(req, { document: id, action: 'unpublish' }, 'done')
  if (live) await removeLiveCopy({ collection, working, req })
}

/** What an event says, with what falls; whose plans are off is said once. */
function withPlanners(
  data: { planners?: string[]; keepsPlan?: boolean },
  { data: fallen, planners }: Fall,
): Record<string, unknown> | null {
  const all = [...new Set([...(data.planners ?? []), ...planners])]
  const said = { ...data, ...fallen, ...((data.planners || all.length > 0) && { planners: all }) }
  return Object.keys(said).length > 0 ? said : null
}
