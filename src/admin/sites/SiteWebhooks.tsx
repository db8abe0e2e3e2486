'use client'

import { useRef, useState } from 'react'
import type { Webhook } from '#publishing/webhooks/webhooks.ts'
import { useLoaded } from '../kit/use-loaded.ts'
import { NewWebhookDialog } from './NewWebhookDialog.tsx'
import { WebhookCard } from './WebhookCard.tsx'
import { WithSecrets } from './WithSecrets.tsx'

const words = {
  intro: 'sites:hooksIntro',
  make: 'sites:newHook',
  made: 'sites:secretMade',
  once: 'sites:secretOnce',
  none: 'sites:noHooks',
} as const

/** The webhooks of a site, with what was delivered to each. */
export function SiteWebhooks({ site, canChange }: { site: string; canChange: boolean }) {
  const path = `/sites/${site}/webhooks`
  const loaded = useLoaded<{ webhooks: Webhook[] }>(path)
  const start = useRef<HTMLParagraphElement>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const webhooks = loaded.body?.webhooks
  return (
    <WithSecrets
      canChange={canChange}
      count={webhooks?.length ?? null}
      dialog={(close) => (
        <NewWebhookDialog
          onClose={close}
          onMade={(made) => {
            setSecret(made)
            close()
          }}
          path={path}
        />
      )}
      loaded={loaded}
      onStored={() => {
        setSecret(null)
      }}
      secret={secret}
      start={start}
      words={words}
    >
      {webhooks?.map((webhook) => (
        <WebhookCard
          canChange={canChange}
          hooks={path}
          key={webhook.id}
          onSecret={setSecret}
          webhook={webhook}
        />
      ))}
    </WithSecrets>
  )
}
