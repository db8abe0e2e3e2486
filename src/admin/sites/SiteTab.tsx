import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { actorOf, isAdmin } from '#access/actor.ts'
import kit from '../kit/kit.module.css'
import { sayWith } from '../words/say.ts'
import styles from './sites.module.css'
import type { Word } from '../words/index.ts'

/** A tab of a site, and whether the reader may change what stands in it. */
export function SiteTab(props: {
  view: DocumentViewServerProps
  title: Word
  children: (site: { id: string; canChange: boolean }) => ReactNode
}) {
  const { view, title, children } = props
  const { req } = view.initPageResult
  const say = sayWith(req.i18n)
  const actor = actorOf(req)
  const canChange = isAdmin(actor)
  return (
    <Gutter className={kit.page ?? ''}>
      <main className={styles.tab}>
        <h2>{say(title)}</h2>
        {canChange ? null : <p>{say('sites:onlyAdmins')}</p>}
        {children({ id: String(view.doc.id), canChange })}
      </main>
    </Gutter>
  )
}
