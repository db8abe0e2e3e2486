import type { ServerProps } from 'payload'
import { isRefusal, refusals } from '#accounts/provider/refusals.ts'
import { waysInOf } from '#accounts/ways-in.ts'
import { inLanguage } from '#model/text.ts'
import { languageOf, sayWith } from '../words/say.ts'
import styles from './sign-in.module.css'

type Props = Pick<ServerProps, 'i18n' | 'payload' | 'searchParams'>

/**
 * Before the form of the sign-in: the way by the provider, where there is one, and why it has not led in.
 * The form is not there where nobody has a password.
 */
export function ProviderSignIn({ i18n, payload, searchParams }: Props) {
  const { provider, hasLocalPasswords } = waysInOf(payload)
  const refusal = searchParams?.signIn
  const say = sayWith(i18n)
  return (
    <div className={styles.ways}>
      {isRefusal(refusal) && (
        <p className={styles.refusal} role="alert">
          {inLanguage(refusals[refusal].text, languageOf(i18n))}
        </p>
      )}
      {provider !== null && (
        // A link of Next would fetch where it leads to, and that is another site.
        <a
          className={styles.provider}
          href={`/api/sign-in/oidc?${new URLSearchParams({ returnTo: wayBack(searchParams?.redirect) }).toString()}`}
        >
          {say('signIn:by', { provider })}
        </a>
      )}
      {provider !== null && hasLocalPasswords && (
        <p className={styles.or}>{say('signIn:orByPassword')}</p>
      )}
    </div>
  )
}

/** Where somebody wanted to go; what it may be is judged where it is sent. */
function wayBack(redirect: string | string[] | undefined): string {
  return typeof redirect === 'string' ? redirect : '/admin'
}
