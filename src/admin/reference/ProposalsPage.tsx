import type { AdminViewServerProps } from 'payload'
import { Frame } from '../kit/Frame.tsx'
import { sayWith } from '../words/say.ts'
import { Proposals } from './Proposals.tsx'

/** Proposed changes of reference data that live texts show: what waits, and what was decided. */
export function ProposalsPage(view: AdminViewServerProps) {
  const say = sayWith(view.initPageResult.req.i18n)
  return (
    <Frame title={say('proposals:title')} view={view}>
      <Proposals />
    </Frame>
  )
}
