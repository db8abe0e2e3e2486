'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { HistoryText } from '#review/history.ts'
import { nameOfEvent } from '#workflow/event-names.ts'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { ScrollArea } from '../kit/ScrollArea.tsx'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'
import styles from './history.module.css'

interface Pair {
  from: string | null
  to: string | null
}

/** The texts that a document had; two of them can be compared, each can be restored. */
export function VersionList(props: {
  texts: readonly HistoryText[]
  /** The address of the document below `/api`. */
  address: string
  pair: Pair
  hasMore: boolean
  onPair: (pair: Pair) => void
  onMore: () => void
}) {
  const { texts, address, pair, hasMore, onPair, onMore } = props
  const { say, pick, format } = useWords()
  const { send } = useSend(address)
  const [restoring, setRestoring] = useState<HistoryText | null>(null)

  const restore = async ({ digest }: HistoryText) => {
    const answer = await send(`${address}/workflow/texts/${digest}/restore`, {
      method: 'POST',
      body: { expectedDigest: texts.find(({ isWorking }) => isWorking)?.digest },
    })
    if (answer.ok) toast.success(say('history:restored'))
    else toast.error(answer.message)
    setRestoring(null)
  }
  const choice = (name: 'from' | 'to', text: HistoryText) => (
    <input
      aria-label={say(name === 'from' ? 'history:compareFromOf' : 'history:compareToOf', {
        version: format.moment(text.writtenAt),
      })}
      checked={pair[name] === text.digest}
      disabled={text.isRedacted}
      name={`history-${name}`}
      onChange={() => {
        onPair({ ...pair, [name]: text.digest })
      }}
      type="radio"
    />
  )
  return (
    <>
      <ScrollArea className={kit.scroll} label={say('history:versions')}>
        <table className={kit.table}>
          <thead>
            <tr>
              <th scope="col">{say('history:compareFrom')}</th>
              <th scope="col">{say('history:compareTo')}</th>
              <th scope="col">{say('history:versions')}</th>
              <th scope="col">
                <span className={kit.hidden}>{say('history:restore')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {texts.map((text) => (
              <tr key={text.digest}>
                <td>{choice('from', text)}</td>
                <td>{choice('to', text)}</td>
                <td>
                  <strong>
                    {text.isRedacted
                      ? say('history:redacted')
                      : text.headline || say('texts:untitled')}
                  </strong>{' '}
                  {text.isLive ? <span className={kit.badge}>{say('history:live')}</span> : null}{' '}
                  {text.isWorking ? (
                    <span className={kit.badge}>{say('history:working')}</span>
                  ) : null}
                  <br />
                  <span className={styles.note}>
                    {format.moment(text.writtenAt)}
                    {text.writtenBy ? ` ${say('history:by', { name: text.writtenBy.name })}` : ''}
                    {text.steps.length > 0
                      ? ` · ${[...new Set(text.steps)].map((step) => pick(nameOfEvent(step))).join(', ')}`
                      : ''}
                  </span>
                </td>
                <td>
                  {text.isRedacted ? null : (
                    <a
                      aria-label={say('history:lookAt', { when: format.moment(text.writtenAt) })}
                      className={styles.textButton}
                      href={`/preview${address}/${text.digest}`}
                      rel="noreferrer"
                      target="_blank"
                    >
                      {say('history:look')}
                    </a>
                  )}{' '}
                  {text.isWorking || text.isRedacted ? null : (
                    <button
                      className={styles.textButton}
                      onClick={() => {
                        setRestoring(text)
                      }}
                      type="button"
                    >
                      {say('history:restore')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {hasMore ? (
        <button className={kit.action} onClick={onMore} type="button">
          {say('kit:more')}
        </button>
      ) : null}
      {restoring ? (
        <Dialog
          confirm={{ label: say('history:restore'), onClick: () => void restore(restoring) }}
          onClose={() => {
            setRestoring(null)
          }}
          title={say('history:restoreTitle')}
        >
          <p>
            {say('history:restoreExplains', {
              headline: restoring.headline,
              when: format.moment(restoring.writtenAt),
            })}
          </p>
        </Dialog>
      ) : null}
    </>
  )
}
