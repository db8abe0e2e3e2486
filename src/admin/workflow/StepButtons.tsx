'use client'

import { Button } from '@payloadcms/ui'
import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import { useWords } from '../words/use-words.ts'
import { leadsForward, offeredSteps } from './way.ts'
import styles from './workflow.module.css'

/** A button for each step that a person may take now, or could but for the text. */
export function StepButtons(props: {
  view: Pick<WorkflowScreen, 'allowed' | 'blocked'>
  isBusy: boolean
  onChoose: (name: TransitionName) => void
}) {
  const { view, isBusy, onChoose } = props
  const { pick } = useWords()
  const steps = offeredSteps(view)
  if (steps.length === 0) return null
  return (
    <div className={styles.buttons}>
      {steps.map(({ name, isWaiting }) => (
        <Button
          buttonStyle={leadsForward(name) ? 'primary' : 'secondary'}
          disabled={isBusy || isWaiting}
          key={name}
          margin={false}
          onClick={() => {
            onChoose(name)
          }}
          size="medium"
          type="button"
        >
          {pick(transitions[name].label)}
        </Button>
      ))}
    </div>
  )
}
