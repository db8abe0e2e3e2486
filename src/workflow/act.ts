import type { PayloadRequest } from 'payload'
import { assessRisk, judgeApproval } from './approval.ts'
import {
  keepWorkingCopy,
  removeLiveCopy,
  writeLiveCopy,
  type EditorialDocument,
} from '#editorial/copies.ts'
import { lockPictures, releaseMedia } from '#editorial/pictures.ts'
import { insertApproval, insertRevocations } from '#editorial/approvals.ts'
import type { WorkflowState } from '#editorial/state.ts'
import { findWriters } from '#editorial/texts-by-digest.ts'
import type { PlannedDates } from './dates.ts'
import { makePlan, rebindEnd, settlePlans, type Plan } from './facts/plans.ts'
import type { Circumstances } from './circumstances.ts'
import type { SignedInPerson } from '#access/require-person.ts'
import { Conflict } from '#model/errors.ts'
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
  /** The text that the step is about: the working copy, or the one that a plan was made for. */
  subject: EditorialDocument
  actor: Pick<SignedInPerson, 'id' | 'name' | 'role'>
  comment: string | null
  /** What a plan is made of, where the step makes one. */
  plan: { dates: PlannedDates; takesEndAway: boolean; isAboutEnd: boolean } | null
  /** The plan that is being carried out, where one is. */
  carriesOut: Plan | undefined
  /** `unpublish`: a new version that waits for its date is published all the same. */
  keepsPlan: boolean
  /** `unschedule`: which of two plans. */
  action: Plan['action'] | undefined
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
 * Takes back one's own signature, or, where one gave none, all of them. A text that was approved goes back
 * into review; where what is left is enough by the rules as they are now, it is approved anew
 * (rejudge.ts), so that the record says on how many signatures it rests.
 */
async function prepareRevocation(step: Step): Promise<Deed> {
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
  const contributors = [...new Set([...state.contributors, ...writers])]
  return {
    to: stage,
    data: {
      planners: plannersOf(fallen),
      approvals: ids,
      approvers: [...new Set(revoked.map(({ approvedBy }) => approvedBy.id))],
      contributors,
    },
    write: async () => {
      const reason = comment ?? ''
      await insertRevocations(req, { document: id, approvals: ids, by: actor, reason })
      for (const plan of fallen) {
        const why = 'An approval was taken back.'
        await settlePlans(req, { document: id, plan: plan.id }, 'cancelled', why)
      }
      return { ...state, stage, contributors }
    },
  }
}

/**
 * Publishes the working copy; or, where a plan was made for a text that is the working copy no more,
 * that text, under the approvals that the plan rests on, while the working copy stays as it is.
 */
async function preparePublication(step: Step): Promise<Deed> {
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

/** Plans the publication with its end, or the end of what is live, for its digest and approvals. */
function prepareSchedule(step: Step, moved: WorkflowState): Deed {
  const { req, circumstances, actor, plan: asked } = step
  const { state, approvals, plans } = circumstances
  if (!asked) throw new Error('A plan has dates.')
  const { dates, takesEndAway, isAboutEnd } = asked
  const action = isAboutEnd ? 'unpublish' : 'publish'
  const before = plans.find((plan) => plan.action === action)
  const data = {
    ...dates,
    ...(takesEndAway && { takesEndAway }),
    replaced: before ? [briefly(before)] : [],
  }
  const common = {
    collection: state.collection,
    document: state.id,
    plannedBy: { id: actor.id, name: actor.name },
  }
  const planEnd = async () => {
    if (takesEndAway) await settlePlans(req, { document: state.id, action }, 'cancelled')
    if (!dates.unpublishAt || !state.live) return
    const { digest, round } = state.live
    const text = { digest, round, approvals: [] }
    await makePlan(req, {
      ...common,
      ...text,
      action,
      dueAt: dates.unpublishAt,
      thenUnpublishAt: null,
    })
  }
  const planPublication = async () => {
    const pending = before && before.digest === state.digest ? before : undefined
    const dueAt = dates.publishAt ?? pending?.dueAt
    if (dueAt === undefined) throw new Error('A publication has a date.')
    const { digest, round } = state
    const text = { digest, round, approvals: approvals.map(({ id }) => id) }
    const kept = takesEndAway ? null : (pending?.thenUnpublishAt ?? null)
    const thenUnpublishAt = dates.unpublishAt ?? kept
    await makePlan(req, { ...common, ...text, action, dueAt, thenUnpublishAt })
  }
  return {
    to: moved.stage,
    data,
    write: async () => {
      await (isAboutEnd ? planEnd() : planPublication())
      return moved
    },
  }
}

/** Calls off what was asked for: without a word the publication, or else the end of what is live. */
function prepareUnschedule({ req, circumstances, action: asked }: Step): Deed {
  const { state, plans } = circumstances
  const isPlanned = plans.some(({ action }) => action === 'publish')
  const action = asked ?? (isPlanned ? 'publish' : 'unpublish')
  const over = plans.filter((plan) => plan.action === action)
  if (over.length === 0) {
    throw new Conflict(
      {
        de: 'Das ist für diesen Text nicht geplant.',
        en: 'This is not planned for this document.',
      },
      'wrong_state',
    )
  }
  const stage = action === 'publish' && state.stage === 'scheduled' ? 'approved' : state.stage
  return {
    to: stage,
    data: { action, planners: plannersOf(over) },
    write: async () => {
      await settlePlans(req, { document: state.id, action }, 'cancelled')
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

function plannersOf(plans: readonly Plan[]): string[] {
  return [...new Set(plans.map(({ plannedBy }) => plannedBy.id))]
}

/** A plan, as events name one that another takes the place of. */
function briefly({ id, action, dueAt, plannedBy }: Plan): Record<string, unknown> {
  return { plan: id, action, dueAt, plannedBy: plannedBy.id }
}
