import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { inTransaction } from '#database/transaction.ts'
import { inOneSpelling, type EditorialCollection } from '#model/documents.ts'
import {
  ChecksBlock,
  Conflict,
  DocumentNotFound,
  NotAllowed,
  type ErrorDetail,
} from '#model/errors.ts'
import { inLanguage } from '#model/text.ts'
import { findBlockers, inspect } from '#quality/inspect.ts'
import type { Finding } from '#quality/findings/finding.ts'
import { prepare, type Step } from './act.ts'
import { findEvents, onRecord, type WorkflowEvent } from '#record/events.ts'
import { findBlockingComments } from './facts/open-comments.ts'
import { readWorkingCopy, type DocumentData } from '#editorial/copies.ts'
import { deliver } from '#publishing/deliver.ts'
import { decide, type DecidingActor } from './decide.ts'
import { isDigestOf } from '#portrait/digest.ts'
import { findApprovals, type Approval } from '#editorial/approvals.ts'
import { lockState, saveState, type WorkflowState } from '#editorial/state.ts'
import { readDates, type PlannedDates } from './dates.ts'
import { describe, type WorkflowView } from './describe.ts'
import { loadCircumstances, toStanding, type Circumstances } from './circumstances.ts'
import { readDocument } from '#editorial/read-document.ts'
import { requirePerson, type SignedInPerson } from '#access/require-person.ts'
import { toDecidingActor } from './deciding-actor.ts'
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
    const { state, deciding } = await carryOut({ ...options, actor })
    return describe(req, await loadCircumstances(req, state), deciding)
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
): Promise<{ state: WorkflowState; deciding: DecidingActor }> {
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
  const decision = decide(transition, toStanding(circumstances), deciding)
  if (!decision.allowed) {
    const { refusal } = decision
    throw refusal.kind === 'wrongState'
      ? new Conflict(refusal.message, refusal.code)
      : new NotAllowed(refusal.message, refusal.code)
  }
  if (expectedDigest !== undefined && expectedDigest !== state.digest) {
    throw new Conflict(
      {
        de: 'Der Text hat sich inzwischen geändert. Bitte laden Sie die Seite neu und sehen Sie ihn noch einmal an.',
        en: `The text has changed: expected digest ${expectedDigest}, but it is ${state.digest}.`,
      },
      'digest_mismatch',
    )
  }
  const dates = await judgeDemands({ ...options, id, comment, circumstances, working })
  const step: Step = {
    req,
    transition,
    circumstances,
    to: decision.to,
    working,
    actor,
    comment,
    dates,
    seenFrom: options.seenFrom,
  }
  const { to, data, write } = await prepare(step)
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
  return { state: after, deciding }
}

/** Reads where a document stands, with its approvals, its history and the findings on it. */
export async function readWorkflow(options: Target): Promise<WorkflowDetails> {
  const { req, collection } = options
  const { actor, state, working } = await readDocument(options)
  const { id } = state
  const circumstances = await loadCircumstances(req, state)
  const deciding = await toDecidingActor(req, actor, working, circumstances.assignment)
  return {
    ...(await describe(req, circumstances, deciding)),
    approvals: await findApprovals(req, { id }),
    events: await findEvents(req, id),
    findings: inspect(collection, working),
  }
}

/** Judges what a transition demands of content and request. Gives the dates where it needs some. */
async function judgeDemands(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
  transition: TransitionName
  comment: string | null
  circumstances: Circumstances
  working: DocumentData
  publishAt?: string | undefined
  unpublishAt?: string | undefined
}): Promise<PlannedDates | null> {
  const { req, collection, id, transition, comment, circumstances, working } = options
  const { state, plans } = circumstances
  const { demands } = transitions[transition]
  if (demands.includes('reason') && comment === null) {
    const reason = {
      de: `„${transitions[transition].label.de}“ braucht einen Kommentar, der sagt, warum.`,
      en: `"${transition}" needs a comment that says why.`,
    }
    throw new ChecksBlock({ de: 'Es fehlt eine Begründung.', en: 'A reason is needed.' }, [
      { path: 'comment', reason: inLanguage(reason, callerLanguage(req)) },
    ])
  }
  if (demands.includes('checks')) {
    // What leads away from readers asks for no such thing: it must never be held up by a text.
    if (!isDigestOf(state.digest, working)) {
      throw new Conflict(
        {
          de: 'Die Arbeitsfassung ist nicht der Text, der verzeichnet ist.',
          en: 'The working copy is not the text on record.',
        },
        'digest_mismatch',
      )
    }
    refuseBlockers(req, collection, working)
  }
  if (demands.includes('resolved')) {
    const blocking = await findBlockingComments(req, id)
    if (blocking.length > 0) {
      throw new ChecksBlock(
        {
          de: 'Kommentare, die die Freigabe aufhalten, sind offen.',
          en: 'Comments that block the approval are open.',
        },
        blocking,
      )
    }
  }
  if (!demands.includes('dates')) return null
  const plan = plans.find(({ action }) => action === 'publish')
  const planned = { publishAt: plan?.dueAt ?? null, unpublishAt: plan?.thenUnpublishAt ?? null }
  return readDates(req, state.stage, options, planned)
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
  throw new ChecksBlock(
    {
      de: 'Prüfungen des Inhalts halten diesen Schritt auf.',
      en: 'Checks on the content block this step.',
    },
    details,
  )
}
