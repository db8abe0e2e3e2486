'use client'

import { Button } from '@payloadcms/ui'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import { useWords } from '../words/use-words.ts'
import { forwardFirst, leadsForward } from './way.ts'
import styles from './workflow.module.css'

/** A button for each step that a person may take now, the way forward first. */
export function StepButtons(props: {
  names: readonly TransitionName[]
  isBusy: boolean
  onChoose: (name: TransitionName) => void
}) {
  const { names, isBusy, onChoose } = props
  const { pick } = useWords()
  if (names.length === 0) return null
  return (
    <div className={styles.buttons}>
      {forwardFirst(names).map((name) => (
        <Button
          buttonStyle={leadsForward(name) ? 'primary' : 'secondary'}
          disabled={isBusy}
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
