import type { PayloadRequest } from 'payload'
import { requirePerson, type SignedInPerson } from '#access/require-person.ts'
import { inTransaction } from '#database/transaction.ts'
import { findApprovals, type Approval } from '#editorial/approvals.ts'
import { readWorkingCopy, type EditorialDocument } from '#editorial/copies.ts'
import { readDocument } from '#editorial/read-document.ts'
import { lockState, saveState, type WorkflowState } from '#editorial/state.ts'
import { inOneSpelling, type EditorialCollection } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { deliver } from '#publishing/deliver.ts'
import type { Finding } from '#quality/findings/finding.ts'
import { inspect } from '#quality/inspect.ts'
import { findEvents, onRecord, type WorkflowEvent } from '#record/events.ts'
import { prepare } from './act.ts'
import { loadCircumstances, toFacts } from './circumstances.ts'
import { readDates } from './dates.ts'
import { decide, type DecidingActor } from './decide.ts'
import { toDecidingActor } from './deciding-actor.ts'
import type { Asked } from './demands.ts'
import { describe, type WorkflowView } from './describe.ts'
import { refuse } from './refuse.ts'
import { transitions, type TransitionName } from './transitions.ts'

/** What a caller asks for. */
export interface TransitionRequest {
  transition: TransitionName
  comment?: string | undefined
  /** The digest that the caller has seen: another one is a conflict. */
  expectedDigest?: string | undefined
  /** `schedule`: when to publish, and when to unpublish; ISO 8601, without offset in Berlin. */
  publishAt?: string | undefined
  unpublishAt?: string | undefined
  /** `approve`: the digest from which the difference was seen; without it, from what is live. */
  seenFrom?: string | undefined
}

export interface WorkflowDetails extends WorkflowView {
  approvals: Approval[]
  events: WorkflowEvent[]
  findings: Finding[]
}

interface Target {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}

/**
 * Takes one transition: locks the document's state, checks actor, state, digest and content, acts,
 * and appends the event, all in one transaction. Anything thrown leaves no trace.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404, Conflict 409 (state, digest, claim),
 *   ChecksBlock 422
 */
export async function takeTransition(options: Target & TransitionRequest): Promise<WorkflowView> {
  const { req } = options
  const actor = requirePerson(req)
  return inTransaction(req, async () => {
    const { state, working, deciding } = await carryOut({ ...options, actor })
    const circumstances = await loadCircumstances(req, state)
    return describe(req, { circumstances, working }, deciding)
  })
}

/**
 * The transition itself, in a transaction of the caller's. `plan` is the id of the plan that is being
 * carried out, where one is.
 *
 * @throws as takeTransition
 */
export async function carryOut(
  options: Target & TransitionRequest & { actor: SignedInPerson; plan?: string },
): Promise<{ state: WorkflowState; working: EditorialDocument; deciding: DecidingActor }> {
  const { req, collection, transition, actor, expectedDigest, plan } = options
  const id = inOneSpelling(options.id)
  const comment = options.comment?.trim() ? options.comment.trim() : null
  const locked = await lockState(req, id)
  const working = await readWorkingCopy({ collection, id, req })
  if (!locked || !working || locked.collection !== collection) {
    throw new DocumentNotFound(collection, id)
  }
  const circumstances = await loadCircumstances(req, locked)
  const { state } = circumstances
  const deciding = await toDecidingActor(req, actor, working, circumstances.assignment)
  const facts = toFacts(circumstances, working)
  const asked: Asked = {
    transition,
    comment,
    expectedDigest,
    publishAt: options.publishAt,
    unpublishAt: options.unpublishAt,
    now: new Date(),
  }
  const decision = decide(transition, facts, deciding, asked)
  refuse(req, decision)
  const { stage, planned } = facts.standing
  const dates = transitions[transition].demands.includes('dates')
    ? readDates({ stage, planned, asked, now: asked.now }).dates
    : null
  const { to, data, write } = await prepare({
    req,
    transition,
    circumstances,
    to: decision.to,
    working,
    actor,
    comment,
    dates,
    seenFrom: options.seenFrom,
  })
  const after = await onRecord(
    req,
    {
      kind: 'workflow',
      collection,
      id,
      transition,
      from: state.stage,
      to,
      digest: state.digest,
      actor: { id: actor.id, name: actor.name },
      comment,
      data: plan === undefined ? data : { ...data, plan },
    },
    async () => {
      const written = await write()
      await saveState(req, written)
      if (written.live !== state.live) await deliver(req, { collection, id })
      return written
    },
  )
  return { state: after, working, deciding }
}

/** Reads where a document stands, with its approvals, its history and the findings on it. */
export async function readWorkflow(options: Target): Promise<WorkflowDetails> {
  const { req, collection } = options
  const { actor, state, working } = await readDocument(options)
  const { id } = state
  const circumstances = await loadCircumstances(req, state)
  const deciding = await toDecidingActor(req, actor, working, circumstances.assignment)
  return {
    ...(await describe(req, { circumstances, working }, deciding)),
    approvals: await findApprovals(req, { id }),
    events: await findEvents(req, id),
    findings: inspect(collection, working),
  }
}
