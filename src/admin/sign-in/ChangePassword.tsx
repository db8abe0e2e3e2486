'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Problem } from '../kit/Problem.tsx'
import { useIsLive } from '../kit/use-is-live.ts'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'
import { Field } from './Field.tsx'
import styles from './sign-in.module.css'

/** A new password, with the one before. */
export function ChangePassword() {
  const { say } = useWords()
  const { send, isSending, problem } = useSend('/account/sessions')
  const isLive = useIsLive()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isDone, setIsDone] = useState(false)

  const change = async () => {
    setIsDone(false)
    const answer = await send('/account/password', { method: 'POST', body: { current, password } })
    if (!answer.ok) return
    setCurrent('')
    setPassword('')
    setIsDone(true)
  }
  const field = (options: {
    label: string
    name: 'current-password' | 'new-password'
    value: string
    onChange: (value: string) => void
  }) => (
    <Field
      label={options.label}
      autoComplete={options.name}
      maxLength={1000}
      name={options.name}
      onChange={options.onChange}
      required
      type="password"
      value={options.value}
    />
  )

  return (
    <section className={styles.section}>
      <h2>{say('signIn:changePassword')}</h2>
      <form
        className={styles.form}
        method="post"
        onSubmit={(event) => {
          event.preventDefault()
          void change()
        }}
      >
        {field({
          label: say('signIn:current'),
          name: 'current-password',
          value: current,
          onChange: setCurrent,
        })}
        {field({
          label: say('signIn:fresh'),
          name: 'new-password',
          value: password,
          onChange: setPassword,
        })}
        {problem === null ? null : <Problem message={problem} />}
        <p aria-live="polite" className={styles.hint} hidden={!isDone}>
          {isDone ? say('signIn:passwordChanged') : ''}
        </p>
        <div>
          <Button disabled={isSending || !isLive} margin={false} size="medium" type="submit">
            {say('signIn:changePassword')}
          </Button>
        </div>
      </form>
    </section>
  )
}
