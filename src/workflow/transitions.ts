import type { BilingualText } from '#model/text.ts'
import type { Role } from '#model/roles.ts'

/** The stages of a working copy. `live` means: the working copy is the text that is live. */
export const stages = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'live',
  'archived',
] as const
export type Stage = (typeof stages)[number]

export const transitionNames = [
  'submit',
  'withdraw',
  'requestChanges',
  'approve',
  'publish',
  'unpublish',
  'archive',
  'reopen',
] as const
export type TransitionName = (typeof transitionNames)[number]

/** One named step: the only way a document's stage or its live copy changes. */
export interface Transition {
  /** Stages it starts from. */
  from: readonly Stage[]
  /** The stage it leads to; null leaves the stage, except that `live` becomes `draft`. */
  to: Stage | null
  /** Roles that may do it. Authors only on texts of their own, editors only within their desks. */
  who: readonly Role[]
  /** What it demands beyond stage and role. */
  demands: readonly Demand[]
  label: BilingualText
}

/**
 * `checks`: no check on the content blocks. `reason`: a comment that says why. `fourEyes`: the actor
 * did not contribute to the text since the last approval. `approval`: a valid approval of exactly
 * this digest. `liveCopy`: there is a live copy.
 */
export type Demand = 'checks' | 'reason' | 'fourEyes' | 'approval' | 'liveCopy'

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
    demands: ['reason'],
    label: { de: 'Änderungen anfordern', en: 'Request changes' },
  },
  approve: {
    from: ['in_review'],
    to: 'approved',
    who: ['editor', 'admin'],
    demands: ['fourEyes', 'checks'],
    label: { de: 'Freigeben', en: 'Approve' },
  },
  publish: {
    from: ['approved'],
    to: 'live',
    who: ['editor', 'admin'],
    demands: ['approval', 'checks'],
    label: { de: 'Veröffentlichen', en: 'Publish' },
  },
  unpublish: {
    from: ['draft', 'in_review', 'changes_requested', 'approved', 'live'],
    to: null,
    who: ['editor', 'admin'],
    demands: ['liveCopy'],
    label: { de: 'Vom Netz nehmen', en: 'Unpublish' },
  },
  archive: {
    from: ['draft', 'in_review', 'changes_requested', 'approved', 'live'],
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

export const stageLabels: Readonly<Record<Stage, BilingualText>> = {
  draft: { de: 'Entwurf', en: 'Draft' },
  in_review: { de: 'In Prüfung', en: 'In review' },
  changes_requested: { de: 'Änderungen angefordert', en: 'Changes requested' },
  approved: { de: 'Freigegeben', en: 'Approved' },
  live: { de: 'Veröffentlicht', en: 'Live' },
  archived: { de: 'Archiviert', en: 'Archived' },
}

/** The stage after a transition. */
export function stageAfter(transition: Transition, from: Stage): Stage {
  return transition.to ?? (from === 'live' ? 'draft' : from)
}

/** The stage after an edit that changed the text: always a draft. Archived texts take no edits. */
export function stageAfterEdit(): Stage {
  return 'draft'
}

/** Says whether others rely on the text as it is: they review it, have approved it, or read it. */
export function isSettled(stage: Stage): boolean {
  return stage === 'in_review' || stage === 'approved' || stage === 'live'
}

export function isStage(value: unknown): value is Stage {
  return typeof value === 'string' && stages.some((stage) => stage === value)
}
