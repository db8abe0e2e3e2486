import type { PayloadRequest } from 'payload'
import type { EditorialDocument } from '#editorial/copies.ts'
import { isDigestOf } from '#portrait/digest.ts'
import { findBlockers } from '#quality/inspect.ts'
import { findApprovals, type Approval } from '#editorial/approvals.ts'
import { readAssignment, type Assignment } from './facts/assignments.ts'
import { readClaim, type Claim } from './facts/claims.ts'
import { findOpenComments, type OpenComment } from './facts/open-comments.ts'
import type { Facts } from './decide.ts'
import type { Standing } from './demands.ts'
import { findPendingPlans, type Plan } from './facts/plans.ts'
import type { WorkflowState } from '#editorial/state.ts'

/** What is known of a document beside its text. */
export interface Circumstances {
  state: WorkflowState
  approvals: Approval[]
  plans: Plan[]
  assignment: Assignment
  claim: Claim | null
  openComments: OpenComment[]
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
    openComments: await findOpenComments(req, id),
  }
}

/** Everything that a decision rests on, in its words: what is known of a document, and its text. */
export function toFacts(circumstances: Circumstances, working: EditorialDocument): Facts {
  const { state, openComments } = circumstances
  return {
    standing: toStanding(circumstances),
    text: {
      isOnRecord: once(() => isDigestOf(state.digest, working)),
      blockingFindings: once(() =>
        findBlockers(state.collection, working).map(({ path, message }) => ({
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

/** Asks once, and only if somebody wants to know: several steps demand the same. */
function once<Answer>(ask: () => Answer): () => Answer {
  let answer: { given: Answer } | undefined
  return () => (answer ??= { given: ask() }).given
}

/** Where a document stands, in the words in which a decision is made. */
export function toStanding({ state, approvals, plans, claim }: Circumstances): Standing {
  const publication = plans.find(({ action }) => action === 'publish')
  return {
    stage: state.stage,
    digest: state.digest,
    hasLiveCopy: state.live !== null,
    hasValidApproval: approvals.length > 0,
    hasPlan: plans.length > 0,
    planned: {
      publishAt: publication?.dueAt ?? null,
      unpublishAt: publication?.thenUnpublishAt ?? null,
    },
    contributors: state.contributors,
    approvers: approvals.map(({ approvedBy }) => approvedBy.id),
    claimedBy: claim?.by ?? null,
  }
}
