'use client'

import { Button, useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import { isRole } from '#model/roles.ts'
import { transitionNames, transitions, type TransitionName } from '#workflow/transitions.ts'
import { useWords } from '../words/use-words.ts'
import type { BulkText } from './batches.ts'
import { BulkDialog } from './BulkDialog.tsx'
import styles from './bulk.module.css'

/** The bar above a selection: which step to take on all of it. */
export function BulkSteps(props: {
  texts: readonly BulkText[]
  onClear: () => void
  /** After a run; the ids on which the step was taken. */
  onDone: (done: readonly string[]) => void
}) {
  const { texts, onClear, onDone } = props
  const { say, pick } = useWords()
  const { user } = useAuth()
  const [step, setStep] = useState<TransitionName | ''>('')
  const [isOpen, setIsOpen] = useState(false)
  const role: unknown = user?.role
  const possible = transitionNames.filter(
    (name) => isRole(role) && transitions[name].who.includes(role),
  )
  return (
    <div aria-label={say('bulk:step')} className={styles.bar} role="region">
      <strong aria-live="polite">{say('list:selected', { count: texts.length })}</strong>
      <select
        aria-label={say('bulk:step')}
        className={styles.select}
        onChange={({ target }) => {
          setStep(possible.find((name) => name === target.value) ?? '')
        }}
        value={step}
      >
        <option value="">{say('bulk:choose')}</option>
        {possible.map((name) => (
          <option key={name} value={name}>
            {pick(transitions[name].label)}
          </option>
        ))}
      </select>
      <Button
        disabled={step === ''}
        margin={false}
        onClick={() => {
          setIsOpen(true)
        }}
        size="medium"
      >
        {say('bulk:apply')}
      </Button>
      <Button buttonStyle="secondary" margin={false} onClick={onClear} size="medium">
        {say('bulk:clear')}
      </Button>
      {isOpen && step !== '' ? (
        <BulkDialog
          onClose={() => {
            setIsOpen(false)
          }}
          onDone={onDone}
          texts={texts}
          transition={step}
        />
      ) : null}
    </div>
  )
}
