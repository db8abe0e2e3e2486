'use client'

import { toast, useAuth } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { EditorialCollection } from '#model/documents.ts'
import type { ExpertLink, Opinion } from '#review/experts/links.ts'
import kit from '../kit/kit.module.css'
import { useApi } from '../kit/use-api.ts'
import type { Formats } from '../words/formats.ts'
import type { Say } from '../words/say.ts'
import { useWords } from '../words/use-words.ts'
import styles from './history.module.css'

interface ExpertReview {
  links: ExpertLink[]
  opinions: Opinion[]
}

/** Links with which experts read a text and say what they think of it. */
export function ExpertLinks({ text }: { text: { collection: EditorialCollection; id: string } }) {
  const { say, format } = useWords()
  const { user } = useAuth()
  const call = useApi()
  const [review, setReview] = useState<ExpertReview>({ links: [], opinions: [] })
  const [made, setMade] = useState<string | null>(null)
  const [reader, setReader] = useState('')
  const [expiresAt, setExpiresAt] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const address = `/${text.collection}/${text.id}/workflow/expert-links`

  const load = useCallback(async () => {
    const answer = await call<ExpertReview>(address)
    if (answer.ok) setReview(answer.body)
    else setProblem(answer.message)
  }, [call, address])
  useEffect(() => {
    void load()
  }, [load])

  const make = async () => {
    const answer = await call<{ token: string }>(address, {
      method: 'POST',
      body: {
        ...(reader.trim() ? { reader: reader.trim() } : {}),
        ...(expiresAt ? { expiresAt: `${expiresAt}T23:59` } : {}),
      },
    })
    setProblem(answer.ok ? null : answer.message)
    if (!answer.ok) return
    setMade(`${window.location.origin}/expert/${answer.body.token}`)
    setReader('')
    setExpiresAt('')
    await load()
  }
  const revoke = async (id: string) => {
    const answer = await call(`${address}/${id}`, { method: 'DELETE' })
    if (!answer.ok) toast.error(answer.message)
    await load()
  }
  const copy = async (link: string) => {
    await navigator.clipboard.writeText(link)
    toast.success(say('kit:copied'))
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
      {problem ? (
        <p className={kit.problem} role="alert">
          {problem}
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
      {review.links.length === 0 ? <p className={styles.note}>{say('history:noLinks')}</p> : null}
      <ul className={styles.links}>
        {review.links.map((link) => {
          const opinion = review.opinions.find((one) => one.link === link.id)
          return (
            <li key={link.id}>
              {link.reader
                ? say('history:linkFor', { reader: link.reader })
                : say('history:linkPlain')}
              {`: ${standingOf(link, say, format)} `}
              {isOpen(link) && user?.role !== 'author' ? (
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

function isOpen({ revokedAt, endedAt, usedAt, expiresAt }: ExpertLink): boolean {
  return !revokedAt && !endedAt && !usedAt && new Date(expiresAt) > new Date()
}

function standingOf(link: ExpertLink, say: Say, format: Formats): string {
  const { usedAt, revokedAt, endedAt, expiresAt } = link
  if (usedAt) return say('history:linkUsed', { when: format.moment(usedAt) })
  if (revokedAt) return say('history:linkRevoked', { when: format.moment(revokedAt) })
  if (endedAt) return say('history:linkEnded')
  const word = isOpen(link) ? 'history:linkValid' : 'history:linkExpired'
  return say(word, { when: format.moment(expiresAt) })
}
