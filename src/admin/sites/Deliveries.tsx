'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Empty } from '../kit/Empty.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useApi } from '../kit/use-api.ts'
import { useWords } from '../words/use-words.ts'
import { DeliveryTable } from './DeliveryTable.tsx'
import styles from './sites.module.css'
import { useDeliveries } from './use-deliveries.ts'

const statuses = [
  { value: '', word: 'sites:everyStatus' },
  { value: 'pending', word: 'sites:pendingStatus' },
  { value: 'delivered', word: 'sites:deliveredStatus' },
  { value: 'dead', word: 'sites:deadStatus' },
] as const

/** What was sent to a webhook, or is to be. */
export function Deliveries(props: {
  path: string
  canChange: boolean
  /** How many were given up. */
  dead: number
  onReplayed: () => void
}) {
  const { path, canChange, dead, onReplayed } = props
  const { say } = useWords()
  const api = useApi()
  const [status, setStatus] = useState('')
  const [notice, setNotice] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { page, problem, reload, more } = useDeliveries(path, status)

  const replay = async (below: string) => {
    setFailure(null)
    const answer = await api<{ replayed?: number }>(`${path}${below}`, { method: 'POST' })
    if (answer.ok) setNotice(say('sites:replayed', { count: answer.body.replayed ?? 1 }))
    else setFailure(answer.message)
    await reload()
    onReplayed()
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
      {failure === null ? null : <Problem message={failure} />}
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {page?.deliveries.length === 0 ? <Empty>{say('sites:noDeliveries')}</Empty> : null}
      {page && page.deliveries.length > 0 ? (
        <DeliveryTable
          deliveries={page.deliveries}
          {...(canChange
            ? { onReplay: (id: string) => void replay(`/deliveries/${id}/replay`) }
            : {})}
        />
      ) : null}
      {page?.nextCursor ? (
        <Button buttonStyle="secondary" onClick={() => void more()} size="small" type="button">
          {say('kit:more')}
        </Button>
      ) : null}
    </>
  )
}
