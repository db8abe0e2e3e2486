'use client'

import { Button } from '@payloadcms/ui'
import type { Delivery, DeliveryStatus } from '#publishing/webhooks/deliveries.ts'
import kit from '../kit/kit.module.css'
import type { Word } from '../words/index.ts'
import { useWords } from '../words/use-words.ts'
import { prettyJson } from './pretty-json.ts'
import styles from './sites.module.css'

const statusWords = {
  pending: 'sites:pendingStatus',
  delivered: 'sites:deliveredStatus',
  dead: 'sites:deadStatus',
} as const satisfies Record<DeliveryStatus, Word>

const eventWords: Readonly<Record<string, Word>> = {
  'portrait.published': 'sites:published',
  'portrait.updated': 'sites:updated',
  'portrait.removed': 'sites:removed',
}

export function DeliveryTable(props: {
  deliveries: readonly Delivery[]
  onReplay?: (id: string) => void
}) {
  const { deliveries, onReplay } = props
  const { say, format } = useWords()
  return (
    <div className={kit.scroll}>
      <table className={kit.table}>
        <thead>
          <tr>
            <th>{say('sites:at')}</th>
            <th>{say('sites:event')}</th>
            <th>{say('sites:status')}</th>
            <th className={kit.number}>{say('sites:attempts')}</th>
            <th>{say('sites:answer')}</th>
            <th>{say('sites:message')}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => {
            const word = eventWords[delivery.type]
            return (
              <tr key={delivery.id}>
                <td>{format.moment(delivery.settledAt ?? delivery.createdAt)}</td>
                <td>{word ? say(word) : delivery.type}</td>
                <td>{say(statusWords[delivery.status])}</td>
                <td className={kit.number}>{format.number(delivery.attempts)}</td>
                <td>
                  <Reply delivery={delivery} />
                </td>
                <td>
                  <details>
                    <summary>{say('sites:message')}</summary>
                    <pre className={styles.code}>{prettyJson(delivery.message)}</pre>
                  </details>
                  {onReplay && delivery.status === 'dead' ? (
                    <Button
                      buttonStyle="secondary"
                      margin={false}
                      onClick={() => {
                        onReplay(delivery.id)
                      }}
                      size="small"
                      type="button"
                    >
                      {say('sites:replay')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What the receiver answered last, and when it is asked again. */
function Reply({ delivery }: { delivery: Delivery }) {
  const { lastStatus, lastError, nextAttemptAt } = delivery
  const { say, format } = useWords()
  const reply = [lastStatus, lastError].filter((part) => part !== null).join(' – ')
  return (
    <>
      {reply === '' ? say('sites:noAnswer') : reply}
      {nextAttemptAt === null ? null : (
        <>
          <br />
          {say('sites:next', { at: format.moment(nextAttemptAt) })}
        </>
      )}
    </>
  )
}
