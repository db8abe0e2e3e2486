import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import type { Stage } from '#model/stages.ts'
import { inLanguage } from '#model/text.ts'
import { findApprovals, type Approval } from '#editorial/approvals.ts'
import type { Assignment } from './facts/assignments.ts'
import type { Claim } from './facts/claims.ts'
import type { Person } from '#model/person.ts'
import { toStanding, type Circumstances } from './circumstances.ts'
import { countOpenComments } from './facts/open-comments.ts'
import { allowedTransitions, blockedTransitions, type DecidingActor } from './decide.ts'
import type { Plan } from './facts/plans.ts'
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
