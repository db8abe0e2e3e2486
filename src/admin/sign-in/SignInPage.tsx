import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import { redirect } from 'next/navigation'
import { getSafeRedirect } from 'payload/shared'
import type { AdminViewServerProps } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { SignIn } from './SignIn.tsx'
import styles from './sign-in.module.css'

/**
 * Where somebody signs in: by their password or a passkey, and by a second factor where one is asked for.
 * Whoever is signed in wholly goes on to where they were going.
 */
export function SignInPage(view: AdminViewServerProps) {
  const { initPageResult, searchParams, params } = view
  const { req, locale, permissions } = initPageResult
  const { payload, i18n, user } = req
  const { routes, admin } = payload.config
  const asked = searchParams?.redirect
  const target = getSafeRedirect({
    fallbackTo: routes.admin,
    redirectTo: typeof asked === 'string' ? asked : '',
  })
  if (isPerson(actorOf(req))) redirect(target)
  const serverProps = { i18n, locale, params, payload, permissions, searchParams, user }
  const slot = (Component: typeof admin.components.afterLogin) =>
    Component
      ? RenderServerComponent({ Component, importMap: payload.importMap, serverProps })
      : null
  return (
    <div className={styles.page}>
      <p className={styles.brand}>Berufsbild</p>
      {slot(admin.components.beforeLogin)}
      <SignIn
        forgotPath={`${routes.admin}${admin.routes.forgot}`}
        isPending={user !== null}
        target={target}
      />
      {slot(admin.components.afterLogin)}
    </div>
  )
}
