'use client'

import { Button } from '@payloadcms/ui'
import {
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/browser'
import { useState } from 'react'
import { callApi } from '../kit/api.ts'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import { Field } from './Field.tsx'
import { useKnowsPasskeys } from './use-knows-passkeys.ts'
import styles from './sign-in.module.css'
import { useConfirmed } from './use-confirmed.tsx'

/** Makes a passkey on this device. `onDone` gets the recovery codes, where there are new ones. */
export function AddPasskey({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const { say, language } = useWords()
  const { send, dialog } = useConfirmed()
  const isKnown = useKnowsPasskeys()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const add = async () => {
    setProblem(null)
    const asked = await send<{ options: PublicKeyCredentialCreationOptionsJSON; word: string }>(
      '/account/passkeys/options',
    )
    if (!asked.ok) {
      setProblem(asked.message || null)
      return
    }
    const { options, word } = asked.body
    const response = await startRegistration({ optionsJSON: options }).catch(() => null)
    if (response === null) {
      setProblem(say('signIn:passkeyFailed'))
      return
    }
    const answer = await callApi<{ recoveryCodes: string[] }>('/account/passkeys', {
      say,
      language,
      method: 'POST',
      body: { word, response, name: name.trim() },
    })
    if (!answer.ok) {
      setProblem(answer.message)
      return
    }
    setName('')
    onDone(answer.body.recoveryCodes)
  }

  if (!isKnown) return null
  return (
    <form
      className={styles.form}
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Field
        label={say('signIn:passkeyName')}
        autoComplete="off"
        maxLength={100}
        onChange={setName}
        required
        value={name}
      />
      {problem === null ? null : <Problem message={problem} />}
      <Button buttonStyle="secondary" margin={false} size="medium" type="submit">
        {say('signIn:passkeyAdd')}
      </Button>
      {dialog}
    </form>
  )
}
