import type { BilingualText } from '#model/text.ts'
import type { WorkflowScreen } from '#workflow/newsroom/view.ts'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import type { Say } from '../words/say.ts'

/** Steps that a person looks for; that nothing is there to be taken down is no news. */
const wanted: ReadonlySet<TransitionName> = new Set([
  'submit',
  'approve',
  'requestChanges',
  'publish',
])

/**
 * What stands in the way of the next steps: what the server refuses, and of what it allows, what the
 * checks and open comments would refuse.
 */
export function blockersOf(
  view: Pick<WorkflowScreen, 'findings' | 'blocked' | 'allowed' | 'openComments'>,
  { say, pick }: { say: Say; pick: (text: BilingualText) => string },
): { transition: TransitionName; reason: string }[] {
  const blockers = view.findings.filter(({ severity }) => severity === 'block')
  const [first] = blockers
  const reasons = view.blocked
    .filter(({ transition }) => wanted.has(transition))
    .map(({ transition, reason }) => ({ transition, reason }))
  for (const transition of view.allowed) {
    const { demands } = transitions[transition]
    if (!wanted.has(transition)) continue
    if (demands.includes('checks') && first) {
      const values = { count: blockers.length, first: pick(first.message) }
      reasons.push({ transition, reason: say('bar:checks', values) })
    }
    if (demands.includes('resolved') && view.openComments.blocking > 0) {
      reasons.push({ transition, reason: say('bar:openComments') })
    }
  }
  return reasons
}
