import type { BilingualText } from '#model/text.ts'
import type { Role } from '#model/roles.ts'
import type { Stage } from '#model/stages.ts'

export const transitionNames = [
  'submit',
  'withdraw',
  'requestChanges',
  'approve',
  'publish',
  'schedule',
  'unschedule',
  'unpublish',
  'archive',
  'reopen',
] as const
export type TransitionName = (typeof transitionNames)[number]

/** One named step: the only way a document's stage or its live copy changes. */
export interface Transition {
  /** Stages it starts from. */
  from: readonly Stage[]
  /** The stage it leads to, or, where it depends on the stage it starts from, a stage for those. */
  to: Stage | Partial<Readonly<Record<Stage, Stage>>>
  /** Roles that may do it. Authors only on texts of their own, editors only within their desks. */
  who: readonly Role[]
  /** What it demands beyond stage and role. */
  demands: readonly Demand[]
  label: BilingualText
}

/**
 * `checks`: no check on the content blocks. `reason`: a comment that says why. `fourEyes`: the actor
 * did not contribute to the text since the last approval, and has not approved it yet. `unclaimed`:
 * nobody else is reviewing it right now. `resolved`: no blocking comment is open. `approval`: a valid
 * approval of exactly this digest. `liveCopy`: there is a live copy. `dates`: when to publish, to
 * unpublish, or both. `plan`: a publication or its end is planned.
 */
export type Demand =
  | 'checks'
  | 'reason'
  | 'fourEyes'
  | 'unclaimed'
  | 'resolved'
  | 'approval'
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
    demands: [],
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
  publish: {
    from: ['approved', 'scheduled'],
    to: 'live',
    who: ['editor', 'admin'],
    demands: ['approval', 'checks'],
    label: { de: 'Veröffentlichen', en: 'Publish' },
  },
  schedule: {
    from: ['approved', 'scheduled', 'live'],
    to: { approved: 'scheduled' },
    who: ['editor', 'admin'],
    demands: ['dates', 'approval', 'checks'],
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
    to: { live: 'draft' },
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

/** The stage after a transition; one that the transition does not name stays as it is. */
export function stageAfter({ to }: Transition, from: Stage): Stage {
  return typeof to === 'string' ? to : (to[from] ?? from)
}
