'use client'

import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useApi } from '../kit/use-api.ts'
import { useWords } from '../words/use-words.ts'

/** Asks what a key is for and how long it holds, and makes it. */
export function NewKeyDialog(props: {
  site: string
  onMade: (key: string) => void
  onClose: () => void
}) {
  const { site, onMade, onClose } = props
  const { say } = useWords()
  const api = useApi()
  const [label, setLabel] = useState('')
  const [until, setUntil] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const make = async () => {
    setIsBusy(true)
    setProblem(null)
    const answer = await api<{ key: string }>(`/sites/${site}/keys`, {
      method: 'POST',
      // A day without an hour ends at midnight, Berlin time.
      body: { label: label.trim(), ...(until === '' ? {} : { expiresAt: `${until}T23:59` }) },
    })
    setIsBusy(false)
    if (answer.ok) onMade(answer.body.key)
    else setProblem(answer.message)
  }

  return (
    <Dialog
      confirm={{ label: say('sites:makeKey'), isDisabled: isBusy, onClick: () => void make() }}
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
