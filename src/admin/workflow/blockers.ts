import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import type { TransitionName } from '#workflow/transitions.ts'
import type { Say } from '../words/say.ts'

/** Steps that a person looks for; that nothing is there to be taken down is no news. */
const wanted: ReadonlySet<TransitionName> = new Set([
  'submit',
  'approve',
  'requestChanges',
  'publish',
])

/** What stands in the way of the next steps, in words; of several obstacles the first is named. */
export function blockersOf(
  { blocked }: Pick<WorkflowScreen, 'blocked'>,
  say: Say,
): { transition: TransitionName; reason: string }[] {
  return blocked
    .filter(({ transition }) => wanted.has(transition))
    .map(({ transition, reason, details: [first, ...others] }) => ({
      transition,
      reason: first
        ? say('bar:obstacles', { count: others.length + 1, reason, first: first.reason })
        : reason,
    }))
}
