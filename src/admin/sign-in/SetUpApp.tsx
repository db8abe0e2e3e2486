'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { callApi } from '../kit/api.ts'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import { Field } from './Field.tsx'
import styles from './sign-in.module.css'
import { useConfirmed } from './use-confirmed.tsx'

interface NewApp {
  secret: string
  uri: string
  picture: string
}

/** Sets up an app that shows codes. `onDone` gets the recovery codes, where there are new ones. */
export function SetUpApp({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const { say, language } = useWords()
  const { send, dialog } = useConfirmed()
  const [app, setApp] = useState<NewApp | null>(null)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const begin = async () => {
    setProblem(null)
    const answer = await send<NewApp>('/account/app')
    if (answer.ok) setApp(answer.body)
    else setProblem(answer.message || null)
  }
  const confirm = async () => {
    setProblem(null)
    const answer = await callApi<{ recoveryCodes: string[] }>('/account/app/confirm', {
      say,
      language,
      method: 'POST',
      body: { code },
    })
    if (answer.ok) onDone(answer.body.recoveryCodes)
    else setProblem(answer.message)
  }

  if (!app) {
    return (
      <>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => void begin()}
          size="medium"
          type="button"
        >
          {say('signIn:appAdd')}
        </Button>
        {problem === null ? null : <Problem message={problem} />}
        {dialog}
      </>
    )
  }
  return (
    <form
      className={styles.form}
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <p className={styles.hint}>{say('signIn:appScan')}</p>
      <img
        alt={say('signIn:appPicture')}
        className={styles.picture}
        src={`data:image/svg+xml;base64,${btoa(app.picture)}`}
      />
      <p className={styles.key}>
        {say('signIn:appKey')}: <code>{app.secret.match(/.{1,4}/gu)?.join(' ')}</code>
      </p>
      <Field
        label={say('signIn:code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        name="app-code"
        onChange={setCode}
        required
        value={code}
      />
      {problem === null ? null : <Problem message={problem} />}
      <Button margin={false} size="medium" type="submit">
        {say('signIn:confirm')}
      </Button>
    </form>
  )
}
