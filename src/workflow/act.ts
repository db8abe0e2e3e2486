import { assessRisk, judgeApproval } from './approval.ts'
import { removeLiveCopy } from '#editorial/copies.ts'
import { lockPictures } from '#editorial/pictures.ts'
import { insertApproval } from '#editorial/approvals.ts'
import type { WorkflowState } from '#editorial/state.ts'
import { findWriters } from '#editorial/texts-by-digest.ts'
import { findWritersSigned } from '#record/events.ts'
import { settlePlans } from './facts/plans.ts'
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
      return {
        ...deed,
        data: { planners: plannersOf(circumstances.plans) },
        write: () => archive(step, moved),
      }
    case 'requestChanges':
      return { ...deed, write: () => sendBack(step, moved) }
    case 'withdraw': {
      const signers = circumstances.approvals.map(({ approvedBy }) => approvedBy.id)
      return { ...deed, data: { signers }, write: () => Promise.resolve(moved) }
    }
    case 'reopen':
      return { ...deed, write: () => Promise.resolve(moved) }
  }
}

async function submit({ req, working }: Step, moved: WorkflowState): Promise<WorkflowState> {
  await lockPictures(req, working)
  return { ...moved, round: moved.round + 1 }
}

/**
 * Somebody has said no to the text: whoever's words of it were signed before, and have become somebody
 * else's since, does not sign it now either. But for who says so, who is a reader of it.
 */
async function sendBack({ req, actor }: Step, moved: WorkflowState): Promise<WorkflowState> {
  const writers = (await findWritersSigned(req, moved.id)).filter((id) => id !== actor.id)
  return { ...moved, contributors: [...new Set([...moved.contributors, ...writers])] }
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
 * planned end, and whoever says so, leaves that plan as it is.
 */
function prepareUnpublish(step: Step): Deed {
  const { req, circumstances, carriesOut, keepsPlan } = step
  const { state, plans } = circumstances
  const isKept = carriesOut !== undefined || keepsPlan
  const to = isKept && state.stage === 'scheduled' ? state.stage : step.to
  const over = isKept ? plans.filter(({ action }) => action === 'unpublish') : plans
  return {
    to,
    data: carriesOut ? null : { planners: plannersOf(over), ...(keepsPlan && { keepsPlan }) },
    write: async () => {
      if (!isKept) {
        const which = { document: state.id, action: 'publish' } as const
        await settlePlans(req, which, 'cancelled', 'The text was taken off the net.')
      }
      return unpublish(step, { ...state, stage: to })
    },
  }
}

/** What was live is not approved any more: who wrote it counts again, until others have signed. */
async function unpublish({ req, working }: Step, moved: WorkflowState): Promise<WorkflowState> {
  const { collection, id, live, contributors } = moved
  await settlePlans(req, { document: id, action: 'unpublish' }, 'done')
  if (!live) return moved
  await removeLiveCopy({ collection, working, req })
  const writers = await findWriters(req, id)
  return { ...moved, live: null, contributors: [...new Set([...contributors, ...writers])] }
}

async function archive(step: Step, moved: WorkflowState): Promise<WorkflowState> {
  const { req } = step
  const archived = await unpublish(step, moved)
  await settlePlans(req, { document: moved.id }, 'cancelled')
  // Somebody has said no to the whole of it, whoever's words were approved before.
  const writers = await findWriters(req, moved.id)
  return { ...archived, contributors: [...new Set([...archived.contributors, ...writers])] }
}
