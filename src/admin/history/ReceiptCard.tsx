'use client'

import { rowsIn } from '#portrait/kinds/values.ts'
import { Empty } from '../kit/Empty.tsx'
import kit from '../kit/kit.module.css'
import { checkLabels } from '#quality/findings/finding.ts'
import { useWords } from '../words/use-words.ts'
import styles from './history.module.css'

/** What sites are told of how the live text came to be. */
export function ReceiptCard({ receipt }: { receipt: Record<string, unknown> | null }) {
  const { say, pick, format } = useWords()
  const moments = ['publishedAt', 'firstPublishedAt'] as const
  return (
    <section aria-labelledby="history-receipt">
      <h2 className={styles.heading} id="history-receipt">
        {say('history:receipt')}
      </h2>
      {receipt === null ? (
        <Empty>
          <p>{say('history:noReceipt')}</p>
        </Empty>
      ) : (
        <dl className={`${kit.card ?? ''} ${styles.receipt ?? ''}`}>
          {moments.map((name) => {
            const moment = receipt[name]
            return typeof moment === 'string' ? (
              <div key={name}>
                <dt>{say(`history:${name}`)}</dt>
                <dd>{format.moment(moment)}</dd>
              </div>
            ) : null
          })}
          <div>
            <dt>{say('history:approvals')}</dt>
            {rowsIn(receipt.approvals).map(({ by, at }) => (
              <dd key={String(at)}>
                {say('history:approval', { name: String(by), when: format.moment(String(at)) })}
              </dd>
            ))}
          </div>
          <div>
            <dt>{say('history:checks')}</dt>
            {rowsIn(receipt.checks).map(({ check, result }) => (
              <dd key={String(check)}>
                {pick(checkLabels[String(check) as keyof typeof checkLabels])}:{' '}
                {say(result === 'passed' ? 'history:passed' : 'history:warned')}
              </dd>
            ))}
          </div>
          <div>
            <dt>{say('history:digest')}</dt>
            <dd className={styles.digest}>{String(receipt.digest)}</dd>
          </div>
        </dl>
      )}
    </section>
  )
}
