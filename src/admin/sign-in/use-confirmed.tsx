'use client'

import { useState, type ReactNode } from 'react'
import { callApi, type ApiAnswer } from '../kit/api.ts'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'

interface Waiting {
  path: string
  body: object
  resolve: (answer: ApiAnswer<unknown>) => void
}

/**
 * A call that changes how somebody signs in: where the session is an old one, it asks for their password and
 * sends it along. `dialog` has to stand on the page.
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
    if (answer.ok || answer.code !== 'password_needed') return answer
    setPassword('')
    setProblem(null)
    return new Promise((resolve) => {
      // What the second call gives is what the first would have given.
      setWaiting({ path, body, resolve: resolve as Waiting['resolve'] })
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

  const dialog = waiting ? (
    <Dialog
      confirm={{
        label: say('signIn:confirm'),
        isDisabled: password === '',
        onClick: () => void confirm(waiting),
      }}
      onClose={() => {
        setWaiting(null)
        waiting.resolve({ ok: false, status: 0, code: 'cancelled', message: '' })
      }}
      title={say('signIn:settings')}
    >
      <p>{say('signIn:passwordNeeded')}</p>
      <label className={kit.field}>
        <span>{say('signIn:password')}</span>
        <input
          autoComplete="current-password"
          className={kit.input}
          onChange={(event) => {
            setPassword(event.target.value)
          }}
          type="password"
          value={password}
        />
      </label>
      {problem === null ? null : <Problem message={problem} />}
    </Dialog>
  ) : null

  return { send, dialog }
}
