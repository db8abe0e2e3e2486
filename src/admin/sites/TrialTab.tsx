import type { DocumentViewServerProps } from 'payload'
import { SiteTab } from './SiteTab.tsx'
import { SiteTrial } from './SiteTrial.tsx'

export function TrialTab(view: DocumentViewServerProps) {
  return (
    <SiteTab title="sites:trial" view={view}>
      {({ id, canChange }) => (canChange ? <SiteTrial site={id} /> : null)}
    </SiteTab>
  )
}
