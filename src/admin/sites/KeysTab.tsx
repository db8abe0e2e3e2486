import type { DocumentViewServerProps } from 'payload'
import { SiteKeys } from './SiteKeys.tsx'
import { SiteTab } from './SiteTab.tsx'

export function KeysTab(view: DocumentViewServerProps) {
  return (
    <SiteTab title="sites:keys" view={view}>
      {({ id, canChange }) => <SiteKeys canChange={canChange} site={id} />}
    </SiteTab>
  )
}
