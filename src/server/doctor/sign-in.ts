import { clientOf } from '#accounts/provider/client.ts'
import type { ProviderSettings } from '#accounts/provider/settings.ts'
import type { Environment } from '../configuration/environment.ts'
import { reasonOf } from '../configuration/faults.ts'
import { signInSettingsOf } from '../configuration/sign-in.ts'
import { ill, well, worthKnowing, type Diagnosis } from './diagnosis.ts'

/** By what people get in, and whether a provider of sign-ins answers. */
export async function* examineSignIn(environment: Environment): AsyncGenerator<Diagnosis> {
  const { provider, hasLocalPasswords } = signInSettingsOf(environment)
  yield examinePasswords(hasLocalPasswords, provider !== null)
  if (provider !== null) yield await examineProvider(provider)
  if (environment.SCIM_TOKEN !== undefined) {
    yield well('provisioning', 'whoever has SCIM_TOKEN makes, changes and ends accounts')
  }
}

function examinePasswords(areOn: boolean, hasProvider: boolean): Diagnosis {
  const about = 'passwords'
  if (!areOn) return well(about, 'are off: people sign in by the provider alone')
  return hasProvider
    ? worthKnowing(
        about,
        'are on beside the provider of sign-ins',
        'When everybody comes by the provider, set LOCAL_PASSWORDS to off.',
      )
    : well(about, 'are on, and the only way in')
}

async function examineProvider(provider: ProviderSettings): Promise<Diagnosis> {
  const about = 'sign-in provider'
  try {
    const described = (await clientOf(provider)).serverMetadata()
    if (provider.assertsEmails) {
      return worthKnowing(
        about,
        'its word on addresses of mail counts unverified',
        'That is right only where nobody but its administrators can set them; else set OIDC_EMAILS to verified.',
      )
    }
    return described.end_session_endpoint === undefined
      ? worthKnowing(
          about,
          `${provider.issuer} answers, and ends no sessions`,
          'Whoever signs out here stays signed in there.',
        )
      : well(about, `${provider.issuer} answers`)
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    return ill(
      about,
      `${provider.issuer} does not answer: ${reasonOf(cause)}`,
      'See OIDC_ISSUER, and whether this machine reaches it. Until then: npm run admin:sign-in-link.',
    )
  }
}
