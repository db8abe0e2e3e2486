'use client'

import { Button } from '@payloadcms/ui'
import {
  startAuthentication,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { callApi } from '../kit/api.ts'
import { useWords } from '../words/use-words.ts'
import { useKnowsPasskeys } from './use-knows-passkeys.ts'

/** Signs in by a passkey, or completes a session by one, where the browser knows what that is. */
export function PasskeyButton(props: {
  label: string
  onDone: () => void
  onProblem: (message: string | null) => void
}) {
  const { label, onDone, onProblem } = props
  const { say, language } = useWords()
  const isKnown = useKnowsPasskeys()

  const signIn = async () => {
    onProblem(null)
    const asked = await callApi<{ options: PublicKeyCredentialRequestOptionsJSON; word: string }>(
      '/sign-in/passkey/options',
      { say, language, method: 'POST', body: {} },
    )
    if (!asked.ok) {
      onProblem(asked.message)
      return
    }
    const { options, word } = asked.body
    const response = await startAuthentication({ optionsJSON: options }).catch(() => null)
    if (response === null) {
      onProblem(say('signIn:passkeyFailed'))
      return
    }
    const answer = await callApi('/sign-in/passkey', {
      say,
      language,
      method: 'POST',
      body: { word, response },
    })
    if (answer.ok) onDone()
    else onProblem(answer.message)
  }

  if (!isKnown) return null
  return (
    <Button
      buttonStyle="secondary"
      margin={false}
      onClick={() => void signIn()}
      size="large"
      type="button"
    >
      {label}
    </Button>
  )
}
