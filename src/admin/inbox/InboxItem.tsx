'use client'

import { Button, Link } from '@payloadcms/ui'
import { useRef } from 'react'
import type { InboxEntry } from '#notifications/inbox.ts'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import styles from './inbox.module.css'

/** One message: what happened, what was said, and the way to where it happened. */
export function InboxItem({ entry, onRead }: { entry: InboxEntry; onRead: () => void }) {
  const { label, text, comment, path, at, readAt } = entry
  const { say, format } = useWords()
  const isUnread = readAt === null
  const item = useRef<HTMLLIElement>(null)
  return (
    <li className={styles.entry} data-unread={isUnread} ref={item} tabIndex={-1}>
      <div>
        <p className={styles.facts}>
          {isUnread ? <span className={kit.hidden}>{say('inbox:isUnread')}</span> : null}
          <span>{label}</span> <time dateTime={at}>{format.time(at)}</time>
        </p>
        <p>
          <Link
            href={path}
            onClick={() => {
              if (isUnread) onRead()
            }}
            prefetch={false}
          >
            {text}
          </Link>
        </p>
        {comment === null ? null : <blockquote className={styles.comment}>{comment}</blockquote>}
      </div>
      {isUnread ? (
        <Button
          aria-label={say('inbox:readOf', { text })}
          buttonStyle="secondary"
          margin={false}
          onClick={() => {
            // The button goes; whoever uses the keyboard stays at the message.
            item.current?.focus()
            onRead()
          }}
          size="small"
          type="button"
        >
          {say('inbox:read')}
        </Button>
      ) : null}
    </li>
  )
}
