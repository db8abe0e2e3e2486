'use client'

import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import { useWords } from '../words/use-words.ts'
import styles from './workflow.module.css'

/** Asks, before somebody edits a text that waits for its date, what is to become of the date. */
export function PlanNotice(props: {
  view: Pick<WorkflowScreen, 'state' | 'plan'>
  isBusy: boolean
  onKeep: (isKept: boolean) => void
}) {
  const { view, isBusy, onKeep } = props
  const { say } = useWords()
  if (view.state !== 'scheduled' || !view.plan) return null
  const { isKept } = view.plan
  return (
    <p className={styles.plan}>
      {say(isKept ? 'bar:planIsKept' : 'bar:editEndsPlan')}{' '}
      <button
        className={styles.textButton}
        disabled={isBusy}
        onClick={() => {
          onKeep(!isKept)
        }}
        type="button"
      >
        {say(isKept ? 'bar:freePlan' : 'bar:keepPlan')}
      </button>
    </p>
  )
}
