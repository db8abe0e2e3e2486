'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Delivery } from '#publishing/webhooks/deliveries.ts'
import { Empty } from '../kit/Empty.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { usePages } from '../kit/use-pages.ts'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'
import { DeliveryTable } from './DeliveryTable.tsx'
import styles from './sites.module.css'

const statuses = [
  { value: '', word: 'sites:everyStatus' },
  { value: 'pending', word: 'sites:pendingStatus' },
  { value: 'delivered', word: 'sites:deliveredStatus' },
  { value: 'dead', word: 'sites:deadStatus' },
] as const

/** What was sent to a webhook, or is to be. */
export function Deliveries(props: {
  /** The address of all webhooks of the site, and which of them it is. */
  hooks: string
  hook: string
  canChange: boolean
  /** How many were given up. */
  dead: number
}) {
  const { hooks, hook, canChange, dead } = props
  const { say } = useWords()
  const [status, setStatus] = useState('')
  const [notice, setNotice] = useState<string | null>(null)
  const path = `${hooks}/${hook}`
  const query = status === '' ? '' : `?status=${status}`
  const { pages, problem, hasMore, more, reload } = usePages<{
    deliveries: Delivery[]
    nextCursor: string | null
  }>(`${path}/deliveries${query}`)
  const deliveries = pages?.flatMap((page) => page.deliveries)
  const replays = useSend<{ replayed?: number }>(hooks)

  const replay = async (below: string) => {
    const answer = await replays.send(`${path}${below}`, { method: 'POST' })
    if (answer.ok) setNotice(say('sites:replayed', { count: answer.body.replayed ?? 1 }))
  }

  return (
    <>
      <div className={styles.filter}>
        <label>
          <span>{say('sites:status')}</span>
          <select
            className={kit.input}
            onChange={(event) => {
              setStatus(event.target.value)
            }}
            value={status}
          >
            {statuses.map(({ value, word }) => (
              <option key={value} value={value}>
                {say(word)}
              </option>
            ))}
          </select>
        </label>
        {canChange && dead > 0 ? (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => void replay('/replay')}
            size="small"
            type="button"
          >
            {say('sites:replayAll')}
          </Button>
        ) : null}
      </div>
      <p role="status">{notice}</p>
      {replays.problem === null ? null : <Problem message={replays.problem} />}
      {problem === null ? null : <Problem message={problem} onRetry={reload} />}
      {deliveries?.length === 0 ? <Empty>{say('sites:noDeliveries')}</Empty> : null}
      {deliveries && deliveries.length > 0 ? (
        <DeliveryTable
          deliveries={deliveries}
          {...(canChange
            ? { onReplay: (id: string) => void replay(`/deliveries/${id}/replay`) }
            : {})}
        />
      ) : null}
      {hasMore ? (
        <Button buttonStyle="secondary" onClick={more} size="small" type="button">
          {say('kit:more')}
        </Button>
      ) : null}
    </>
  )
}
