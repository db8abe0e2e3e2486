'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Problem } from '../kit/Problem.tsx'
import { useIsLive } from '../kit/use-is-live.ts'
import { useWords } from '../words/use-words.ts'
import { Field } from './Field.tsx'
import styles from './sign-in.module.css'
import { useConfirmed } from './use-confirmed.tsx'

/** Another address of mail for one's own account: with the password, of who has one. */
export function ChangeAddress({ hasPassword }: { hasPassword: boolean }) {
  const { say } = useWords()
  const { send, dialog } = useConfirmed()
  const isLive = useIsLive()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [changed, setChanged] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)

  const change = async () => {
    setIsSending(true)
    setProblem(null)
    setChanged(null)
    const body = { email, ...(hasPassword ? { password } : {}) }
    const answer = await send<{ email: string }>('/account/email', body)
    setIsSending(false)
    if (answer.ok) {
      setChanged(answer.body.email)
      setEmail('')
      setPassword('')
    } else if (answer.message !== '') setProblem(answer.message)
  }

  return (
    <section className={styles.section}>
      <h2>{say('signIn:changeAddress')}</h2>
      <p className={styles.hint}>{say('signIn:addressHint')}</p>
      <form
        className={styles.form}
        method="post"
        onSubmit={(event) => {
          event.preventDefault()
          void change()
        }}
      >
        <Field
          autoComplete="email"
          label={say('signIn:freshAddress')}
          maxLength={254}
          name="email"
          onChange={setEmail}
          required
          type="email"
          value={email}
        />
        {hasPassword ? (
          <Field
            autoComplete="current-password"
            label={say('signIn:password')}
            maxLength={1000}
            name="password-for-address"
            onChange={setPassword}
            required
            type="password"
            value={password}
          />
        ) : null}
        {problem === null ? null : <Problem message={problem} />}
        <p aria-live="polite" className={styles.hint} hidden={changed === null}>
          {changed === null ? '' : say('signIn:addressChanged', { email: changed })}
        </p>
        <div>
          <Button disabled={isSending || !isLive} margin={false} size="medium" type="submit">
            {say('signIn:changeAddress')}
          </Button>
        </div>
      </form>
      {dialog}
    </section>
  )
}
