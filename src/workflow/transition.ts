import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { actorOf, isPerson, type Actor } from '#access/actor.ts'
import { isCoveredByDesks, loadDeskScope } from '#access/desk.ts'
import { relationId, type EditorialCollection } from '#model/documents.ts'
import {
  ChecksBlock,
  Conflict,
  DocumentNotFound,
  NotAllowed,
  NotSignedIn,
  type ErrorDetail,
} from '#model/errors.ts'
import { inLanguage } from '#model/text.ts'
import { findBlockers, inspect } from '#quality/inspect.ts'
import type { Finding } from '#quality/finding.ts'
import { readWorkingCopy, removeLiveCopy, writeLiveCopy, type DocumentData } from './copies.ts'
import { allowedTransitions, decide, type DecidingActor, type Standing } from './decide.ts'
import { digestOf } from './digest.ts'
import { lockPictures, releaseMedia } from './media.ts'
import {
  appendEvent,
  findApprovals,
  findEvents,
  insertApproval,
  lockState,
  readState,
  saveState,
  type Approval,
  type WorkflowEvent,
  type WorkflowState,
} from './records.ts'
import { transitions, type Stage, type TransitionName } from './transitions.ts'

/** Where a document stands, as the API tells it. */
export interface WorkflowView {
  state: Stage
  digest: string
  live: { digest: string; publishedAt: string; approvals: Approval[] } | null
  allowed: TransitionName[]
}

export interface WorkflowDetails extends WorkflowView {
  approvals: Approval[]
  events: WorkflowEvent[]
  findings: Finding[]
}

/**
 * Takes one transition: locks the document's state, checks actor, state, digest and content, acts,
 * and appends the event, all in one transaction of its own. Anything thrown leaves no trace.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404, Conflict 409 (state or digest),
 *   ChecksBlock 422
 */
export async function takeTransition(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
  transition: TransitionName
  comment?: string | undefined
  expectedDigest?: string | undefined
}): Promise<WorkflowView> {
  const { req, collection, id, transition, expectedDigest } = options
  const comment = options.comment?.trim() ? options.comment.trim() : null
  const actor = requirePerson(req)
  const isOwnTransaction = await initTransaction(req)
  try {
    const state = await lockState(req, id)
    const working = await readWorkingCopy({ collection, id, req })
    if (!state || !working || state.collection !== collection) {
      throw new DocumentNotFound(collection, id)
    }
    const deciding = await toDecidingActor(req, actor, working)
    const decision = decide(transition, await toStanding(req, state), deciding)
    if (!decision.allowed) {
      const { refusal } = decision
      throw refusal.kind === 'wrongState'
        ? new Conflict(refusal.message, 'wrong_state')
        : new NotAllowed(refusal.message, refusal.code)
    }
    if (expectedDigest !== undefined && expectedDigest !== state.digest) {
      throw new Conflict(
        `The text has changed: expected digest ${expectedDigest}, but it is ${state.digest}.`,
        'digest_mismatch',
      )
    }
    const { demands } = transitions[transition]
    if (demands.includes('reason') && comment === null) {
      throw new ChecksBlock('A reason is needed.', [
        { path: 'comment', reason: `"${transition}" needs a comment that says why.` },
      ])
    }
    if (demands.includes('checks')) {
      // What leads away from readers asks for no such thing: it must never be held up by a text.
      if (digestOf(working) !== state.digest) {
        throw new Conflict('The working copy is not the text on record.', 'digest_mismatch')
      }
      refuseBlockers(req, collection, working)
    }
    await appendEvent(req, {
      collection,
      id,
      transition,
      from: state.stage,
      to: decision.to,
      digest: state.digest,
      actor: { id: actor.id, name: actor.name },
      comment,
    })
    const after = await act({ req, transition, state, to: decision.to, working, actor, comment })
    await saveState(req, after)
    const view = await describe(req, after, deciding)
    if (isOwnTransaction) await commitTransaction(req)
    return view
  } catch (error) {
    if (isOwnTransaction) await killTransaction(req)
    throw error
  }
}

/** Reads where a document stands, with its approvals, its history and the findings on it. */
export async function readWorkflow(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}): Promise<WorkflowDetails> {
  const { req, collection, id } = options
  const actor = requirePerson(req)
  const state = await readState(req, id)
  const working = state && (await readWorkingCopy({ collection, id, req }))
  if (!state || !working || state.collection !== collection) {
    throw new DocumentNotFound(collection, id)
  }
  const deciding = await toDecidingActor(req, actor, working)
  return {
    ...(await describe(req, state, deciding)),
    approvals: await findApprovals(req, { id }),
    events: await findEvents(req, id),
    findings: inspect(collection, working),
  }
}

/** Does what the transition is for, and gives the state that follows from it. */
async function act(options: {
  req: PayloadRequest
  transition: TransitionName
  state: WorkflowState
  to: Stage
  working: DocumentData
  actor: { id: string; name: string }
  comment: string | null
}): Promise<WorkflowState> {
  const { req, transition, state, to, working, actor, comment } = options
  const moved: WorkflowState = { ...state, stage: to }
  switch (transition) {
    case 'submit':
      await lockPictures(req, working)
      return { ...moved, round: state.round + 1 }
    case 'approve':
      await insertApproval(req, { state, by: actor, comment })
      return { ...moved, contributors: [] }
    case 'publish': {
      const { collection, digest } = state
      await writeLiveCopy({ collection, document: working, digest, req })
      await releaseMedia(req, working)
      return {
        ...moved,
        live: { digest, round: state.round, publishedAt: new Date().toISOString() },
      }
    }
    case 'unpublish':
    case 'archive':
      if (state.live) await removeLiveCopy({ collection: state.collection, working, req })
      return { ...moved, live: null }
    case 'withdraw':
    case 'requestChanges':
    case 'reopen':
      return moved
  }
}

function requirePerson(req: PayloadRequest): Extract<Actor, { type: 'person' }> {
  const actor = actorOf(req)
  if (actor.type === 'anonymous') throw new NotSignedIn()
  if (!isPerson(actor)) throw new NotAllowed('Sites read; the workflow belongs to people.')
  return actor
}

async function toDecidingActor(
  req: PayloadRequest,
  actor: Extract<Actor, { type: 'person' }>,
  document: DocumentData,
): Promise<DecidingActor> {
  const scope = await loadDeskScope(req, actor)
  return {
    id: actor.id,
    role: actor.role,
    isOwn: relationId(document.author) === actor.id,
    isCovered: isCoveredByDesks(scope, {
      profession: relationId(document.profession),
      region: relationId(document.region),
    }),
  }
}

async function toStanding(req: PayloadRequest, state: WorkflowState): Promise<Standing> {
  const { id, digest, round } = state
  const approvals = await findApprovals(req, { id, digest, round })
  return {
    stage: state.stage,
    hasLiveCopy: state.live !== null,
    hasValidApproval: approvals.length > 0,
    contributors: state.contributors,
  }
}

async function describe(
  req: PayloadRequest,
  state: WorkflowState,
  actor: DecidingActor,
): Promise<WorkflowView> {
  const { id, live } = state
  return {
    state: state.stage,
    digest: state.digest,
    live: live && {
      digest: live.digest,
      publishedAt: live.publishedAt,
      approvals: await findApprovals(req, { id, digest: live.digest, round: live.round }),
    },
    allowed: allowedTransitions(await toStanding(req, state), actor),
  }
}

function refuseBlockers(
  req: PayloadRequest,
  collection: EditorialCollection,
  working: DocumentData,
): void {
  const blockers = findBlockers(collection, working)
  if (blockers.length === 0) return
  const details = blockers.map(({ path, message }): ErrorDetail => ({
    path,
    reason: inLanguage(message, req.i18n.language),
  }))
  throw new ChecksBlock('Checks on the content block this step.', details)
}
