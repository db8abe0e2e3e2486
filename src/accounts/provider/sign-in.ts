import * as oidc from 'openid-client'
import { createLocalReq, type PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { inTransaction } from '#database/transaction.ts'
import { openSession, type OpenedSession } from '../open-session.ts'
import { roleFor } from '../role-rules.ts'
import { useOnce } from '../use-once.ts'
import { accountFor } from './account.ts'
import { attemptLength, type Attempt } from './attempt.ts'
import { readAs, readClaims, sessionText, subjectText } from './claims.ts'
import { clientOf, clockTolerance } from './client.ts'
import { noteProviderSession } from './identities.ts'
import { SignInRefused } from './refusals.ts'
import { renewRole } from './renew-role.ts'
import type { ProviderSettings } from './settings.ts'

/** Where a provider sends people back to, below the address of the product. */
export const callbackPath = '/api/sign-in/oidc/callback'

/** A provider and where it sends people back to. */
interface Way {
  provider: ProviderSettings
  authoringOrigin: string
}

/**
 * Begins a sign-in: where the browser goes, and what it has to bring back.
 *
 * @param options.isAgain whoever is signed in there already is asked who they are all the same
 * @throws SignInRefused `unavailable`
 */
export async function beginSignIn(
  { provider, authoringOrigin }: Way,
  { returnTo, isAgain }: { returnTo: string; isAgain: boolean },
): Promise<{ attempt: Attempt; address: URL }> {
  const client = await clientOf(provider)
  const attempt = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnTo,
    askedAt: isAgain ? Math.floor(Date.now() / 1000) : null,
  }
  const address = addressAt(client, {
    redirect_uri: authoringOrigin + callbackPath,
    scope: provider.scopes,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    ...(isAgain ? { prompt: 'login', max_age: '0' } : {}),
  })
  return { attempt, address }
}

/** Where a provider is asked. It may say anything of that, too. */
function addressAt(client: oidc.Configuration, asked: Record<string, string>): URL {
  try {
    return oidc.buildAuthorizationUrl(client, asked)
  } catch (cause) {
    throw new SignInRefused('unavailable', cause)
  }
}

/**
 * Ends a sign-in: what the provider says is checked (state, issuer, signature, audience, nonce, times), the person
 * is found or made, their role renewed, and a session opened.
 *
 * @param answered the query with which the browser came back
 * @param attempt the one that this browser has begun; null where it has begun none
 * @throws SignInRefused
 */
export async function finishSignIn(
  req: PayloadRequest,
  { provider, authoringOrigin }: Way,
  { answered, attempt }: { answered: URLSearchParams; attempt: Attempt | null },
): Promise<OpenedSession> {
  if (attempt === null || answered.get('state') !== attempt.state) {
    throw new SignInRefused('expired')
  }
  const until = new Date(Date.now() + attemptLength * 1000)
  if (!(await useOnce(req, `attempt ${attempt.state}`, until))) throw new SignInRefused('expired')
  const said = await redeem(provider, {
    address: new URL(`${authoringOrigin}${callbackPath}?${answered.toString()}`),
    attempt,
  })
  requireAskedAgain(attempt, said)
  const { subject } = said
  const claims = readClaims(said.claims, provider.roleClaim)
  const given = roleFor(provider.rules, claims.values)
  const identity = { issuer: provider.issuer, subject }
  const { assertsEmails } = provider
  const { id, directory } = await accountFor(req, { identity, claims, given, assertsEmails })
  if (given !== null && directory !== 'decides') {
    await renewRole(() => createLocalReq({}, req.payload), { id, given })
  }
  return inTransaction(req, async () => {
    const session = await openSession(req, { id, method: 'oidc' })
    await noteProviderSession(await sqlIn(req), {
      ...identity,
      session: session.id,
      person: id,
      providerSession: said.session,
      idToken: said.idToken.length <= 8000 ? said.idToken : null,
      authenticatedAt: said.authenticatedAt?.toISOString() ?? null,
    })
    return session
  })
}

/** What a provider says of somebody, when all that it can be held against has been. */
interface Said {
  subject: string
  /** The provider's own name for the session there. */
  session: string | null
  claims: Record<string, unknown>
  idToken: string
  /** When it has last asked them who they are; null where it does not say. */
  authenticatedAt: Date | null
}

/**
 * Some providers do not ask again, whatever they are told: what they say of the time counts.
 *
 * @throws SignInRefused `notAgain`
 */
function requireAskedAgain({ askedAt }: Attempt, { authenticatedAt }: Said): void {
  if (askedAt === null) return
  const earliest = (askedAt - clockTolerance) * 1000
  if (authenticatedAt === null || authenticatedAt.getTime() < earliest) {
    throw new SignInRefused('notAgain')
  }
}

/** `auth_time` after OpenID Connect Core 1.0, 2: nothing that is to come counts. */
function momentOf(seconds: unknown): Date | null {
  if (typeof seconds !== 'number' || !(seconds > 0)) return null
  return seconds > Date.now() / 1000 + clockTolerance ? null : new Date(seconds * 1000)
}

async function redeem(
  provider: ProviderSettings,
  { address, attempt }: { address: URL; attempt: Attempt },
): Promise<Said> {
  const client = await clientOf(provider)
  try {
    const tokens = await oidc.authorizationCodeGrant(client, address, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    const { id_token: idToken } = tokens
    if (!claims || idToken === undefined) throw new SignInRefused('invalid')
    const subject = readAs(subjectText, claims.sub)
    if (subject === null) throw new SignInRefused('invalid')
    return {
      subject,
      session: readAs(sessionText, claims.sid),
      claims: inOne(await alsoSaid(client, tokens.access_token, claims), claims),
      idToken,
      authenticatedAt: momentOf(claims.auth_time),
    }
  } catch (cause) {
    throw refusalOf(cause)
  }
}

/** What the provider tells of somebody only when it is asked; the library holds the subject against the token's. */
async function alsoSaid(
  client: oidc.Configuration,
  accessToken: string,
  { sub }: { sub: string },
): Promise<Record<string, unknown>> {
  if (client.serverMetadata().userinfo_endpoint === undefined) return {}
  return { ...(await oidc.fetchUserInfo(client, accessToken, sub)) }
}

/**
 * What the token says comes before what is told beside it; but whether an address is verified says only what names
 * the address.
 */
function inOne(told: Record<string, unknown>, said: Record<string, unknown>) {
  const { email_verified: verified } = said.email === undefined ? told : said
  return { ...told, ...said, ...(told.email === said.email ? {} : { email_verified: verified }) }
}

function refusalOf(cause: unknown): SignInRefused {
  if (cause instanceof SignInRefused) return cause
  const { name, code } = describe(cause)
  if (name === 'AuthorizationResponseError') return new SignInRefused('denied', cause)
  const isOutOfReach = code === 'OAUTH_TIMEOUT' || name === 'TypeError' || name === 'TimeoutError'
  return new SignInRefused(isOutOfReach ? 'unavailable' : 'invalid', cause)
}

function describe(cause: unknown): { name: string; code: unknown } {
  if (!(cause instanceof Error)) return { name: '', code: undefined }
  return { name: cause.name, code: Reflect.get(cause, 'code') }
}
