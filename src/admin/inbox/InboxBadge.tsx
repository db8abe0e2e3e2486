'use client'

import { useEffect, useState } from 'react'
import kit from '../kit/kit.module.css'
import { useApi } from '../kit/use-api.ts'
import { useWords } from '../words/use-words.ts'
import { pauseAfter } from './pause.ts'
import styles from './inbox.module.css'
import { onUnread } from './unread.ts'

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

/**
 * Asks now and then how many are unread: not while nobody looks at the page, and less often as long as
 * it fails. What was known before stays.
 */
function useUnread(): number {
  const api = useApi()
  const [unread, setUnread] = useState(0)

  useEffect(() => onUnread(setUnread), [])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    let isOver = false
    const look = async () => {
      clearTimeout(timer)
      if (document.hidden) return
      const answer = await api<{ unread: number }>('/inbox?unread=true&limit=1')
      if (isOver) return
      failures = answer.ok ? 0 : failures + 1
      if (answer.ok) setUnread(answer.body.unread)
      clearTimeout(timer)
      timer = setTimeout(() => void look(), pauseAfter(failures))
    }
    const lookWhenSeen = () => void look()
    void look()
    document.addEventListener('visibilitychange', lookWhenSeen)
    return () => {
      isOver = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', lookWhenSeen)
    }
  }, [api])

  return unread
}
