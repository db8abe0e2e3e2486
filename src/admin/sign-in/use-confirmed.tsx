'use client'

import { useState, type ReactNode } from 'react'
import { callApi, type ApiAnswer } from '../kit/api.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import { Field } from './Field.tsx'
import { ProveAgain } from './ProveAgain.tsx'

interface Waiting {
  path: string
  body: object
  /** What confirms it: their password, or what somebody shows who has none. */
  by: 'password' | 'proof'
  resolve: (answer: ApiAnswer<unknown>) => void
}

/** What is asked for, by the code of the refusal. */
const asked: Readonly<Record<string, Waiting['by'] | undefined>> = {
  password_needed: 'password',
  sign_in_again: 'proof',
}

/**
 * A call that changes how somebody signs in: where the session is an old one, it asks for their password and
 * sends it along, or for a second factor or a new sign-in of who has none. `dialog` has to stand on the page.
 */
export function useConfirmed(): {
  send: <Body>(path: string, body?: object) => Promise<ApiAnswer<Body>>
  dialog: ReactNode
} {
  const { say, language } = useWords()
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const call = <Body,>(path: string, body: object) =>
    callApi<Body>(path, { say, language, method: 'POST', body })

  const send = async <Body,>(path: string, body: object = {}): Promise<ApiAnswer<Body>> => {
    const answer = await call<Body>(path, body)
    const by = answer.ok ? undefined : asked[answer.code]
    if (by === undefined) return answer
    setPassword('')
    setProblem(null)
    return new Promise((resolve) => {
      // What the second call gives is what the first would have given.
      setWaiting({ path, body, by, resolve: resolve as Waiting['resolve'] })
    })
  }

  const confirm = async ({ path, body, resolve }: Waiting) => {
    const answer = await call(path, { ...body, password })
    if (!answer.ok && answer.status === 400) {
      setProblem(answer.message)
      return
    }
    setWaiting(null)
    resolve(answer)
  }
  const cancel = ({ resolve }: Waiting) => {
    setWaiting(null)
    resolve({ ok: false, status: 0, code: 'cancelled', message: '' })
  }

  if (waiting?.by === 'proof') {
    const goOn = async ({ path, body, resolve }: Waiting) => {
      setWaiting(null)
      resolve(await call(path, body))
    }
    const dialog = (
      <ProveAgain
        onClose={() => {
          cancel(waiting)
        }}
        onProved={() => void goOn(waiting)}
      />
    )
    return { send, dialog }
  }
  const dialog = waiting ? (
    <Dialog
      confirm={{
        label: say('signIn:confirm'),
        isDisabled: password === '',
        onClick: () => void confirm(waiting),
      }}
      onClose={() => {
        cancel(waiting)
      }}
      title={say('signIn:settings')}
    >
      <p>{say('signIn:passwordNeeded')}</p>
      <Field
        label={say('signIn:password')}
        autoComplete="current-password"
        onChange={setPassword}
        type="password"
        value={password}
      />
      {problem === null ? null : <Problem message={problem} />}
    </Dialog>
  ) : null

  return { send, dialog }
}
