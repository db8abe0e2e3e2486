'use client'

import { useState } from 'react'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'
import { AppSection } from './AppSection.tsx'
import { ChangeAddress } from './ChangeAddress.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { CodesSection } from './CodesSection.tsx'
import { PasskeysSection } from './PasskeysSection.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { Sessions } from './Sessions.tsx'
import styles from './sign-in.module.css'
import type { Standing } from './standing.ts'

/** The sections of one's own sign-in. New recovery codes stand before everything until they are kept. */
export function SignInSettings() {
  const { say } = useWords()
  const { body, problem, reload } = useLoaded<Standing>('/account/sign-in')
  const [codes, setCodes] = useState<readonly string[]>([])
  const change = (made: readonly string[] = []) => {
    if (made.length > 0) setCodes(made)
    void reload()
  }
  if (problem !== null) return <Problem message={problem} onRetry={() => void reload()} />
  const factors = body?.factors
  return (
    <div className={styles.sections}>
      {codes.length > 0 ? (
        <div className={styles.section}>
          <RecoveryCodes
            codes={codes}
            onKept={() => {
              setCodes([])
            }}
          />
        </div>
      ) : null}
      {factors === undefined || body?.hasPassword !== false ? <ChangePassword /> : null}
      {factors ? <ChangeAddress hasPassword={body?.hasPassword !== false} /> : null}
      {factors ? (
        <>
          <AppSection onChange={change} since={factors.appSince} />
          <PasskeysSection onChange={change} passkeys={factors.passkeys} />
          {factors.appSince !== null || factors.passkeys.length > 0 ? (
            <CodesSection left={factors.recoveryCodes} onChange={change} />
          ) : null}
        </>
      ) : (
        <p className={styles.hint}>{say('kit:loading')}</p>
      )}
      <Sessions />
    </div>
  )
}
