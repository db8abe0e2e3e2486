'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Empty } from '../kit/Empty.tsx'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import { byDay, nearDay } from './days.ts'
import kit from '../kit/kit.module.css'
import styles from './inbox.module.css'
import { InboxItem } from './InboxItem.tsx'
import { useInbox } from './use-inbox.ts'

/** The reader's messages by day: first those that are unread. */
export function Inbox() {
  const { say, format } = useWords()
  const [isUnreadOnly, setIsUnreadOnly] = useState(true)
  const {
    entries: all,
    unread,
    problem,
    hasMore,
    reload,
    more,
    mark,
    markAll,
  } = useInbox(isUnreadOnly)

  const nameOf = (day: string) => {
    const near = nearDay(day, new Date())
    return near ? say(`inbox:${near}`) : format.date(`${day}T12:00:00Z`)
  }

  return (
    <div className={styles.inbox}>
      <div className={styles.bar}>
        <div aria-label={say('inbox:show')} className={kit.views} role="group">
          <button
            aria-pressed={isUnreadOnly}
            onClick={() => {
              setIsUnreadOnly(true)
            }}
            type="button"
          >
            {say('inbox:unread', { count: unread })}
          </button>
          <button
            aria-pressed={!isUnreadOnly}
            onClick={() => {
              setIsUnreadOnly(false)
            }}
            type="button"
          >
            {say('inbox:all')}
          </button>
        </div>
        <Button
          buttonStyle="secondary"
          disabled={unread === 0}
          margin={false}
          onClick={markAll}
          size="small"
          type="button"
        >
          {say('inbox:readAll')}
        </Button>
      </div>
      {problem === null ? null : <Problem message={problem} onRetry={reload} />}
      {all || problem !== null ? null : <p>{say('kit:loading')}</p>}
      {all?.length === 0 ? (
        <Empty>{say(isUnreadOnly ? 'inbox:nothingUnread' : 'inbox:nothing')}</Empty>
      ) : null}
      {byDay(all ?? []).map(({ day, entries }) => (
        <section aria-label={nameOf(day)} key={day}>
          <h2 className={styles.day}>{nameOf(day)}</h2>
          <ul className={styles.entries}>
            {entries.map((entry) => (
              <InboxItem
                entry={entry}
                key={entry.id}
                onRead={() => {
                  mark(entry.id)
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasMore ? (
        <Button buttonStyle="secondary" margin={false} onClick={more} size="small" type="button">
          {say('kit:more')}
        </Button>
      ) : null}
    </div>
  )
}
