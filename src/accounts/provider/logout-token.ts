import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { isRecord } from '#model/documents.ts'
import { readAs, sessionText, subjectText } from './claims.ts'
import { clientOf, fetchWithin } from './client.ts'
import type { Ended } from './end-sessions.ts'
import { SignInRefused } from './refusals.ts'
import type { ProviderSettings } from './settings.ts'

const event = 'http://schemas.openid.net/event/backchannel-logout'
/** Seconds for which a provider's word that somebody has left is heard. */
const freshFor = 300
/** Those that a provider signs with and nobody else can. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
]

const keys = new Map<string, JWTVerifyGetKey>()

/** A logout token that counts for nothing. */
export class LogoutRefused extends Error {
  override name = 'LogoutRefused'
}

/** What a provider says of somebody who has left. */
export interface LogoutWord {
  ended: Ended
  /** By what it is known again: it counts once. */
  name: string
  /** From then on it is too old, whatever it says of its end. */
  until: Date
}

/**
 * Reads a logout token, after OpenID Connect Back-Channel Logout 1.0, 2.6. Whether it was used before is not asked.
 *
 * @throws LogoutRefused, SignInRefused `unavailable`
 */
export async function readLogoutToken(
  provider: ProviderSettings,
  token: string,
): Promise<LogoutWord> {
  const { jwks_uri: address } = (await clientOf(provider)).serverMetadata()
  const claims = await verify(provider, keysAddress(provider, address), token)
  const { jti, events, iat = 0 } = claims
  if ('nonce' in claims) throw new LogoutRefused('A logout token has no nonce.')
  if (!isRecord(events) || !isRecord(events[event])) {
    throw new LogoutRefused('This token is about something else.')
  }
  if (typeof jti !== 'string' || jti === '') throw new LogoutRefused('The token has no name.')
  return {
    ended: endedBy(provider.issuer, claims),
    name: `logout ${provider.issuer} ${jti}`,
    until: new Date((iat + freshFor + 60) * 1000),
  }
}

/** Where the keys are: as safe a place as the provider itself. @throws SignInRefused `unavailable` */
function keysAddress({ issuer }: ProviderSettings, said: unknown): string {
  const url = typeof said === 'string' && URL.canParse(said) ? new URL(said) : null
  const isSafe = url?.protocol === 'https:' || url?.protocol === new URL(issuer).protocol
  if (url === null || !isSafe) throw new SignInRefused('unavailable')
  return url.href
}

/** What is named has to be a name: a word about a session that cannot be is not one about all of a person's. */
function endedBy(issuer: string, { sub, sid }: { sub?: unknown; sid?: unknown }): Ended {
  const [subject, session] = [readAs(subjectText, sub), readAs(sessionText, sid)]
  const isNamed = (sub === undefined || subject !== null) && (sid === undefined || session !== null)
  if (isNamed && session !== null) {
    return { issuer, providerSession: session, ...(subject === null ? {} : { subject }) }
  }
  if (isNamed && subject !== null) return { issuer, subject }
  throw new LogoutRefused('The token names neither a session nor a person.')
}

async function verify(provider: ProviderSettings, address: string, token: string) {
  try {
    const { payload } = await jwtVerify(token, keysAt(address), {
      issuer: provider.issuer,
      audience: provider.clientId,
      algorithms,
      maxTokenAge: freshFor,
      clockTolerance: 10,
    })
    return payload
  } catch (cause) {
    if (cause instanceof SignInRefused) throw cause
    throw new LogoutRefused('The token cannot be verified.', { cause })
  }
}

function keysAt(address: string): JWTVerifyGetKey {
  const known = keys.get(address)
  if (known) return known
  const fetched = createRemoteJWKSet(new URL(address), {
    timeoutDuration: 10_000,
    [customFetch]: (url, { headers, method, redirect, signal }) =>
      fetchWithin(url, {
        headers: Object.fromEntries(headers),
        method,
        redirect,
        signal,
        body: null,
      }).catch((cause: unknown) => {
        throw new SignInRefused('unavailable', cause)
      }),
  })
  keys.set(address, fetched)
  return fetched
}
