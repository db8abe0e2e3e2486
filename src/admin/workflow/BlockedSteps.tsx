'use client'

import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import { transitions } from '#workflow/transitions.ts'
import { useWords } from '../words/use-words.ts'
import { blockersOf } from './blockers.ts'
import styles from './workflow.module.css'

/** What stands in the way of the next steps, said before anybody clicks. */
export function BlockedSteps({ view }: { view: WorkflowScreen }) {
  const { say, pick } = useWords()
  const reasons = blockersOf(view, say)
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
