'use client'

import type { PersonEntry } from '#accounts/overview.ts'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import styles from './people.module.css'

export type Account = NonNullable<PersonEntry['account']>

/** Whether somebody can sign in now, and if not, why. */
export function AccountState({ account }: { account: Account }) {
  const { lockedUntil, invitation } = account
  const { say, format } = useWords()
  if (lockedUntil !== null) {
    return <Badge text={say('people:locked', { at: format.time(lockedUntil) })} tone="bad" />
  }
  if (invitation?.state === 'pending') {
    return (
      <Badge text={say('people:pending', { at: format.date(invitation.sentAt) })} tone="open" />
    )
  }
  if (invitation?.state === 'expired') return <Badge text={say('people:expired')} tone="bad" />
  return <Badge text={say('people:active')} tone="good" />
}

function Badge({ text, tone }: { text: string; tone: 'good' | 'open' | 'bad' }) {
  return (
    <span className={`${kit.badge ?? ''} ${styles.badge ?? ''}`} data-tone={tone}>
      {text}
    </span>
  )
}
