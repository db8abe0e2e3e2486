import type { PayloadRequest } from 'payload'
import { actorOf, isPerson, type Actor } from '#access/actor.ts'
import { callerLanguage } from '#access/answer.ts'
import { isCoveredByDesks, loadDeskScope } from '#access/desk.ts'
import { relationId, type EditorialCollection } from '#model/documents.ts'
import { DocumentNotFound, NotAllowed, NotSignedIn } from '#model/errors.ts'
import { inLanguage } from '#model/text.ts'
import { readAssignment, readClaim, type Assignment, type Claim } from './assignment/records.ts'
import type { Person } from './audit/events.ts'
import { isReadable, readWorkingCopy, type DocumentData } from './copies.ts'
import { countOpenComments } from './conversation/open-comments.ts'
import {
  allowedTransitions,
  blockedTransitions,
  type DecidingActor,
  type Standing,
} from './decide.ts'
import { findApprovals, type Approval } from './approvals.ts'
import { readState, type WorkflowState } from './state.ts'
import { findPendingPlans, type Plan } from './scheduling/plans.ts'
import type { Stage } from '#model/stages.ts'
import type { TransitionName } from './transitions.ts'

/** Where a document stands, as the API tells it. */
export interface WorkflowView {
  state: Stage
  digest: string
  live: { digest: string; publishedAt: string; approvals: Approval[] } | null
  allowed: TransitionName[]
  /** Steps that start from this stage and are for this person's role, and why they cannot be taken. */
  blocked: { transition: TransitionName; code: string; reason: string }[]
  /** What is planned for the working copy, or, where it is live, its end. */
  plan: { publishAt: string | null; unpublishAt: string | null; plannedBy: Person } | null
  /** When what is live goes off. */
  liveUntil: string | null
  assignment: Assignment
  claim: Claim | null
  openComments: { total: number; blocking: number }
}

export type SignedInPerson = Extract<Actor, { type: 'person' }>

/** What is known of a document beside its text: everything that a decision rests on. */
export interface Circumstances {
  state: WorkflowState
  approvals: Approval[]
  plans: Plan[]
  assignment: Assignment
  claim: Claim | null
}

/** The person who calls. @throws NotSignedIn 401, NotAllowed 403 for sites */
export function requirePerson(req: PayloadRequest): SignedInPerson {
  const actor = actorOf(req)
  if (actor.type === 'anonymous') throw new NotSignedIn()
  if (!isPerson(actor))
    throw new NotAllowed({
      de: 'Websites lesen; der Workflow gehört den Menschen.',
      en: 'Sites read; the workflow belongs to people.',
    })
  return actor
}

/**
 * A document's state and working copy, for somebody who may read the document: whatever is said of a
 * document (history, differences, comments) is said to those only.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404
 */
export async function readDocument(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}): Promise<{ actor: SignedInPerson; state: WorkflowState; working: DocumentData }> {
  const { req, collection, id } = options
  const actor = requirePerson(req)
  const state = await readState(req, id)
  const working = state && (await readWorkingCopy({ collection, id, req }))
  if (!state || !working || state.collection !== collection || !(await isReadable(options))) {
    throw new DocumentNotFound(collection, id)
  }
  return { actor, state, working }
}

/** Loads what is known of a document beside its text. */
export async function loadCircumstances(
  req: PayloadRequest,
  state: WorkflowState,
): Promise<Circumstances> {
  const { id, digest, round } = state
  return {
    state,
    approvals: await findApprovals(req, { id, digest, round }),
    plans: await findPendingPlans(req, id),
    assignment: await readAssignment(req, id),
    claim: await readClaim(req, id),
  }
}

/** The same in the words in which a decision is made. */
export function toStanding({ state, approvals, plans, claim }: Circumstances): Standing {
  return {
    stage: state.stage,
    hasLiveCopy: state.live !== null,
    hasValidApproval: approvals.length > 0,
    hasPlan: plans.length > 0,
    contributors: state.contributors,
    approvers: approvals.map(({ approvedBy }) => approvedBy.id),
    claimedBy: claim?.by ?? null,
  }
}

/** Who asks, in relation to a document. */
export async function toDecidingActor(
  req: PayloadRequest,
  actor: SignedInPerson,
  document: DocumentData,
  assignment: Assignment,
): Promise<DecidingActor> {
  const scope = await loadDeskScope(req, actor)
  const isCovered = isCoveredByDesks(scope, {
    profession: relationId(document.profession),
    region: relationId(document.region),
  })
  return {
    id: actor.id,
    role: actor.role,
    isOwn: relationId(document.author) === actor.id || assignment.author === actor.id,
    isCovered: isCovered || assignment.reviewer === actor.id,
  }
}

/** Tells where a document stands, to one person. */
export async function describe(
  req: PayloadRequest,
  circumstances: Circumstances,
  actor: DecidingActor,
): Promise<WorkflowView> {
  const { state, plans, assignment, claim } = circumstances
  const { id, live } = state
  const standing = toStanding(circumstances)
  return {
    state: state.stage,
    digest: state.digest,
    live: live && {
      digest: live.digest,
      publishedAt: live.publishedAt,
      approvals: await findApprovals(req, { id, digest: live.digest, round: live.round }),
    },
    allowed: allowedTransitions(standing, actor),
    blocked: blockedTransitions(standing, actor).map(({ transition, refusal }) => ({
      transition,
      code: refusal.code,
      reason: inLanguage(refusal.message, callerLanguage(req)),
    })),
    plan: toPlanView(plans),
    liveUntil: plans.find(({ action }) => action === 'unpublish')?.dueAt ?? null,
    assignment,
    claim,
    openComments: await countOpenComments(req, id),
  }
}

function toPlanView(plans: readonly Plan[]): WorkflowView['plan'] {
  const publication = plans.find(({ action }) => action === 'publish')
  const [end] = plans
  if (publication) {
    const { dueAt, thenUnpublishAt, plannedBy } = publication
    return { publishAt: dueAt, unpublishAt: thenUnpublishAt, plannedBy }
  }
  return end ? { publishAt: null, unpublishAt: end.dueAt, plannedBy: end.plannedBy } : null
}
