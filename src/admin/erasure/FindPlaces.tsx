'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Place } from '#erasure/place.ts'
import { Empty } from '../kit/Empty.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import requests from '../kit/requests.module.css'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'
import { AskDialog } from './AskDialog.tsx'
import styles from './erasure.module.css'

/** Shorter words stand everywhere. */
const fewest = 3

/** Looks for words, and asks for what holds them to be erased. */
export function FindPlaces() {
  const { say } = useWords()
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const { body, problem, isLoading } = useLoaded<{ places: Place[] }>(
    asked === null ? null : `/erasures/places?words=${encodeURIComponent(asked)}`,
  )
  const wanted = words.trim()
  return (
    <section aria-label={say('erasures:find')} className={`${requests.requests} ${styles.find}`}>
      <p className={requests.hint}>{say('erasures:hint')}</p>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted.length >= fewest) setAsked(wanted)
        }}
        role="search"
      >
        <label className={kit.field}>
          <span>{say('erasures:words')}</span>
          <input
            className={kit.input}
            maxLength={200}
            minLength={fewest}
            onChange={(event) => {
              setWords(event.target.value)
            }}
            required
            type="search"
            value={words}
          />
        </label>
        <Button disabled={wanted.length < fewest} margin={false} size="medium" type="submit">
          {say('erasures:search')}
        </Button>
      </form>
      {problem === null ? null : <Problem message={problem} />}
      {isLoading ? <p role="status">{say('kit:loading')}</p> : null}
      {body?.places.length === 0 ? <Empty>{say('erasures:nowhere')}</Empty> : null}
      <ul className={requests.list}>
        {body?.places.map((place, index) => (
          // Two places of one title are told apart by where they stand in the answer.
          <PlaceItem key={`${place.kind}-${String(index)}`} place={place} />
        ))}
      </ul>
    </section>
  )
}

function PlaceItem({ place }: { place: Place }) {
  const { kind, title, subject, inUse, excerpt } = place
  const { say } = useWords()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <li className={requests.item}>
      <h3 className={requests.title}>
        {title}
        <span className={requests.kind}>{say(`erasures:${kind}`)}</span>
      </h3>
      <blockquote className={requests.quoted}>{excerpt}</blockquote>
      <div className={requests.foot}>
        {subject?.kind === 'texts' ? (
          <p>{say('erasures:versions', { count: subject.digests.length })}</p>
        ) : null}
        {inUse.length > 0 ? <p>{say('erasures:inUse')}</p> : null}
        {kind === 'person' && subject === null ? <p>{say('erasures:isHere')}</p> : null}
        {kind === 'entry' ? <p>{say('erasures:changeThere')}</p> : null}
        {subject === null ? null : (
          <div className={requests.buttons}>
            <Button
              aria-label={say('erasures:askOf', { title })}
              buttonStyle="secondary"
              margin={false}
              onClick={() => {
                setIsAsking(true)
              }}
              size="small"
              type="button"
            >
              {say('erasures:ask')}
            </Button>
          </div>
        )}
      </div>
      {isAsking && subject !== null ? (
        <AskDialog
          onClose={() => {
            setIsAsking(false)
          }}
          subject={subject}
          title={title}
        />
      ) : null}
    </li>
  )
}
