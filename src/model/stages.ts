import type { BilingualText } from './text.ts'

/** The stages of a working copy. `live` means: the working copy is the text that is live. */
export const stages = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'live',
  'archived',
] as const
export type Stage = (typeof stages)[number]

export const stageLabels: Readonly<Record<Stage, BilingualText>> = {
  draft: { de: 'Entwurf', en: 'Draft' },
  in_review: { de: 'In Prüfung', en: 'In review' },
  changes_requested: { de: 'Änderungen angefordert', en: 'Changes requested' },
  approved: { de: 'Freigegeben', en: 'Approved' },
  scheduled: { de: 'Eingeplant', en: 'Scheduled' },
  live: { de: 'Veröffentlicht', en: 'Live' },
  archived: { de: 'Archiviert', en: 'Archived' },
}

/**
 * The stage after an edit that changed the text: a draft, but live again where it is the text that is
 * live, and scheduled again where it is the text that a plan of this round will publish. Archived texts
 * take no edits.
 */
export function stageAfterEdit(becomes: { isLive?: boolean; isPlanned?: boolean } = {}): Stage {
  if (becomes.isLive) return 'live'
  return becomes.isPlanned ? 'scheduled' : 'draft'
}

/** Says whether the text has all its approvals: what is written after this is another text. */
export function isSigned(stage: Stage): boolean {
  return ['approved', 'scheduled', 'live'].includes(stage)
}

/** Says whether the text has all its approvals and is not live: nothing but a publication is left. */
export function awaitsPublication(stage: Stage): boolean {
  return isSigned(stage) && stage !== 'live'
}

/** Says whether others rely on the text as it is: they review it, have approved it, or read it. */
export function isSettled(stage: Stage): boolean {
  return ['in_review', 'approved', 'scheduled', 'live'].includes(stage)
}

export function isStage(value: unknown): value is Stage {
  return typeof value === 'string' && stages.some((stage) => stage === value)
}
