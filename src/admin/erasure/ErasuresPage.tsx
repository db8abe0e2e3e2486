import type { AdminViewServerProps } from 'payload'
import { Frame } from '../kit/Frame.tsx'
import { sayWith } from '../words/say.ts'
import { Erasures } from './Erasures.tsx'
import { FindPlaces } from './FindPlaces.tsx'

/** What has to be erased: where words stand, what waits for a second person, and what was decided. */
export function ErasuresPage(view: AdminViewServerProps) {
  const say = sayWith(view.initPageResult.req.i18n)
  return (
    <Frame title={say('erasures:title')} view={view}>
      <FindPlaces />
      <Erasures />
    </Frame>
  )
}
