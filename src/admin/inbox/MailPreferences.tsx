'use client'

import { useState } from 'react'
import { mailModes } from '#notifications/kinds.ts'
import type { Preference } from '#notifications/preferences.ts'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'
import styles from './inbox.module.css'

interface Preferences {
  preferences: Preference[]
}

/** Chooses which messages come by mail, and when. A choice is saved as it is made. */
export function MailPreferences() {
  const { say } = useWords()
  const { body, problem, reload, take } = useLoaded<Preferences>('/inbox/preferences')
  const { send, problem: failure } = useSend<Preferences>()
  const [isSaved, setIsSaved] = useState(false)

  const choose = async (kind: Preference['kind'], mode: string) => {
    setIsSaved(false)
    const answer = await send('/inbox/preferences', {
      method: 'PATCH',
      body: { [kind]: mode },
    })
    setIsSaved(answer.ok)
    if (answer.ok) take(answer.body)
  }

  return (
    <details className={styles.mails}>
      <summary>{say('inbox:mails')}</summary>
      <p>{say('inbox:mailsHint')}</p>
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {failure === null ? null : <Problem message={failure} />}
      <ul>
        {body?.preferences.map(({ kind, label, mode }) => (
          <li key={kind}>
            <label>
              <span>{label}</span>
              <select
                className={kit.input}
                onChange={(event) => void choose(kind, event.target.value)}
                value={mode}
              >
                {mailModes.map((one) => (
                  <option key={one} value={one}>
                    {say(`inbox:${one}`)}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      <p role="status">{isSaved ? say('inbox:saved') : ''}</p>
    </details>
  )
}
