'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Webhook } from '#publishing/webhooks/webhooks.ts'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'

/** What an administrator may do with a webhook. */
export function WebhookActions(props: {
  webhook: Webhook
  /** The address of all webhooks of the site. */
  hooks: string
  onSecret: (secret: string) => void
}) {
  const { webhook, hooks, onSecret } = props
  const { say } = useWords()
  const { send, problem, forget } = useSend<{ secret?: string }>(hooks)
  const [asking, setAsking] = useState<'secret' | 'remove' | null>(null)

  const act = async (
    below: string,
    options: { method: 'POST' | 'PATCH' | 'DELETE'; body?: object },
  ) => {
    const answer = await send(`${hooks}/${webhook.id}${below}`, options)
    if (!answer.ok) return
    setAsking(null)
    if (answer.body.secret !== undefined) onSecret(answer.body.secret)
  }

  return (
    <>
      <div className={kit.actions}>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => void act('', { method: 'PATCH', body: { isActive: !webhook.isActive } })}
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
                  onClick: () => void act('/secret', { method: 'POST' }),
                }
              : {
                  label: say('kit:remove'),
                  isDangerous: true,
                  onClick: () => void act('', { method: 'DELETE' }),
                }
          }
          onClose={() => {
            setAsking(null)
            forget()
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
