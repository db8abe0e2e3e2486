'use client'

import { Button } from '@payloadcms/ui'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import { useWords } from '../words/use-words.ts'
import styles from './workflow.module.css'

const forward: ReadonlySet<TransitionName> = new Set(['submit', 'approve', 'publish'])

/** A button for each step that a person may take now, the way forward first. */
export function StepButtons(props: {
  names: readonly TransitionName[]
  isBusy: boolean
  onChoose: (name: TransitionName) => void
}) {
  const { names, isBusy, onChoose } = props
  const { pick } = useWords()
  const inOrder = [...names].sort(
    (left, right) => Number(forward.has(right)) - Number(forward.has(left)),
  )
  if (names.length === 0) return null
  return (
    <div className={styles.buttons}>
      {inOrder.map((name) => (
        <Button
          buttonStyle={forward.has(name) ? 'primary' : 'secondary'}
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
