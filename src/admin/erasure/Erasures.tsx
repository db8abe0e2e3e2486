'use client'

import type { ErasureList, ShownErasure } from '#erasure/list.ts'
import { RequestList } from '../kit/RequestList.tsx'
import requests from '../kit/requests.module.css'
import { useWords } from '../words/use-words.ts'
import { ErasureItem } from './ErasureItem.tsx'

const words = {
  show: 'erasures:show',
  open: 'erasures:open',
  decided: 'erasures:decided',
  nothingOpen: 'erasures:nothingOpen',
  nothingDecided: 'erasures:nothingDecided',
  newest: 'erasures:newest',
} as const

/** What somebody has asked to be erased, open or decided, the newest first. */
export function Erasures() {
  const { say } = useWords()
  return (
    <section aria-label={say('erasures:list')} className={requests.requests}>
      <RequestList<ErasureList, ShownErasure>
        itemsOf={({ erasures }) => erasures}
        path="/erasures"
        words={words}
      >
        {(erasure) => <ErasureItem erasure={erasure} key={erasure.id} />}
      </RequestList>
    </section>
  )
}
