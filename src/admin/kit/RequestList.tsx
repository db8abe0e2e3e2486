'use client'

import { useState, type ReactNode } from 'react'
import type { Word } from '../words/index.ts'
import { useWords } from '../words/use-words.ts'
import { Empty } from './Empty.tsx'
import kit from './kit.module.css'
import { Problem } from './Problem.tsx'
import styles from './requests.module.css'
import { useLoaded } from './use-loaded.ts'

const views = ['open', 'decided'] as const

/**
 * What somebody has asked for and a second person decides on, open or decided, the newest first.
 *
 * @param props.path gives the list, by `?status=open|decided`
 * @param props.words what the page says of such things
 * @param props.itemsOf the items of what it gave
 */
export function RequestList<Body extends { total: number }, Item extends { id: string }>(props: {
  path: string
  words: Readonly<
    Record<'show' | 'open' | 'decided' | 'nothingOpen' | 'nothingDecided' | 'newest', Word>
  >
  itemsOf: (body: Body) => readonly Item[]
  children: (item: Item) => ReactNode
}) {
  const { path, words, itemsOf, children } = props
  const { say } = useWords()
  const [view, setView] = useState<(typeof views)[number]>('open')
  const { body, problem, reload } = useLoaded<Body>(`${path}?status=${view}`)
  const items = body ? itemsOf(body) : []
  return (
    <>
      <div aria-label={say(words.show)} className={kit.views} role="group">
        {views.map((name) => (
          <button
            aria-pressed={view === name}
            key={name}
            onClick={() => {
              setView(name)
            }}
            type="button"
          >
            {say(words[name])}
          </button>
        ))}
      </div>
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {body || problem !== null ? null : <p>{say('kit:loading')}</p>}
      {body && items.length === 0 ? (
        <Empty>{say(view === 'open' ? words.nothingOpen : words.nothingDecided)}</Empty>
      ) : null}
      <ul className={styles.list}>{items.map((item) => children(item))}</ul>
      {body && body.total > items.length ? (
        <p>{say(words.newest, { count: items.length, total: body.total })}</p>
      ) : null}
    </>
  )
}
