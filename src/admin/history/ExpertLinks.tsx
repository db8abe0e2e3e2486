'use client'

import { toast, useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import type { EditorialCollection } from '#model/documents.ts'
import type { ExpertLink, Opinion } from '#review/experts/links.ts'
import { copyText } from '../kit/clipboard.ts'
import kit from '../kit/kit.module.css'
import { useLoaded } from '../kit/use-loaded.ts'
import { useNow } from '../kit/use-now.ts'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'
import { isOpen, standingOf } from './expert-link.ts'
import styles from './history.module.css'

interface ExpertReview {
  links: ExpertLink[]
  opinions: Opinion[]
}

/** Links with which experts read a text and say what they think of it. */
export function ExpertLinks({ text }: { text: { collection: EditorialCollection; id: string } }) {
  const { say, format } = useWords()
  const { user } = useAuth()
  const now = useNow()
  const address = `/${text.collection}/${text.id}/workflow/expert-links`
  const { body, problem } = useLoaded<ExpertReview>(address)
  const { links, opinions } = body ?? { links: [], opinions: [] }
  const making = useSend<{ token: string }>(address)
  const revoking = useSend(address)
  const [made, setMade] = useState<string | null>(null)
  const [reader, setReader] = useState('')
  const [expiresAt, setExpiresAt] = useState('')

  const make = async () => {
    const answer = await making.send(address, {
      method: 'POST',
      body: {
        ...(reader.trim() ? { reader: reader.trim() } : {}),
        ...(expiresAt ? { expiresAt: `${expiresAt}T23:59` } : {}),
      },
    })
    if (!answer.ok) return
    setMade(`${window.location.origin}/expert/${answer.body.token}`)
    setReader('')
    setExpiresAt('')
  }
  const revoke = async (id: string) => {
    const answer = await revoking.send(`${address}/${id}`, { method: 'DELETE' })
    if (!answer.ok) toast.error(answer.message)
  }
  const copy = async (link: string) => {
    // What cannot be copied stands in the field beside it.
    if (await copyText(link)) toast.success(say('kit:copied'))
  }

  return (
    <section aria-labelledby="history-experts">
      <h2 className={styles.heading} id="history-experts">
        {say('history:experts')}
      </h2>
      <p className={styles.note}>{say('history:expertsExplain')}</p>
      {user?.role === 'author' ? null : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            void make()
          }}
        >
          <label>
            <span>{say('history:reader')}</span>
            <input
              className={kit.input}
              maxLength={200}
              onChange={({ target }) => {
                setReader(target.value)
              }}
              value={reader}
            />
          </label>
          <label>
            <span>{say('history:expiresAt')}</span>
            <input
              className={kit.input}
              onChange={({ target }) => {
                setExpiresAt(target.value)
              }}
              type="date"
              value={expiresAt}
            />
          </label>
          <button className={kit.action} type="submit">
            {say('history:makeLink')}
          </button>
        </form>
      )}
      {(making.problem ?? problem) ? (
        <p className={kit.problem} role="alert">
          {making.problem ?? problem}
        </p>
      ) : null}
      {made ? (
        <div className={kit.card} role="status">
          <p>{say('history:newLink')}</p>
          <input
            aria-label={say('history:linkPlain')}
            className={kit.input}
            onFocus={({ target }) => {
              target.select()
            }}
            readOnly
            value={made}
          />
          <p>
            <button className={kit.action} onClick={() => void copy(made)} type="button">
              {say('history:copyLink')}
            </button>
          </p>
        </div>
      ) : null}
      {links.length === 0 ? <p className={styles.note}>{say('history:noLinks')}</p> : null}
      <ul className={styles.links}>
        {links.map((link) => {
          const opinion = opinions.find((one) => one.link === link.id)
          return (
            <li key={link.id}>
              {link.reader
                ? say('history:linkFor', { reader: link.reader })
                : say('history:linkPlain')}
              {`: ${standingOf(link, { now, say, format })} `}
              {isOpen(link, now) && user?.role !== 'author' ? (
                <button
                  className={styles.textButton}
                  onClick={() => void revoke(link.id)}
                  type="button"
                >
                  {say('history:revoke')}
                </button>
              ) : null}
              {opinion ? (
                <p className={styles.opinion} data-opinion={opinion.opinion}>
                  <strong>{opinion.name}</strong> {say(`history:${opinion.opinion}`)}
                  {opinion.comment ? <q className={styles.quote}>{opinion.comment}</q> : null}
                </p>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
