'use client'

import { useState, type KeyboardEvent } from 'react'
import { focusWhenOpened } from '../kit/focus.ts'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import { placeFor, type CommentPlace } from './place.ts'
import type { Comments } from './use-comments.ts'
import styles from './comments.module.css'

/** Writes a comment on a place. The passage can be marked with the mouse, or typed. */
export function Composer(props: {
  /** What the place is called. */
  label: string
  place: CommentPlace
  /** Whether the place has text to quote from. */
  isQuotable: boolean
  comments: Comments
  onClose: () => void
}) {
  const { label, place, isQuotable, comments, onClose } = props
  const { say } = useWords()
  const [body, setBody] = useState('')
  const [quote, setQuote] = useState(place.quote ?? '')
  const [isBlocking, setIsBlocking] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const send = async () => {
    setIsBusy(true)
    const isDone = await comments.write({ body, isBlocking, on: placeFor(place, quote) })
    setIsBusy(false)
    if (isDone) onClose()
  }
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onClose()
  }
  return (
    <form
      aria-label={say('comments:addHere', { place: label })}
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p className={styles.note}>{say('comments:addHere', { place: label })}</p>
      {isQuotable ? (
        <label className={kit.field}>
          <span>{say('comments:quote')}</span>
          <textarea
            className={kit.input}
            onChange={({ target }) => {
              setQuote(target.value)
            }}
            onKeyDown={closeOnEscape}
            rows={2}
            value={quote}
          />
        </label>
      ) : null}
      <label className={kit.field}>
        <span>{say('comments:body')}</span>
        <textarea
          className={kit.input}
          maxLength={10_000}
          onChange={({ target }) => {
            setBody(target.value)
          }}
          onKeyDown={closeOnEscape}
          ref={focusWhenOpened}
          rows={3}
          value={body}
        />
      </label>
      {comments.mayBlock ? (
        <label className={styles.check}>
          <input
            checked={isBlocking}
            onChange={({ target }) => {
              setIsBlocking(target.checked)
            }}
            type="checkbox"
          />
          {say('comments:isBlocking')}
        </label>
      ) : null}
      <div className={styles.actions}>
        <button className={styles.send} disabled={isBusy || body.trim() === ''} type="submit">
          {say('comments:send')}
        </button>
        <button className={styles.action} onClick={onClose} type="button">
          {say('kit:cancel')}
        </button>
      </div>
    </form>
  )
}
