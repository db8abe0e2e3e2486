'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import { SetUpApp } from './SetUpApp.tsx'
import styles from './sign-in.module.css'
import { useConfirmed } from './use-confirmed.tsx'

/** The app that shows codes. */
export function AppSection(props: {
  since: string | null
  onChange: (codes?: readonly string[]) => void
}) {
  const { since, onChange } = props
  const { say, format } = useWords()
  const { send, dialog } = useConfirmed()
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async () => {
    setProblem(null)
    const answer = await send('/account/app/remove')
    if (answer.ok) onChange()
    else setProblem(answer.message || null)
  }
  return (
    <section className={styles.section}>
      <h2>{say('signIn:app')}</h2>
      {since === null ? (
        <>
          <p className={styles.hint}>{say('signIn:appHint')}</p>
          <SetUpApp onDone={onChange} />
        </>
      ) : (
        <div className={styles.row}>
          <p className={styles.hint}>{say('signIn:appSince', { at: format.date(since) })}</p>
          <Button
            aria-label={say('signIn:removeOf', { name: say('signIn:app') })}
            buttonStyle="secondary"
            margin={false}
            onClick={() => void remove()}
            size="small"
            type="button"
          >
            {say('signIn:remove')}
          </Button>
        </div>
      )}
      {problem === null ? null : <Problem message={problem} />}
      {dialog}
    </section>
  )
}
