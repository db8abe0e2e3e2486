import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { actorOf, isPerson } from '#access/actor.ts'
import styles from './kit.module.css'

/**
 * The frame of a page of ours inside Payload's admin: navigation, breadcrumb, heading. Whoever is not
 * signed in is asked to do so first.
 */
export function Frame(props: {
  view: AdminViewServerProps
  title: string
  /** What stands beside the heading: links and buttons. */
  actions?: ReactNode
  children: ReactNode
}) {
  const { view, title, actions, children } = props
  const { initPageResult, params, searchParams, viewActions } = view
  const { req, permissions, visibleEntities, locale } = initPageResult
  demandPerson(view)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      permissions={permissions}
      payload={req.payload}
      req={req}
      visibleEntities={visibleEntities}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
      {...(req.user ? { user: req.user } : {})}
      {...(viewActions ? { viewActions } : {})}
    >
      <SetStepNav nav={[{ label: title }]} />
      <Gutter className={styles.page ?? ''}>
        <main>
          <header className={styles.head}>
            <h1 className={styles.heading}>{title}</h1>
            {actions ? <div className={styles.actions}>{actions}</div> : null}
          </header>
          {children}
        </main>
      </Gutter>
    </DefaultTemplate>
  )
}

/** Sends whoever is not signed in as a person to the sign-in, and back afterwards. */
export function demandPerson({
  initPageResult,
}: Pick<AdminViewServerProps, 'initPageResult'>): void {
  const { req } = initPageResult
  if (isPerson(actorOf(req))) return
  const { routes } = req.payload.config
  const from = encodeURIComponent(`${req.pathname}${req.search ?? ''}`)
  redirect(`${routes.admin}${req.payload.config.admin.routes.login}?redirect=${from}`)
}
