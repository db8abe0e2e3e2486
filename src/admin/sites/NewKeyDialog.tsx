'use client'

import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'

/** Asks what a key is for and how long it holds, and makes it. */
export function NewKeyDialog(props: {
  /** Of the site's keys. */
  path: string
  onMade: (key: string) => void
  onClose: () => void
}) {
  const { path, onMade, onClose } = props
  const { say } = useWords()
  const { send, isSending, problem } = useSend<{ key: string }>(path)
  const [label, setLabel] = useState('')
  const [until, setUntil] = useState('')

  const make = async () => {
    const answer = await send(path, {
      method: 'POST',
      // A day without an hour ends at midnight, Berlin time.
      body: { label: label.trim(), ...(until === '' ? {} : { expiresAt: `${until}T23:59` }) },
    })
    if (answer.ok) onMade(answer.body.key)
  }

  return (
    <Dialog
      confirm={{ label: say('sites:makeKey'), isDisabled: isSending, onClick: () => void make() }}
      onClose={onClose}
      title={say('sites:newKey')}
    >
      <label className={kit.field}>
        <span>{say('sites:label')}</span>
        <input
          className={kit.input}
          maxLength={200}
          onChange={(event) => {
            setLabel(event.target.value)
          }}
          value={label}
        />
        <small>{say('sites:labelHint')}</small>
      </label>
      <label className={kit.field}>
        <span>{say('sites:expiry')}</span>
        <input
          className={kit.input}
          min={new Date().toISOString().slice(0, 10)}
          onChange={(event) => {
            setUntil(event.target.value)
          }}
          type="date"
          value={until}
        />
      </label>
      {problem === null ? null : <Problem message={problem} />}
    </Dialog>
  )
}
