import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import type { Stage } from '#model/stages.ts'
import { inLanguage, type Language } from '#model/text.ts'
import { findApprovals, type Approval } from '#editorial/approvals.ts'
import type { Assignment } from './facts/assignments.ts'
import type { Claim } from './facts/claims.ts'
import type { Person } from '#model/person.ts'
import { actorOf, isPerson } from '#access/actor.ts'
import { awaitsPublication } from '#model/stages.ts'
import { signOffKinds, signOffLabels, type SignOffKind } from '#model/sign-offs.ts'
import { mayActAsEditor } from './acting-editor.ts'
import { readProgress, sayProgress, type ApprovalProgress } from './approval.ts'
import { leftToExperts, signOffsToGive } from './givers.ts'
import { findLackingApprover, sayLacking } from './lacking-approver.ts'
import { findUnsignable } from './unsignable.ts'
import { relationId } from '#model/documents.ts'
import { toFacts, type Circumstances } from './circumstances.ts'
import type { EditorialDocument } from '#editorial/copies.ts'
import type { ErrorDetail } from '#model/errors.ts'
import { allowedTransitions, blockedTransitions, type DecidingActor } from './decide.ts'
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
    /** `mayAct`: whether they could still take the step themselves; the plan is carried out all the same. */
    plannedBy: Person & { mayAct: boolean }
    /** The text that goes live, or that goes off. */
    digest: string
    /** That text is the working copy as it is. */
    isOfWorkingCopy: boolean
    /** Edits leave the plan as it is. */
    isKept: boolean
  } | null
  /** When what is live goes off. */
  liveUntil: string | null
  /** How far a text that is in review is on its way to being approved; null of any other. */
  approval: (ApprovalProgress & { text: string }) | null
  /** Why nobody can give an approval that is missing, in words; null where somebody can. */
  nobodyApproves: string | null
  /** What is to be signed off by kind, or was, while the text is in review, approved or scheduled. */
  signOffs: SignOffView[]
  assignment: Assignment
  claim: Claim | null
  openComments: { total: number; blocking: number }
}

/** One kind of sign-off, as it stands. */
interface SignOffView {
  kind: SignOffKind
  label: string
  isRequired: boolean
  given: { by: Person; at: string; comment: string | null } | null
  /** Whether the caller could give it now. */
  mayGive: boolean
  /** It is missing, and nobody can give it: whoever could has left, or wrote the text. */
  hasNobody: boolean
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
  const facts = await toFacts(known.circumstances, known.working)
  const language = callerLanguage(req)
  const progress = await describeProgress(req, known, { actor, language })
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
    plan: await toPlanView(req, known),
    liveUntil: plans.find(({ action }) => action === 'unpublish')?.dueAt ?? null,
    ...progress,
    assignment,
    claim,
    openComments: {
      total: openComments.length,
      blocking: openComments.filter(({ isBlocking }) => isBlocking).length,
    },
  }
}

async function toPlanView(
  req: PayloadRequest,
  { circumstances, working }: { circumstances: Circumstances; working: EditorialDocument },
): Promise<WorkflowView['plan']> {
  const { state, plans, assignment } = circumstances
  const publication = plans.find(({ action }) => action === 'publish')
  const [end] = plans
  const shown = publication ?? end
  if (!shown) return null
  const { dueAt, thenUnpublishAt, plannedBy, digest, isKept } = shown
  const dates = publication
    ? { publishAt: dueAt, unpublishAt: thenUnpublishAt }
    : { publishAt: null, unpublishAt: dueAt }
  const mayAct = await mayActAsEditor(req, plannedBy.id, working, assignment)
  const isOfWorkingCopy = digest === state.digest
  return { ...dates, plannedBy: { ...plannedBy, mayAct }, digest, isOfWorkingCopy, isKept }
}

/** What is asked for is judged by the rules as they are now, and so is what is shown of it. */
async function describeProgress(
  req: PayloadRequest,
  { circumstances, working }: { circumstances: Circumstances; working: EditorialDocument },
  { actor, language }: { actor: DecidingActor; language: Language },
): Promise<Pick<WorkflowView, 'approval' | 'nobodyApproves' | 'signOffs'>> {
  const { state, settings } = circumstances
  const isInReview = state.stage === 'in_review'
  if (!isInReview && !awaitsPublication(state.stage)) {
    return { approval: null, nobodyApproves: null, signOffs: [] }
  }
  const { rule, progress, given } = await readProgress(req, circumstances, working)
  const caller = actorOf(req)
  const toGive =
    isInReview && isPerson(caller)
      ? signOffsToGive({
          settings,
          missing: progress.missingSignOffs,
          contributors: state.contributors,
          person: caller,
          deciding: actor,
        })
      : []
  const unsignable = isInReview
    ? await findUnsignable(req, {
        settings,
        missing: progress.missingSignOffs,
        contributors: state.contributors,
        profession: relationId(working.profession),
        region: relationId(working.region),
        reviewer: circumstances.assignment.reviewer,
      })
    : []
  const lacking = isInReview
    ? await findLackingApprover(req, {
        circumstances,
        progress,
        profession: relationId(working.profession),
        region: relationId(working.region),
      })
    : null
  const signOffs = signOffKinds.flatMap((kind): SignOffView[] => {
    // What was approved stays so: the rules of now ask nothing of it.
    const isRequired = isInReview && rule.signOffs.includes(kind)
    const found = given.find((one) => one.kind === kind)
    if (!isRequired && !found) return []
    return [
      {
        kind,
        label: inLanguage(signOffLabels[kind], language),
        isRequired,
        given: found ? { by: found.givenBy, at: found.givenAt, comment: found.comment } : null,
        mayGive: toGive.includes(kind),
        hasNobody: unsignable.includes(kind),
      },
    ]
  })
  return {
    approval: isInReview
      ? {
          ...progress,
          text: inLanguage(
            sayProgress(progress, leftToExperts(settings, progress.missingSignOffs)),
            language,
          ),
        }
      : null,
    nobodyApproves: lacking && inLanguage(sayLacking(lacking), language),
    signOffs,
  }
}
