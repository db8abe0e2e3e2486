import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose'
import type { PayloadRequest } from 'payload'
import { isRecord } from '#model/documents.ts'
import { useOnce } from '../use-once.ts'
import { clientOf, fetchWithin } from './client.ts'
import type { Ended } from './end-sessions.ts'
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

/**
 * What a logout token ends, after OpenID Connect Back-Channel Logout 1.0, 2.6.
 *
 * @throws LogoutRefused, SignInRefused `unavailable`
 */
export async function readLogoutToken(
  req: PayloadRequest,
  provider: ProviderSettings,
  token: string,
): Promise<Ended> {
  const { jwks_uri: address } = (await clientOf(provider)).serverMetadata()
  if (address === undefined) throw new LogoutRefused('The provider names no keys.')
  const claims = await verify(provider, address, token)
  const { sub: subject, sid, jti, events, exp, iat = 0 } = claims
  if ('nonce' in claims) throw new LogoutRefused('A logout token has no nonce.')
  if (!isRecord(events) || !isRecord(events[event])) {
    throw new LogoutRefused('This token is about something else.')
  }
  if (typeof jti !== 'string' || jti === '') throw new LogoutRefused('The token has no name.')
  const ended = endedBy(provider.issuer, { subject, sid })
  const until = new Date((Math.max(exp ?? 0, iat + freshFor) + 60) * 1000)
  if (!(await useOnce(req, `logout ${provider.issuer} ${jti}`, until))) {
    throw new LogoutRefused('This token was used before.')
  }
  return ended
}

function endedBy(
  issuer: string,
  { subject, sid }: { subject: string | undefined; sid: unknown },
): Ended {
  if (typeof sid === 'string' && sid !== '') {
    return { issuer, providerSession: sid, ...(subject === undefined ? {} : { subject }) }
  }
  if (sid !== undefined || subject === undefined || subject === '') {
    throw new LogoutRefused('The token names neither a session nor a person.')
  }
  return { issuer, subject }
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
      }),
  })
  keys.set(address, fetched)
  return fetched
}
