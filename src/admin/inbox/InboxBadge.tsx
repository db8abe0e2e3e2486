'use client'

import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import styles from './inbox.module.css'
import { useUnread } from './use-unread.ts'

const most = 99

/** How many messages are unread, beside the link to the inbox. Nothing where there are none. */
export function InboxBadge() {
  const { say } = useWords()
  const unread = useUnread()
  if (unread === 0) return null
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{unread > most ? `${String(most)}+` : unread}</span>
      <span className={kit.hidden}>{say('inbox:unreadBadge', { count: unread })}</span>
    </span>
  )
}
