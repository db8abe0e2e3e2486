'use client'

import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import { standingOf, type Account } from './account.ts'
import styles from './people.module.css'

/** Whether somebody can sign in now, and if not, why. */
export function AccountState(props: { account: Account; deactivatedAt: string | null }) {
  const { account, deactivatedAt } = props
  const { say, format } = useWords()
  const { text, tone } = standingOf({ ...account, deactivatedAt }, { say, format })
  return (
    <span className={`${kit.badge ?? ''} ${styles.badge ?? ''}`} data-tone={tone}>
      {text}
    </span>
  )
}
