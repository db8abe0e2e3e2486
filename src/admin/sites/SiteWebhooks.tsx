'use client'

import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { Empty } from '../kit/Empty.tsx'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'
import { NewWebhookDialog } from './NewWebhookDialog.tsx'
import { ShownOnce } from './ShownOnce.tsx'
import type { SiteWebhook } from './webhook.ts'
import { WebhookCard } from './WebhookCard.tsx'

/** The webhooks of a site, with what was delivered to each. */
export function SiteWebhooks({ site, canChange }: { site: string; canChange: boolean }) {
  const { say } = useWords()
  const path = `/sites/${site}/webhooks`
  const { body, problem, reload } = useLoaded<{ webhooks: SiteWebhook[] }>(path)
  const [isMaking, setIsMaking] = useState(false)
  // Where the focus goes when what had it is gone.
  const start = useRef<HTMLParagraphElement>(null)
  const [secret, setSecret] = useState<string | null>(null)

  return (
    <>
      <p ref={start} tabIndex={-1}>
        {say('sites:hooksIntro')}
      </p>
      {secret === null ? null : (
        <ShownOnce
          key={secret}
          onStored={() => {
            setSecret(null)
            start.current?.focus()
          }}
          secret={secret}
          title={say('sites:secretMade')}
          warning={say('sites:secretOnce')}
        />
      )}
      {canChange ? (
        <p>
          <Button
            margin={false}
            onClick={() => {
              setIsMaking(true)
            }}
            type="button"
          >
            {say('sites:newHook')}
          </Button>
        </p>
      ) : null}
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {body?.webhooks.length === 0 ? <Empty>{say('sites:noHooks')}</Empty> : null}
      {body || problem !== null ? null : <p>{say('kit:loading')}</p>}
      {body?.webhooks.map((webhook) => (
        <WebhookCard
          canChange={canChange}
          key={webhook.id}
          hooks={path}
          onSecret={setSecret}
          webhook={webhook}
        />
      ))}
      {isMaking ? (
        <NewWebhookDialog
          onClose={() => {
            setIsMaking(false)
          }}
          onMade={(made) => {
            setSecret(made)
            setIsMaking(false)
          }}
          path={path}
        />
      ) : null}
    </>
  )
}
