'use client'

import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import { useWords } from '../words/use-words.ts'
import { factsOf } from './facts.ts'
import styles from './workflow.module.css'

/** Who has the text, what of it is live and since when, what is planned, due and open. */
export function WorkflowFacts({ view }: { view: WorkflowScreen }) {
  const { say, format } = useWords()
  const facts = factsOf(view, { say, format })
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
