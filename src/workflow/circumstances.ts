import type { PayloadRequest } from 'payload'
import type { EditorialDocument } from '#editorial/copies.ts'
import { isDigestOf } from '#portrait/digest.ts'
import { prepareBlockers } from '#publishing/inspect-text.ts'
import { findApprovals, type Approval } from '#editorial/approvals.ts'
import { readAssignment, type Assignment } from './facts/assignments.ts'
import type { Claim } from './facts/claims.ts'
import { findOpenComments, type OpenComment } from './facts/open-comments.ts'
import { decideByStanding, type DecidingActor, type Facts } from './decide.ts'
import type { Standing } from './demands.ts'
import { findPendingPlans, type Plan } from './facts/plans.ts'
import type { WorkflowState } from '#editorial/state.ts'
import { awaitsPublication, isSigned } from '#model/stages.ts'
import { loadSettings, type WorkflowSettings } from './settings.ts'
import { readStandingClaim } from './standing-claim.ts'

/** What is known of a document beside its text. */
export interface Circumstances {
  state: WorkflowState
  /** Of this text in this round. */
  approvals: Approval[]
  plans: Plan[]
  /** Of the text that a plan is to publish, where the working copy is another one. */
  approvalsOfPlan: Approval[]
  assignment: Assignment
  claim: Claim | null
  openComments: OpenComment[]
  settings: WorkflowSettings
}

/** Loads what is known of a document beside its text. */
export async function loadCircumstances(
  req: PayloadRequest,
  state: WorkflowState,
): Promise<Circumstances> {
  const { id, digest, round } = state
  const plans = await findPendingPlans(req, id)
  const known: Circumstances = {
    state,
    approvals: await findApprovals(req, { id, digest, round }),
    plans,
    approvalsOfPlan: await findApprovalsOfKept(req, state, plans),
    settings: await loadSettings(req),
    assignment: await readAssignment(req, id),
    claim: null,
    openComments: await findOpenComments(req, id),
  }
  const { assignment } = known
  const couldApprove = (actor: DecidingActor) =>
    decideByStanding('approve', toStanding(known), actor).allowed
  return { ...known, claim: await readStandingClaim(req, id, { assignment, couldApprove }) }
}

/** The plan that is to publish another text than the working copy, if there is one. */
export function keptPlanOf(state: WorkflowState, plans: readonly Plan[]): Plan | undefined {
  return plans.find((plan) => plan.action === 'publish' && !isPlanOf(plan, state))
}

/** Says whether a plan is to publish the working copy as it is. */
export function isPlanOf(plan: Plan, { stage, digest, round }: WorkflowState): boolean {
  return stage === 'scheduled' && plan.digest === digest && plan.round === round
}

/**
 * Says whether an open comment that blocks holds a plan up. One that is to publish another text than the
 * working copy is held by what was said of that text, and not of the next: the comment was written on it, or
 * before the plan was made. Then it was resolved once, and somebody has opened it again.
 */
export function isHeldBy(
  plan: Plan,
  state: WorkflowState,
  { digest, createdAt }: Pick<OpenComment, 'digest' | 'createdAt'>,
): boolean {
  if (plan.action !== 'publish') return false
  if (isPlanOf(plan, state) || digest === plan.digest) return true
  return Date.parse(createdAt) <= Date.parse(plan.plannedAt)
}

async function findApprovalsOfKept(
  req: PayloadRequest,
  state: WorkflowState,
  plans: readonly Plan[],
): Promise<Approval[]> {
  const kept = keptPlanOf(state, plans)
  if (!kept) return []
  const { digest, round } = kept
  const approvals = await findApprovals(req, { id: state.id, digest, round })
  return approvals.filter(({ id }) => kept.approvals.includes(id))
}

/** Everything that a decision rests on, in its words: what is known of a document, and its text. */
export async function toFacts(
  circumstances: Circumstances,
  working: EditorialDocument,
): Promise<Facts> {
  const { state, openComments } = circumstances
  const blockers = await prepareBlockers(state.collection, working)
  return {
    standing: toStanding(circumstances),
    text: {
      isOnRecord: once(() => isDigestOf(state.digest, working)),
      blockingFindings: once(() =>
        blockers().map(({ path, message }) => ({
          path,
          reason: message,
        })),
      ),
      blockingComments: () =>
        openComments
          .filter(({ isBlocking }) => isBlocking)
          .map(({ id, by, body }) => ({
            path: `comments.${id}`,
            reason: { de: `${by}: ${body}`, en: `${by}: ${body}` },
          })),
    },
  }
}

/** The same of the text that a plan is to publish or to end, as if the working copy were still that. */
export async function toFactsOfPlan(
  plan: Plan,
  circumstances: Circumstances,
  subject: EditorialDocument,
): Promise<Facts> {
  if (plan.action === 'unpublish') return toFacts(circumstances, subject)
  const { digest, round } = plan
  // Who wrote the working copy since is no writer of what was planned.
  const state: WorkflowState = {
    ...circumstances.state,
    stage: 'scheduled',
    digest,
    round,
    contributors: [],
  }
  return toFacts({ ...circumstances, state }, subject)
}

/** Asks once, and only if somebody wants to know: several steps demand the same. */
function once<Answer>(ask: () => Answer): () => Answer {
  let answer: { given: Answer } | undefined
  return () => (answer ??= { given: ask() }).given
}

/** Where a document stands, in the words in which a decision is made. */
export function toStanding(circumstances: Circumstances): Standing {
  const { state, approvals, approvalsOfPlan, plans, claim, settings } = circumstances
  const { stage, digest } = state
  const publication = plans.find((plan) => plan.action === 'publish' && isPlanOf(plan, state))
  const ofThisText = stage === 'in_review' || awaitsPublication(stage) ? approvals : []
  return {
    stage,
    digest,
    hasLiveCopy: state.live !== null,
    hasValidApproval:
      isSigned(stage) &&
      approvals.some(({ approvedBy }) => !state.contributors.includes(approvedBy.id)),
    hasPlan: plans.length > 0,
    planned: {
      publishAt: publication?.dueAt ?? null,
      unpublishAt: publication?.thenUnpublishAt ?? null,
    },
    endsAt: plans.find(({ action }) => action === 'unpublish')?.dueAt ?? null,
    revocable: [...ofThisText, ...approvalsOfPlan].map(({ id, approvedBy }) => ({
      id,
      by: approvedBy.id,
    })),
    isLocked: settings.locksInReview,
    contributors: state.contributors,
    approvers: approvals.map(({ approvedBy }) => approvedBy.id),
    claimedBy: claim?.by ?? null,
  }
}
