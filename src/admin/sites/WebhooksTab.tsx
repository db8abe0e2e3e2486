import type { DocumentViewServerProps } from 'payload'
import { SiteWebhooks } from './SiteWebhooks.tsx'
import { SiteTab } from './SiteTab.tsx'

export function WebhooksTab(view: DocumentViewServerProps) {
  return (
    <SiteTab title="sites:webhooks" view={view}>
      {({ id, canChange }) => <SiteWebhooks canChange={canChange} site={id} />}
    </SiteTab>
  )
}
