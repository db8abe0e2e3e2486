import type { AdminViewServerProps } from 'payload'
import { demandPerson, Frame } from '../kit/Frame.tsx'
import { sayWith } from '../words/say.ts'
import { CoverageView } from './CoverageView.tsx'

/** Which profession has a text in which region, and how it stands. */
export function CoveragePage(view: AdminViewServerProps) {
  demandPerson(view)
  const say = sayWith(view.initPageResult.req.i18n)
  return (
    <Frame title={say('coverage:title')} view={view}>
      <CoverageView />
    </Frame>
  )
}
