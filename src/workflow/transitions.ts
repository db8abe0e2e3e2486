import type { BilingualText } from '#model/text.ts'
import type { Role } from '#model/roles.ts'
import type { Stage } from '#model/stages.ts'

export const transitionNames = [
  'submit',
  'withdraw',
  'requestChanges',
  'approve',
  'revokeApproval',
  'publish',
  'schedule',
  'unschedule',
  'unpublish',
  'archive',
  'reopen',
] as const
export type TransitionName = (typeof transitionNames)[number]

/** Where a step starts, where it leads, and what it takes. */
export interface Course {
  /** Stages it starts from. */
  from: readonly Stage[]
  /** The stage it leads to, or, where it depends on the stage it starts from, a stage for those. */
  to: Stage | Partial<Readonly<Record<Stage, Stage>>>
  /** What it demands beyond stage and role. */
  demands: readonly Demand[]
}

/** One named step: the only way a document's stage or its live copy changes. */
export interface Transition extends Course {
  /** Roles that may do it. Authors only on texts of their own, editors only within their desks. */
  who: readonly Role[]
  /** The same where it is about nothing but the end of what is live, whatever the working copy is. */
  ofEnd?: Course
  label: BilingualText
}

/**
 * `checks`: no check on the content blocks. `reason`: a comment that says why. `fourEyes`: the actor
 * is none of those whose text it is, and has not approved it yet. `unclaimed`: nobody else is reviewing
 * it right now. `unlocked`: nobody else is reviewing it in a house that locks what is in review.
 * `resolved`: no blocking comment is open. `approval`: a valid approval of exactly this digest.
 * `signature`: an approval that can be taken back. `liveCopy`: there is a live copy. `dates`: when to
 * publish, to unpublish, or both. `plan`: a publication or its end is planned.
 */
export type Demand =
  | 'checks'
  | 'reason'
  | 'fourEyes'
  | 'unclaimed'
  | 'unlocked'
  | 'resolved'
  | 'approval'
  | 'signature'
  | 'liveCopy'
  | 'dates'
  | 'plan'

/** The stages in which the working copy is not the text that is live. */
const beforeLive = ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled'] as const

/** The workflow. API, GraphQL, buttons, tests and documentation are derived from this table. */
export const transitions: Readonly<Record<TransitionName, Transition>> = {
  submit: {
    from: ['draft', 'changes_requested'],
    to: 'in_review',
    who: ['author', 'editor', 'admin'],
    demands: ['checks'],
    label: { de: 'Zur Prüfung geben', en: 'Submit for review' },
  },
  withdraw: {
    from: ['in_review'],
    to: 'draft',
    who: ['author', 'editor', 'admin'],
    demands: ['unlocked'],
    label: { de: 'Zurückziehen', en: 'Withdraw' },
  },
  requestChanges: {
    from: ['in_review'],
    to: 'changes_requested',
    who: ['editor', 'admin'],
    demands: ['unclaimed', 'reason'],
    label: { de: 'Änderungen anfordern', en: 'Request changes' },
  },
  approve: {
    from: ['in_review'],
    to: 'approved',
    who: ['editor', 'admin'],
    demands: ['unclaimed', 'fourEyes', 'resolved', 'checks'],
    label: { de: 'Freigeben', en: 'Approve' },
  },
  revokeApproval: {
    from: [...beforeLive, 'live'],
    to: { approved: 'in_review', scheduled: 'in_review' },
    who: ['editor', 'admin'],
    demands: ['signature', 'reason'],
    label: { de: 'Freigabe zurücknehmen', en: 'Take the approval back' },
  },
  publish: {
    from: ['approved', 'scheduled'],
    to: 'live',
    who: ['editor', 'admin'],
    demands: ['approval', 'resolved', 'checks'],
    label: { de: 'Veröffentlichen', en: 'Publish' },
  },
  schedule: {
    from: ['approved', 'scheduled'],
    to: { approved: 'scheduled' },
    who: ['editor', 'admin'],
    demands: ['dates', 'approval', 'resolved', 'checks'],
    ofEnd: { from: [...beforeLive, 'live'], to: {}, demands: ['liveCopy', 'dates'] },
    label: { de: 'Einplanen', en: 'Schedule' },
  },
  unschedule: {
    from: [...beforeLive, 'live'],
    to: { scheduled: 'approved' },
    who: ['editor', 'admin'],
    demands: ['plan'],
    label: { de: 'Planung aufheben', en: 'Unschedule' },
  },
  unpublish: {
    from: [...beforeLive, 'live'],
    // A new version that waited for its date does not come up by itself after this.
    to: { live: 'draft', scheduled: 'approved' },
    who: ['editor', 'admin'],
    demands: ['liveCopy'],
    label: { de: 'Vom Netz nehmen', en: 'Unpublish' },
  },
  archive: {
    from: [...beforeLive, 'live'],
    to: 'archived',
    who: ['editor', 'admin'],
    demands: [],
    label: { de: 'Archivieren', en: 'Archive' },
  },
  reopen: {
    from: ['archived'],
    to: 'draft',
    who: ['editor', 'admin'],
    demands: [],
    label: { de: 'Wieder öffnen', en: 'Reopen' },
  },
}

/** The course that a step takes from where a document stands, for what somebody asks. */
export function courseOf(
  name: TransitionName,
  { stage, hasLiveCopy }: { stage: Stage; hasLiveCopy: boolean },
  asked?: { publishAt?: unknown; unpublishAt?: unknown },
): Course {
  const transition = transitions[name]
  const { ofEnd } = transition
  if (!ofEnd || stage === 'archived' || stage === 'scheduled') return transition
  if (stage === 'live') return ofEnd
  if (!hasLiveCopy || asked?.publishAt !== undefined) return transition
  // Of an approved text both can be planned: what is asked decides, and by itself it is about that text.
  const isAboutEnd =
    stage !== 'approved' || (asked !== undefined && asked.unpublishAt !== undefined)
  return isAboutEnd ? ofEnd : transition
}

/** The stage after a step; one that its course does not name stays as it is. */
export function stageAfter({ to }: Pick<Course, 'to'>, from: Stage): Stage {
  return typeof to === 'string' ? to : (to[from] ?? from)
}
