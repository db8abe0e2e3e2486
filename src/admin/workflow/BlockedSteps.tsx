'use client'

import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import { useWords } from '../words/use-words.ts'
import styles from './workflow.module.css'

/** Steps that a person looks for; that nothing is there to be taken down is no news. */
const wanted: ReadonlySet<TransitionName> = new Set([
  'submit',
  'approve',
  'requestChanges',
  'publish',
])

/** What stands in the way of the next steps, said before anybody clicks. */
export function BlockedSteps({ view }: { view: WorkflowScreen }) {
  const { say, pick } = useWords()
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
  if (reasons.length === 0) return null
  return (
    <ul className={styles.blocked}>
      {reasons.map(({ transition, reason }) => (
        <li key={`${transition} ${reason}`}>
          <strong>{say('bar:blocked', { step: pick(transitions[transition].label) })}</strong>{' '}
          {reason}
        </li>
      ))}
    </ul>
  )
}
