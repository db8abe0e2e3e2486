import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { Frame } from '../kit/Frame.tsx'
import { sayWith } from '../words/say.ts'
import { ImportDesk } from './ImportDesk.tsx'

/** Brings text files into the CMS: what they are is seen first, then they are written. */
export function ImportPage(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const say = sayWith(req.i18n)
  const actor = actorOf(req)
  const { admin } = req.payload.config.routes
  return (
    <Frame
      actions={<Link href={`${admin}/collections/import-runs`}>{say('import:earlier')}</Link>}
      title={say('import:title')}
      view={view}
    >
      <ImportDesk canMakeEntries={isPerson(actor) && actor.role !== 'author'} />
    </Frame>
  )
}
