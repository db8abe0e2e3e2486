import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import type { Stage } from '#model/stages.ts'
import { inLanguage, type Language } from '#model/text.ts'
import { findApprovals, type Approval } from '#editorial/approvals.ts'
import type { Assignment } from './facts/assignments.ts'
import type { Claim } from './facts/claims.ts'
import type { Person } from '#model/person.ts'
import type { WorkflowState } from '#editorial/state.ts'
import {
  assessRisk,
  progressOf,
  sayProgress,
  signaturesOf,
  type ApprovalProgress,
} from './approval.ts'
import { toFacts, type Circumstances } from './circumstances.ts'
import type { EditorialDocument } from '#editorial/copies.ts'
import type { ErrorDetail } from '#model/errors.ts'
import { allowedTransitions, blockedTransitions, type DecidingActor } from './decide.ts'
import type { Plan } from './facts/plans.ts'
import { detailsOf } from './refuse.ts'
import type { TransitionName } from './transitions.ts'

/** Where a document stands, as the API tells it. */
export interface WorkflowView {
  state: Stage
  digest: string
  live: { digest: string; publishedAt: string; approvals: Approval[] } | null
  allowed: TransitionName[]
  /** Steps that start from this stage and are for this person's role, and why they cannot be taken. */
  blocked: BlockedStep[]
  /** What is planned for the working copy, or, where it is live, its end. */
  plan: {
    publishAt: string | null
    unpublishAt: string | null
    plannedBy: Person
    /** The text that goes live, or that goes off. */
    digest: string
    /** That text is the working copy as it is. */
    isOfWorkingCopy: boolean
  } | null
  /** When what is live goes off. */
  liveUntil: string | null
  /** How far a text that is in review is on its way to being approved; null of any other. */
  approval: (ApprovalProgress & { text: string }) | null
  assignment: Assignment
  claim: Claim | null
  openComments: { total: number; blocking: number }
}

/** A step that cannot be taken, why, and, of what can be mended, each place. */
interface BlockedStep {
  transition: TransitionName
  code: string
  reason: string
  details: ErrorDetail[]
}

/** Tells where a document stands, to one person. */
export async function describe(
  req: PayloadRequest,
  known: { circumstances: Circumstances; working: EditorialDocument },
  actor: DecidingActor,
): Promise<WorkflowView> {
  const { state, plans, assignment, claim, openComments } = known.circumstances
  const { id, live } = state
  const facts = toFacts(known.circumstances, known.working)
  const language = callerLanguage(req)
  return {
    state: state.stage,
    digest: state.digest,
    live: live && {
      digest: live.digest,
      publishedAt: live.publishedAt,
      approvals: await findApprovals(req, { id, digest: live.digest, round: live.round }),
    },
    allowed: allowedTransitions(facts, actor),
    blocked: blockedTransitions(facts, actor).map(({ transition, refusal }) => ({
      transition,
      code: refusal.code,
      reason: inLanguage(refusal.message, language),
      details: detailsOf(refusal, language),
    })),
    plan: toPlanView(state, plans),
    liveUntil: plans.find(({ action }) => action === 'unpublish')?.dueAt ?? null,
    approval: await describeProgress(req, known, language),
    assignment,
    claim,
    openComments: {
      total: openComments.length,
      blocking: openComments.filter(({ isBlocking }) => isBlocking).length,
    },
  }
}

function toPlanView(state: WorkflowState, plans: readonly Plan[]): WorkflowView['plan'] {
  const publication = plans.find(({ action }) => action === 'publish')
  const [end] = plans
  const shown = publication ?? end
  if (!shown) return null
  const { dueAt, thenUnpublishAt, plannedBy, digest } = shown
  const dates = publication
    ? { publishAt: dueAt, unpublishAt: thenUnpublishAt }
    : { publishAt: null, unpublishAt: dueAt }
  return { ...dates, plannedBy, digest, isOfWorkingCopy: digest === state.digest }
}

/** What is asked for is judged by the rules as they are now, and so is what is shown of it. */
async function describeProgress(
  req: PayloadRequest,
  { circumstances, working }: { circumstances: Circumstances; working: EditorialDocument },
  language: Language,
): Promise<WorkflowView['approval']> {
  const { state, settings } = circumstances
  const { id, collection, live, stage } = state
  if (stage !== 'in_review') return null
  const risk = await assessRisk(req, id, live?.digest ?? null, working)
  const progress = progressOf(settings.ruleFor(collection, risk), signaturesOf(circumstances))
  return { ...progress, text: inLanguage(sayProgress(progress), language) }
}
