'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import { AddPasskey } from './AddPasskey.tsx'
import styles from './sign-in.module.css'
import type { Standing } from './standing.ts'
import { useConfirmed } from './use-confirmed.tsx'

/** The passkeys of an account. */
export function PasskeysSection(props: {
  passkeys: NonNullable<Standing['factors']>['passkeys']
  onChange: (codes?: readonly string[]) => void
}) {
  const { passkeys, onChange } = props
  const { say, format } = useWords()
  const { send, dialog } = useConfirmed()
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async (id: string) => {
    setProblem(null)
    const answer = await send(`/account/passkeys/${encodeURIComponent(id)}/remove`)
    if (answer.ok) onChange()
    else setProblem(answer.message || null)
  }
  return (
    <section className={styles.section}>
      <h2>{say('signIn:passkeys')}</h2>
      <p className={styles.hint}>{say('signIn:passkeysHint')}</p>
      {passkeys.length > 0 ? (
        <ul className={styles.list}>
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id}>
              <span>
                {name}
                <small>
                  {say('signIn:passkeyCreated', { at: format.date(createdAt) })}
                  {lastUsedAt === null
                    ? ''
                    : `, ${say('signIn:passkeyUsed', { at: format.date(lastUsedAt) })}`}
                </small>
              </span>
              <Button
                aria-label={say('signIn:removeOf', { name })}
                buttonStyle="secondary"
                margin={false}
                onClick={() => void remove(id)}
                size="small"
                type="button"
              >
                {say('signIn:remove')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <AddPasskey onDone={onChange} />
      {problem === null ? null : <Problem message={problem} />}
      {dialog}
    </section>
  )
}
