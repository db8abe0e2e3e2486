'use client'

import { useState } from 'react'
import { callApi } from '../kit/api.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'
import { Field } from './Field.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'
import styles from './sign-in.module.css'
import type { Standing } from './standing.ts'

/** Asks somebody who has no password to show who they are: by their second factor, or at the provider. */
export function ProveAgain({ onProved, onClose }: { onProved: () => void; onClose: () => void }) {
  const { say, language } = useWords()
  const { body } = useLoaded<Standing>('/account/sign-in')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const hasCodes = body !== null && (body.offers.app || body.offers.recoveryCode)

  const prove = async () => {
    setProblem(null)
    const answer = await callApi('/account/second-factor', {
      say,
      language,
      method: 'POST',
      body: { code },
    })
    if (answer.ok) onProved()
    else setProblem(answer.message)
  }

  return (
    <Dialog
      {...(hasCodes
        ? {
            confirm: {
              label: say('signIn:confirm'),
              isDisabled: code === '',
              onClick: () => void prove(),
            },
          }
        : {})}
      onClose={onClose}
      title={say('signIn:settings')}
    >
      <div className={styles.form}>
        <p className={styles.hint}>{say('signIn:againNeeded')}</p>
        {hasCodes ? (
          <Field
            label={say('signIn:code')}
            autoComplete="one-time-code"
            maxLength={40}
            onChange={setCode}
            value={code}
          />
        ) : null}
        {body?.offers.passkey === true ? (
          <PasskeyButton
            label={say('signIn:secondByPasskey')}
            onDone={onProved}
            onProblem={setProblem}
          />
        ) : null}
        {typeof body?.provider === 'string' ? (
          // A link of Next would fetch where it leads to, and that is another site.
          <a
            className={styles.provider}
            href={`/api/sign-in/oidc?again&${new URLSearchParams({ returnTo: '/admin/sign-in' }).toString()}`}
          >
            {say('signIn:againBy', { provider: body.provider })}
          </a>
        ) : null}
        {problem === null ? null : <Problem message={problem} />}
      </div>
    </Dialog>
  )
}
