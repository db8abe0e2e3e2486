'use client'

import { Button, Link } from '@payloadcms/ui'
import { useState } from 'react'
import { callApi } from '../kit/api.ts'
import { Problem } from '../kit/Problem.tsx'
import { useIsLive } from '../kit/use-is-live.ts'
import { useWords } from '../words/use-words.ts'
import { Field } from './Field.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'
import styles from './sign-in.module.css'

/** Asks for address and password, or a passkey in their place. */
export function PasswordStep({ forgotPath, onDone }: { forgotPath: string; onDone: () => void }) {
  const { say, language } = useWords()
  const isLive = useIsLive()
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)

  const signIn = async (form: FormData) => {
    setIsSending(true)
    setProblem(null)
    const answer = await callApi('/users/login', {
      say,
      language,
      method: 'POST',
      // As it stands in the fields: a browser may have filled them in before the page was live.
      body: { email: form.get('email'), password: form.get('password') },
    })
    setIsSending(false)
    if (answer.ok) onDone()
    else setProblem(answer.status === 401 ? say('signIn:wrong') : answer.message)
  }

  return (
    <form
      className={styles.form}
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        void signIn(new FormData(event.currentTarget))
      }}
    >
      <h1 className={styles.heading}>{say('signIn:title')}</h1>
      <Field
        label={say('signIn:email')}
        autoComplete="username webauthn"
        id="field-email"
        maxLength={254}
        name="email"
        required
        type="email"
      />
      <Field
        label={say('signIn:password')}
        autoComplete="current-password"
        id="field-password"
        maxLength={1000}
        name="password"
        required
        type="password"
      />
      {problem === null ? null : <Problem message={problem} />}
      <Button disabled={isSending || !isLive} margin={false} size="large" type="submit">
        {say('signIn:submit')}
      </Button>
      <PasskeyButton label={say('signIn:withPasskey')} onDone={onDone} onProblem={setProblem} />
      <Link className={styles.link} href={forgotPath} prefetch={false}>
        {say('signIn:forgot')}
      </Link>
    </form>
  )
}
