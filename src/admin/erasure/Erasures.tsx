'use client'

import { useState } from 'react'
import type { ErasureList } from '#erasure/list.ts'
import { Empty } from '../kit/Empty.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'
import { ErasureItem } from './ErasureItem.tsx'
import styles from './erasure.module.css'

const views = ['open', 'decided'] as const

/** What somebody has asked to be erased, open or decided, the newest first. */
export function Erasures() {
  const { say } = useWords()
  const [view, setView] = useState<(typeof views)[number]>('open')
  const { body, problem, reload } = useLoaded<ErasureList>(`/erasures?status=${view}`)
  return (
    <section aria-label={say('erasures:list')} className={styles.erasures}>
      <div aria-label={say('erasures:show')} className={kit.views} role="group">
        {views.map((name) => (
          <button
            aria-pressed={view === name}
            key={name}
            onClick={() => {
              setView(name)
            }}
            type="button"
          >
            {say(`erasures:${name}`)}
          </button>
        ))}
      </div>
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {body || problem !== null ? null : <p>{say('kit:loading')}</p>}
      {body?.erasures.length === 0 ? (
        <Empty>{say(view === 'open' ? 'erasures:nothingOpen' : 'erasures:nothingDecided')}</Empty>
      ) : null}
      <ul className={styles.list}>
        {body?.erasures.map((erasure) => (
          <ErasureItem erasure={erasure} key={erasure.id} />
        ))}
      </ul>
      {body && body.total > body.erasures.length ? (
        <p>{say('erasures:newest', { count: body.erasures.length, total: body.total })}</p>
      ) : null}
    </section>
  )
}
