'use client'

import { Gutter } from '@payloadcms/ui'
import { useMemo, useState } from 'react'
import type { EditorialCollection } from '#model/documents.ts'
import type { History } from '#review/history.ts'
import { Problem } from '../kit/Problem.tsx'
import { usePages } from '../kit/use-pages.ts'
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
  const { view } = useWorkflowOf(text)
  const [isWhole, setIsWhole] = useState(false)
  const [pair, setPair] = useState<{ from: string | null; to: string | null }>({
    from: null,
    to: null,
  })
  const address = `/${collection}/${id}/workflow/texts`

  const history = usePages<History>(isWhole ? address : `${address}?only=steps`)
  const { pages, problem } = history

  return (
    <Gutter className={styles.page ?? ''}>
      {problem === null ? null : <Problem message={problem} onRetry={history.reload} />}
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
              address={`/${collection}/${id}`}
              hasMore={history.hasMore}
              onMore={history.more}
              onPair={setPair}
              pair={pair}
              texts={pages?.flatMap(({ texts }) => texts) ?? []}
            />
          </section>
          <Comparison pair={pair} text={text} />
        </div>
        <div>
          <ReceiptCard receipt={pages?.at(-1)?.receipt ?? null} />
          <ExpertLinks text={text} />
          <section aria-labelledby="history-events">
            <h2 className={styles.heading} id="history-events">
              {say('history:events')}
            </h2>
            <p>
              <a download="verlauf.csv" href={`/api/${collection}/${id}/history.csv`}>
                {say('history:asCsv')}
              </a>
            </p>
            <EventList events={view?.events ?? []} />
          </section>
        </div>
      </div>
    </Gutter>
  )
}
