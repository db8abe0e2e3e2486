import * as oidc from 'openid-client'
import type { ProviderSettings } from './settings.ts'
import { SignInRefused } from './refusals.ts'

/** How long a provider may take, in seconds, and how much it may say, in bytes. */
const patience = 10
const longestAnswer = 1_000_000
/** For how long what a provider says of itself is good, in milliseconds. */
const goodFor = 3_600_000
/** How far its clock may be off, in seconds. */
export const clockTolerance = 10

const known = new Map<ProviderSettings, { until: number; client: oidc.Configuration }>()

/**
 * The client of a provider, by what the provider says of itself. It is asked when somebody wants to sign in,
 * and not before: whether it answers is nothing to a start.
 *
 * @throws SignInRefused `unavailable`
 */
export async function clientOf(settings: ProviderSettings): Promise<oidc.Configuration> {
  const there = known.get(settings)
  if (there && there.until > Date.now()) return there.client
  const issuer = new URL(settings.issuer)
  try {
    const client = await oidc.discovery(
      issuer,
      settings.clientId,
      { client_secret: settings.clientSecret, [oidc.clockTolerance]: clockTolerance },
      authenticateAsTold(settings.clientSecret),
      {
        timeout: patience,
        [oidc.customFetch]: fetchWithin,
        execute: [
          // Without it the signature of an ID token that came over TLS is not looked at.
          oidc.enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      },
    )
    known.set(settings, { until: Date.now() + goodFor, client })
    return client
  } catch (cause) {
    throw new SignInRefused('unavailable', cause)
  }
}

/** In the header, as the standard presumes, but in the body where the provider says that it takes nothing else. */
function authenticateAsTold(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const takesBasic = methods.includes('client_secret_basic')
    ;(takesBasic || !methods.includes('client_secret_post') ? basic : post)(server, ...rest)
  }
}

/** Fetches, and reads no more than an answer of a provider may be. */
export const fetchWithin: oidc.CustomFetch = async (url, { body, ...options }) => {
  const sent = body instanceof Uint8Array ? new Uint8Array(body) : body
  const answer = await fetch(url, { ...options, ...(sent === undefined ? {} : { body: sent }) })
  const reader = answer.body?.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.byteLength
    if (length > longestAnswer) {
      await reader?.cancel()
      throw new TypeError('The provider says more than it may.')
    }
    chunks.push(next.value)
  }
  const { status, statusText, headers } = answer
  const isEmpty = [101, 204, 205, 304].includes(status)
  const read = new Response(isEmpty ? null : Buffer.concat(chunks), { status, statusText, headers })
  // A library looks at where an answer came from.
  Object.defineProperty(read, 'url', { value: answer.url })
  return read
}
