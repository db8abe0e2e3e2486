'use client'

import { Button } from '@payloadcms/ui'
import kit from '../kit/kit.module.css'
import { useNow } from '../kit/use-now.ts'
import { useWords } from '../words/use-words.ts'

/** What is known of a key. */
export interface SiteKey {
  id: string
  label: string | null
  prefix: string | null
  madeAt: string | null
  expiresAt: string | null
  lastUsedAt: string | null
}

export function KeyTable(props: { keys: readonly SiteKey[]; onRevoke?: (key: SiteKey) => void }) {
  const { keys, onRevoke } = props
  const { say, format } = useWords()
  return (
    <div className={kit.scroll}>
      <table className={kit.table}>
        <thead>
          <tr>
            <th>{say('sites:label')}</th>
            <th>{say('sites:prefix')}</th>
            <th>{say('sites:madeAt')}</th>
            <th>{say('sites:lastUsed')}</th>
            <th>{say('sites:validUntil')}</th>
            {onRevoke ? (
              <th>
                <span className={kit.hidden}>{say('sites:actions')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <td>{key.label || say('sites:unnamed')}</td>
              <td>
                <code>{key.prefix}…</code>
              </td>
              <td>{key.madeAt === null ? say('kit:none') : format.date(key.madeAt)}</td>
              <td>
                {key.lastUsedAt === null ? say('sites:never') : format.moment(key.lastUsedAt)}
              </td>
              <td>
                <Expiry at={key.expiresAt} />
              </td>
              {onRevoke ? (
                <td>
                  <Button
                    aria-label={say('sites:revokeKey', {
                      name: key.label || `${key.prefix ?? ''}…`,
                    })}
                    buttonStyle="secondary"
                    margin={false}
                    onClick={() => {
                      onRevoke(key)
                    }}
                    size="small"
                    type="button"
                  >
                    {say('sites:revoke')}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Expiry({ at }: { at: string | null }) {
  const { say, format } = useWords()
  const now = useNow()
  if (at === null) return say('sites:unlimited')
  const isOver = Date.parse(at) <= now.getTime()
  return isOver ? `${format.date(at)} (${say('sites:expired')})` : format.date(at)
}
