import type { WorkflowScreen } from '#newsroom/lists/view.ts'

/** What the text is compared with. */
export type Since = 'live' | 'approved:me' | 'nothing'

/** What a text is compared with as long as nobody chooses: what is live, where anything is. */
export function sinceOf(chosen: Since | null, view: Pick<WorkflowScreen, 'live'> | null): Since {
  return chosen ?? (view && !view.live ? 'nothing' : 'live')
}

/** What a person can compare a text with: also what they approved themselves. */
export function comparable(
  { live, approvals }: Pick<WorkflowScreen, 'live' | 'approvals'>,
  person: string | number | undefined,
): Since[] {
  const hasApproved = approvals.some(({ approvedBy }) => approvedBy.id === person)
  return [
    ...(live ? (['live'] as const) : []),
    ...(hasApproved ? (['approved:me'] as const) : []),
    'nothing',
  ]
}

/** Where a key leads among marks: on to the next, and round; null where there are none. */
export function nextMark(at: number, direction: 1 | -1, count: number): number | null {
  if (count === 0) return null
  return at < 0 && direction < 0 ? count - 1 : (at + direction + count) % count
}
