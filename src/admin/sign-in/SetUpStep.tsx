'use client'

import { useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { AddPasskey } from './AddPasskey.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SetUpApp } from './SetUpApp.tsx'
import styles from './sign-in.module.css'
import { SignOutButton } from './SignOutButton.tsx'

/** Whoever has a role that asks for a second factor sets one up before anything else. */
export function SetUpStep({ onDone }: { onDone: () => void }) {
  const { say } = useWords()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const keep = (made: readonly string[]) => {
    if (made.length > 0) setCodes(made)
    else onDone()
  }
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />
  return (
    <div className={styles.form}>
      <h1 className={styles.heading}>{say('signIn:setUp')}</h1>
      <p className={styles.hint}>{say('signIn:setUpHint')}</p>
      <SetUpApp onDone={keep} />
      <AddPasskey onDone={keep} />
      <SignOutButton />
    </div>
  )
}
