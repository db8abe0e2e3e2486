'use client'

import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'

/** Asks where a webhook leads, and makes it. */
export function NewWebhookDialog(props: {
  /** Of the site's webhooks. */
  path: string
  onMade: (secret: string) => void
  onClose: () => void
}) {
  const { path, onMade, onClose } = props
  const { say } = useWords()
  const { send, isSending, problem } = useSend<{ secret: string }>(path)
  const [url, setUrl] = useState('https://')

  const make = async () => {
    const answer = await send(path, { method: 'POST', body: { url: url.trim() } })
    if (answer.ok) onMade(answer.body.secret)
  }

  return (
    <Dialog
      confirm={{ label: say('sites:makeHook'), isDisabled: isSending, onClick: () => void make() }}
      onClose={onClose}
      title={say('sites:newHook')}
    >
      <label className={kit.field}>
        <span>{say('sites:address')}</span>
        <input
          className={kit.input}
          inputMode="url"
          onChange={(event) => {
            setUrl(event.target.value)
          }}
          value={url}
        />
      </label>
      {problem === null ? null : <Problem message={problem} />}
    </Dialog>
  )
}
