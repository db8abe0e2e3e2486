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
  const reasons = view.blocked
    .filter(({ transition }) => wanted.has(transition))
    .map(({ transition, reason, details: [first, ...others] }) => ({
      transition,
      reason: first
        ? say('bar:obstacles', { count: others.length + 1, reason, first: first.reason })
        : reason,
    }))
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
