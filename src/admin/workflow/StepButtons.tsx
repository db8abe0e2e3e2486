'use client'

import { Button } from '@payloadcms/ui'
import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import { useWords } from '../words/use-words.ts'
import styles from './workflow.module.css'

const forward: ReadonlySet<TransitionName> = new Set(['submit', 'approve', 'publish'])

/**
 * A button for each step that a person may take now, the way forward first. What only the text holds up
 * has its button as well, which waits: whoever mends the text sees where it leads.
 */
export function StepButtons(props: {
  view: Pick<WorkflowScreen, 'allowed' | 'blocked'>
  isBusy: boolean
  onChoose: (name: TransitionName) => void
}) {
  const { view, isBusy, onChoose } = props
  const { pick } = useWords()
  const waiting = view.blocked.flatMap(({ transition, code }) =>
    code === 'checks_block' ? [transition] : [],
  )
  const inOrder = [...view.allowed, ...waiting].sort(
    (left, right) => Number(forward.has(right)) - Number(forward.has(left)),
  )
  if (inOrder.length === 0) return null
  return (
    <div className={styles.buttons}>
      {inOrder.map((name) => (
        <Button
          buttonStyle={forward.has(name) ? 'primary' : 'secondary'}
          disabled={isBusy || waiting.includes(name)}
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
