'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useApi } from '../kit/use-api.ts'
import { useWords } from '../words/use-words.ts'
import type { SiteWebhook } from './WebhookCard.tsx'

/** What an administrator may do with a webhook. */
export function WebhookActions(props: {
  webhook: SiteWebhook
  path: string
  onChanged: () => void
  onSecret: (secret: string) => void
}) {
  const { webhook, path, onChanged, onSecret } = props
  const { say } = useWords()
  const api = useApi()
  const [asking, setAsking] = useState<'secret' | 'remove' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const send = async (
    below: string,
    options: { method: 'POST' | 'PATCH' | 'DELETE'; body?: object },
  ) => {
    setProblem(null)
    const answer = await api<{ secret?: string }>(`${path}${below}`, options)
    if (!answer.ok) {
      setProblem(answer.message)
      return
    }
    setAsking(null)
    if (answer.body.secret !== undefined) onSecret(answer.body.secret)
    onChanged()
  }

  return (
    <>
      <div className={kit.actions}>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => void send('', { method: 'PATCH', body: { isActive: !webhook.isActive } })}
          size="small"
          type="button"
        >
          {say(webhook.isActive ? 'sites:deactivate' : 'sites:activate')}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => {
            setAsking('secret')
          }}
          size="small"
          type="button"
        >
          {say('sites:newSecret')}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => {
            setAsking('remove')
          }}
          size="small"
          type="button"
        >
          {say('kit:remove')}
        </Button>
      </div>
      {problem !== null && asking === null ? <Problem message={problem} /> : null}
      {asking === null ? null : (
        <Dialog
          confirm={
            asking === 'secret'
              ? {
                  label: say('sites:newSecretOf'),
                  onClick: () => void send('/secret', { method: 'POST' }),
                }
              : {
                  label: say('kit:remove'),
                  isDangerous: true,
                  onClick: () => void send('', { method: 'DELETE' }),
                }
          }
          onClose={() => {
            setAsking(null)
            setProblem(null)
          }}
          title={say(asking === 'secret' ? 'sites:newSecretOf' : 'sites:removeHook')}
        >
          <p>{say(asking === 'secret' ? 'sites:newSecretWarning' : 'sites:removeHookWarning')}</p>
          {problem === null ? null : <Problem message={problem} />}
        </Dialog>
      )}
    </>
  )
}
