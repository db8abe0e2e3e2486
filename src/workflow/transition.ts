import type { PayloadRequest } from 'payload'
import { requirePerson, type SignedInPerson } from '#access/require-person.ts'
import { inTransaction } from '#database/transaction.ts'
import { findAllApprovals, type Approval } from '#editorial/approvals.ts'
import { readWorkingCopy, type EditorialDocument } from '#editorial/copies.ts'
import { readDocument } from '#editorial/read-document.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import { lockState, readState, saveState, type WorkflowState } from '#editorial/state.ts'
import { inOneSpelling, type EditorialCollection } from '#model/documents.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import { isDigestOf } from '#portrait/digest.ts'
import { writableText } from '#portrait/restore.ts'
import { deliver } from '#publishing/deliver.ts'
import type { Finding } from '#quality/findings/finding.ts'
import { inspectText } from '#publishing/inspect-text.ts'
import { findEvents, onRecord, type WorkflowEvent } from '#record/events.ts'
import { prepare } from './act.ts'
import type { Step } from './step.ts'
import {
  isHeldBy,
  isPlanOf,
  loadCircumstances,
  toFacts,
  toFactsOfPlan,
  type Circumstances,
} from './circumstances.ts'
import { decide, type DecidingActor } from './decide.ts'
import { toDecidingActor } from './deciding-actor.ts'
import { datesOf, type Asked } from './demands.ts'
import { describe, type WorkflowView } from './describe.ts'
import type { Plan } from './facts/plans.ts'
import { refuse } from './refuse.ts'
import { keepRules } from './settings.ts'
import { courseOf, transitions, type TransitionName } from './transitions.ts'

/** What a caller asks for. */
export interface TransitionRequest {
  transition: TransitionName
  comment?: string | undefined
  /** The digest that the caller has seen: another one is a conflict. */
  expectedDigest?: string | undefined
  /** `schedule`: when to publish, and when to unpublish; ISO 8601, without offset in Berlin. */
  publishAt?: string | undefined
  /** Null: what is planned is to have no end. */
  unpublishAt?: string | null | undefined
  /** `unpublish`: a new version that waits for its date is published all the same. */
  keepPlan?: boolean | undefined
  /** `unschedule`: which of two plans is called off; without it the publication, or else the end. */
  action?: Plan['action'] | undefined
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
 * The transition itself, in a transaction of the caller's.
 *
 * @throws as takeTransition
 */
export async function carryOut(
  options: Target & TransitionRequest & { actor: SignedInPerson },
): Promise<{ state: WorkflowState; working: EditorialDocument; deciding: DecidingActor }> {
  const { req, actor, transition } = options
  if (isJudgedByRules.has(transition)) await keepRules(req)
  const { circumstances, working } = await lockDocument(options)
  const deciding = await toDecidingActor(req, actor, working, circumstances.assignment)
  const state = await takeStep({ ...options, circumstances, working, subject: working, deciding })
  return { state, working, deciding }
}

/** Steps with which a signature is written: one of who takes it, or of an expert who has agreed before. */
const isJudgedByRules: ReadonlySet<TransitionName> = new Set<TransitionName>([
  'approve',
  'submit',
  'revokeApproval',
  'publish',
  'unpublish',
])

/**
 * Carries out a plan that is due, in a transaction of the caller's. Whether its planner may do this was
 * asked when it was planned; the text, its approvals and what is said on it are judged now. Where the
 * working copy has become another text, it is the planned one that goes live.
 *
 * @throws Conflict 409, ChecksBlock 422
 */
export async function carryOutPlan(req: PayloadRequest, plan: Plan): Promise<void> {
  const { collection, document: id, action } = plan
  const { circumstances, working } = await lockDocument({ req, collection, id })
  const { state } = circumstances
  const isOfText = action === 'publish' && !isPlanOf(plan, state)
  const approvals = isOfText ? circumstances.approvalsOfPlan : circumstances.approvals
  const revoked = plan.approvals.filter((of) => !approvals.some((approval) => approval.id === of))
  if (action === 'publish' && (plan.approvals.length === 0 || revoked.length > 0)) {
    throw new Conflict(
      'The approval that this was planned under is not valid any more.',
      'approval',
    )
  }
  if (action === 'unpublish' && state.live?.digest !== plan.digest) {
    throw new Conflict('Another text is live than the one this was planned for.', 'digest_mismatch')
  }
  const { id: planner, name } = plan.plannedBy
  await takeStep({
    req,
    collection,
    id: state.id,
    transition: action,
    actor: { id: planner, name, role: 'editor' },
    circumstances: isOfText
      ? {
          ...circumstances,
          approvals,
          openComments: circumstances.openComments.filter((comment) =>
            isHeldBy(plan, state, comment),
          ),
        }
      : circumstances,
    working,
    subject: isOfText ? await readPlannedText(req, plan, working) : working,
    deciding: { id: planner, role: 'editor', isOwn: false, isCovered: true },
    carriesOut: plan,
  })
}

/** The text that a plan was made for, with the bookkeeping of the working copy. */
async function readPlannedText(
  req: PayloadRequest,
  plan: Plan,
  working: EditorialDocument,
): Promise<EditorialDocument> {
  const kept = await readText(req, plan.document, plan.digest)
  const text = kept && { ...working, ...writableText(kept.content) }
  if (text && isDigestOf(plan.digest, text)) return text
  throw new Conflict('The text that this was planned for is kept no longer.', 'unknown_digest')
}

/** Locks a document, and loads what is known of it. @throws DocumentNotFound 404 */
export async function lockDocument(
  options: Target,
): Promise<{ circumstances: Circumstances; working: EditorialDocument }> {
  const { req, collection } = options
  const id = inOneSpelling(options.id)
  const locked = await lockState(req, id)
  const working = await readWorkingCopy({ collection, id, req })
  if (!locked || !working || locked.collection !== collection) {
    throw new DocumentNotFound(collection, id)
  }
  return { circumstances: await loadCircumstances(req, locked), working }
}

/** Decides, acts, and puts on record. */
async function takeStep(
  options: Target &
    TransitionRequest &
    Pick<Step, 'circumstances' | 'working' | 'subject' | 'actor'> & {
      deciding: DecidingActor
      carriesOut?: Plan
    },
): Promise<WorkflowState> {
  const { req, collection, transition, actor, expectedDigest, circumstances } = options
  const { working, subject, deciding, carriesOut } = options
  const comment = options.comment?.trim() ? options.comment.trim() : null
  const { state } = circumstances
  const { id } = state
  const facts = carriesOut
    ? await toFactsOfPlan(carriesOut, circumstances, subject)
    : await toFacts(circumstances, working)
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
  const course = courseOf(transition, facts.standing, asked)
  const { to, data, write } = await prepare({
    req,
    transition,
    circumstances,
    to: decision.to,
    working,
    subject,
    actor,
    comment,
    plan: course.demands.includes('dates')
      ? {
          ...datesOf(facts.standing, asked),
          isAboutEnd: course === transitions[transition].ofEnd,
        }
      : null,
    carriesOut,
    keepsPlan: options.keepPlan === true,
    action: options.action,
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
      digest: carriesOut?.action === 'publish' ? carriesOut.digest : state.digest,
      actor: { id: actor.id, name: actor.name },
      comment,
      data: carriesOut ? { ...data, plan: carriesOut.id } : data,
    },
    async () => {
      const written = await write()
      await saveState(req, written)
      if (written.live !== state.live) await deliver(req, { collection, id })
      return written
    },
  )
  // What follows from the event may have moved the text on.
  return (await readState(req, id)) ?? after
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
    approvals: await findAllApprovals(req, { id }),
    events: await findEvents(req, id),
    findings: await inspectText(collection, working),
  }
}
