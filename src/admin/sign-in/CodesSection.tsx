'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './sign-in.module.css'
import { useConfirmed } from './use-confirmed.tsx'

/** How many recovery codes are left, and new ones. */
export function CodesSection(props: {
  left: number
  onChange: (codes: readonly string[]) => void
}) {
  const { left, onChange } = props
  const { say } = useWords()
  const { send, dialog } = useConfirmed()
  const [problem, setProblem] = useState<string | null>(null)
  const renew = async () => {
    setProblem(null)
    const answer = await send<{ recoveryCodes: string[] }>('/account/recovery-codes')
    if (answer.ok) onChange(answer.body.recoveryCodes)
    else setProblem(answer.message || null)
  }
  return (
    <section className={styles.section}>
      <h2>{say('signIn:codes')}</h2>
      <p className={styles.hint}>
        {say('signIn:codesHint')}{' '}
        {left === 0 ? say('signIn:codesNone') : say('signIn:codesLeft', { count: left })}
      </p>
      <div>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => void renew()}
          size="medium"
          type="button"
        >
          {say('signIn:codesNew')}
        </Button>
      </div>
      {problem === null ? null : <Problem message={problem} />}
      {dialog}
    </section>
  )
}
