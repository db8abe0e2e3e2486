'use client'

import { useAuth } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { CommentView, ThreadView } from '#review/comments/comments.ts'
import { focusWhenOpened } from '../kit/focus.ts'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import type { Comments } from './use-comments.ts'
import styles from './comments.module.css'

/** A comment with its answers. */
export function Thread({ thread, comments }: { thread: ThreadView; comments: Comments }) {
  const { say, format } = useWords()
  const [answer, setAnswer] = useState<string | null>(null)
  const { anchor, location, resolved } = thread
  const place = useRef<HTMLElement>(null)
  const id = `comment-${thread.id}`

  // Whoever comes from a message wants to see what it is about.
  useEffect(() => {
    if (window.location.hash !== `#${id}`) return
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.focus({ preventScroll: true })
  }, [id])

  return (
    <article
      className={styles.thread}
      data-resolved={resolved !== null}
      id={id}
      ref={place}
      tabIndex={-1}
    >
      {thread.isBlocking && !resolved ? (
        <p className={styles.blocking}>{say('comments:blocking')}</p>
      ) : null}
      {anchor.on === 'quote' ? (
        <blockquote className={styles.quote}>{anchor.quote}</blockquote>
      ) : null}
      {location.status === 'current' ? null : (
        <p className={styles.note}>{say(`comments:${location.status}`)}</p>
      )}
      <Comment comment={thread} comments={comments} />
      {thread.replies.map((reply) => (
        <Comment comment={reply} comments={comments} key={reply.id} />
      ))}
      {resolved ? (
        <p className={styles.note}>
          {say('comments:resolvedBy', { name: resolved.by.name, when: format.moment(resolved.at) })}
        </p>
      ) : null}
      {answer === null ? (
        <div className={styles.actions}>
          <button
            className={styles.action}
            onClick={() => {
              setAnswer('')
            }}
            type="button"
          >
            {say('comments:reply')}
          </button>
          <button
            className={styles.action}
            onClick={() => void comments.resolve(thread.id, resolved === null)}
            type="button"
          >
            {say(resolved ? 'comments:reopen' : 'comments:resolve')}
          </button>
        </div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void comments.write({ body: answer, parent: thread.id }).then((isDone) => {
              if (isDone) setAnswer(null)
            })
          }}
        >
          <textarea
            aria-label={say('comments:replyBody')}
            className={kit.input}
            maxLength={10_000}
            onChange={({ target }) => {
              setAnswer(target.value)
            }}
            ref={focusWhenOpened}
            rows={3}
            value={answer}
          />
          <div className={styles.actions}>
            <button className={styles.send} disabled={answer.trim() === ''} type="submit">
              {say('comments:reply')}
            </button>
            <button
              className={styles.action}
              onClick={() => {
                setAnswer(null)
              }}
              type="button"
            >
              {say('kit:cancel')}
            </button>
          </div>
        </form>
      )}
    </article>
  )
}

function Comment({ comment, comments }: { comment: CommentView; comments: Comments }) {
  const { say, format } = useWords()
  const { user } = useAuth()
  const { author, body, createdAt, editedAt, isDeleted, isRedacted, id } = comment
  return (
    <div className={styles.comment}>
      <p className={styles.who}>
        <strong>{author.name}</strong>
        {author.isExpert ? ` (${say('comments:expert')})` : ''}{' '}
        <time dateTime={createdAt} title={format.moment(createdAt)}>
          {format.distance(createdAt)}
        </time>
        {editedAt ? `, ${say('comments:edited')}` : ''}
        {author.id !== null && author.id === user?.id && !isDeleted ? (
          <button
            className={styles.action}
            onClick={() => void comments.takeBack(id)}
            type="button"
          >
            {say('comments:takeBack')}
          </button>
        ) : null}
      </p>
      <p className={styles.body}>
        {isDeleted ? say('comments:takenBack') : isRedacted ? say('comments:redacted') : body}
      </p>
    </div>
  )
}
