import type { PayloadRequest } from 'payload'
import { findApprovals, type Approval } from '#editorial/approvals.ts'
import { readAssignment, type Assignment } from './facts/assignments.ts'
import { readClaim, type Claim } from './facts/claims.ts'
import type { Standing } from './decide.ts'
import { findPendingPlans, type Plan } from './facts/plans.ts'
import type { WorkflowState } from '#editorial/state.ts'

/** What is known of a document beside its text: everything that a decision rests on. */
export interface Circumstances {
  state: WorkflowState
  approvals: Approval[]
  plans: Plan[]
  assignment: Assignment
  claim: Claim | null
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
