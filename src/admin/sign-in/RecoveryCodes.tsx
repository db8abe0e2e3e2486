'use client'

import { Button } from '@payloadcms/ui'
import { CopyButton } from '../kit/CopyButton.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './sign-in.module.css'

/** Shows recovery codes, this once. */
export function RecoveryCodes(props: { codes: readonly string[]; onKept: () => void }) {
  const { codes, onKept } = props
  const { say } = useWords()
  return (
    <section className={styles.form}>
      <h2 className={styles.heading}>{say('signIn:codes')}</h2>
      <p className={styles.hint}>{say('signIn:codesShown')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.row}>
        <CopyButton label={say('signIn:copyCodes')} text={codes.join('\n')} />
        <Button margin={false} onClick={onKept} size="small" type="button">
          {say('signIn:codesKept')}
        </Button>
      </div>
    </section>
  )
}
