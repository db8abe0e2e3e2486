'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { callApi } from '../kit/api.ts'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import { Field } from './Field.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'
import styles from './sign-in.module.css'
import { SignOutButton } from './SignOutButton.tsx'
import type { Standing } from './standing.ts'

/** Asks for the second factor: a code of the app, a recovery code, or a passkey. */
export function SecondStep({ standing, onDone }: { standing: Standing; onDone: () => void }) {
  const { offers } = standing
  const { say, language } = useWords()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
  }, [])
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)

  const prove = async () => {
    setIsSending(true)
    setProblem(null)
    const answer = await callApi('/account/second-factor', {
      say,
      language,
      method: 'POST',
      body: { code },
    })
    setIsSending(false)
    if (answer.ok) onDone()
    else setProblem(answer.message)
  }

  return (
    <form
      className={styles.form}
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        void prove()
      }}
    >
      <h1 className={styles.heading}>{say('signIn:second')}</h1>
      {offers.passkey ? (
        <PasskeyButton
          label={say('signIn:secondByPasskey')}
          onDone={onDone}
          onProblem={setProblem}
        />
      ) : null}
      <p className={styles.hint}>{say('signIn:secondHint')}</p>
      <Field
        label={say('signIn:code')}
        autoComplete="one-time-code"
        ref={field}
        inputMode={offers.app ? 'numeric' : 'text'}
        maxLength={40}
        name="code"
        onChange={setCode}
        required
        value={code}
      />
      {problem === null ? null : <Problem message={problem} />}
      <Button disabled={isSending} margin={false} size="large" type="submit">
        {say('signIn:goOn')}
      </Button>
      <SignOutButton />
    </form>
  )
}
