'use client'

import { useState } from 'react'
import type { ProposalList } from '#reference/list.ts'
import { Empty } from '../kit/Empty.tsx'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'
import { ProposalItem } from './ProposalItem.tsx'
import kit from '../kit/kit.module.css'
import styles from './reference.module.css'

const views = ['open', 'decided'] as const

/** The proposals, open or decided, the newest first. */
export function Proposals() {
  const { say } = useWords()
  const [view, setView] = useState<(typeof views)[number]>('open')
  const { body, problem, reload } = useLoaded<ProposalList>(`/reference/proposals?status=${view}`)
  const nothing = view === 'open' ? 'proposals:nothingOpen' : 'proposals:nothingDecided'
  return (
    <div className={styles.proposals}>
      <p className={styles.hint}>{say('proposals:hint')}</p>
      <div aria-label={say('proposals:show')} className={kit.views} role="group">
        {views.map((name) => (
          <button
            aria-pressed={view === name}
            key={name}
            onClick={() => {
              setView(name)
            }}
            type="button"
          >
            {say(`proposals:${name}`)}
          </button>
        ))}
      </div>
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {body || problem !== null ? null : <p>{say('kit:loading')}</p>}
      {body?.proposals.length === 0 ? <Empty>{say(nothing)}</Empty> : null}
      <ul className={styles.list}>
        {body?.proposals.map((proposal) => (
          <ProposalItem key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      {body && body.total > body.proposals.length ? (
        <p>{say('proposals:newest', { count: body.proposals.length, total: body.total })}</p>
      ) : null}
    </div>
  )
}
