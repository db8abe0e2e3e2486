'use client'

import { Gutter } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { EditorialCollection } from '#model/documents.ts'
import type { History } from '#review/history.ts'
import kit from '../kit/kit.module.css'
import { useApi } from '../kit/use-api.ts'
import { useWorkflowOf } from '../workflow/use-workflow.ts'
import { useWords } from '../words/use-words.ts'
import { Comparison } from './Comparison.tsx'
import { EventList } from './EventList.tsx'
import { ExpertLinks } from './ExpertLinks.tsx'
import { ReceiptCard } from './ReceiptCard.tsx'
import { VersionList } from './VersionList.tsx'
import styles from './history.module.css'

/** A text's versions, what was done with it, the receipt of what is live, and what experts said. */
export function HistoryView(props: { collection: EditorialCollection; id: string }) {
  const { collection, id } = props
  const text = useMemo(() => ({ collection, id }), [collection, id])
  const { say } = useWords()
  const call = useApi()
  const { view, reload } = useWorkflowOf(text)
  const [history, setHistory] = useState<History | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isWhole, setIsWhole] = useState(false)
  const [pair, setPair] = useState<{ from: string | null; to: string | null }>({
    from: null,
    to: null,
  })
  const address = `/${collection}/${id}/workflow/texts`

  const load = useCallback(
    async (cursor?: string) => {
      const query = new URLSearchParams({
        ...(isWhole ? {} : { only: 'steps' }),
        ...(cursor ? { cursor } : {}),
      })
      const answer = await call<History>(`${address}?${query.toString()}`)
      setFailure(answer.ok ? null : answer.message)
      if (!answer.ok) return
      const { body } = answer
      setHistory((known) =>
        cursor && known ? { ...body, texts: [...known.texts, ...body.texts] } : body,
      )
    },
    [call, address, isWhole],
  )
  useEffect(() => {
    void load()
  }, [load])

  return (
    <Gutter className={styles.page ?? ''}>
      {failure ? (
        <p className={kit.problem} role="alert">
          {failure}{' '}
          <button className={kit.action} onClick={() => void load()} type="button">
            {say('kit:retry')}
          </button>
        </p>
      ) : null}
      <div className={styles.columns}>
        <div>
          <section aria-labelledby="history-versions">
            <h2 className={styles.heading} id="history-versions">
              {say('history:versions')}
            </h2>
            <label className={styles.check}>
              <input
                checked={isWhole}
                onChange={({ target }) => {
                  setIsWhole(target.checked)
                }}
                type="checkbox"
              />{' '}
              {say('history:allVersions')}
            </label>
            <VersionList
              address={address}
              onMore={() => void load(history?.nextCursor ?? undefined)}
              onPair={setPair}
              onRestored={() => {
                void load()
                void reload()
              }}
              pair={pair}
              texts={history?.texts ?? []}
              {...(history?.nextCursor ? { hasMore: true } : {})}
            />
          </section>
          <Comparison pair={pair} text={text} />
        </div>
        <div>
          <ReceiptCard receipt={history?.receipt ?? null} />
          <ExpertLinks text={text} />
          <section aria-labelledby="history-events">
            <h2 className={styles.heading} id="history-events">
              {say('history:events')}
            </h2>
            <EventList events={view?.events ?? []} />
          </section>
        </div>
      </div>
    </Gutter>
  )
}
