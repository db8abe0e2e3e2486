import { eq } from 'drizzle-orm'
import * as oidc from 'openid-client'
import { logoutOperation, type Endpoint, type PayloadRequest } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { callerLanguage } from '#access/answer.ts'
import { sessionOf } from '#access/session.ts'
import { sqlIn } from '#database/sql.ts'
import { providerSessions } from '#database/tables.ts'
import { inLanguage } from '#model/text.ts'
import { expiredSessionCookie } from '../session-cookie.ts'
import { clientOf } from './client.ts'
import type { ProviderSettings, SignInSettings } from './settings.ts'

/**
 * `POST /api/users/logout`, in Payload's place: ends the session as Payload does. Where the session came by a provider,
 * `signOutAt` of the answer is the address there that ends the provider's session too: the browser goes there next.
 */
export const signOutEndpoint = (settings: SignInSettings): Endpoint => ({
  path: '/logout',
  method: 'post',
  handler: async (req) => {
    const signOutAt = settings.provider && (await addressToLeave(req, settings.provider, settings))
    await logoutOperation({
      // Whoever owes a second factor ends their own session, and nobody else's.
      allSessions: req.searchParams.get('allSessions') === 'true' && isPerson(actorOf(req)),
      collection: req.payload.collections.users,
      req,
    })
    return Response.json(
      { message: inLanguage(isOut, callerLanguage(req)), ...(signOutAt ? { signOutAt } : {}) },
      { headers: { 'Set-Cookie': expiredSessionCookie(req), 'Cache-Control': 'no-store' } },
    )
  },
})

const isOut = { de: 'Sie sind abgemeldet.', en: 'You are signed out.' }

/** null where the session did not come by the provider, or the provider ends none. */
async function addressToLeave(
  req: PayloadRequest,
  provider: ProviderSettings,
  { authoringOrigin }: SignInSettings,
): Promise<string | null> {
  const session = sessionOf(req)
  if (session === null) return null
  const db = await sqlIn(req)
  const [ended] = await db
    .delete(providerSessions)
    .where(eq(providerSessions.session, session))
    .returning({ idToken: providerSessions.idToken, issuer: providerSessions.issuer })
  if (ended?.issuer !== provider.issuer) return null
  try {
    const client = await clientOf(provider)
    if (client.serverMetadata().end_session_endpoint === undefined) return null
    return oidc.buildEndSessionUrl(client, {
      post_logout_redirect_uri: `${authoringOrigin}/admin/login`,
      ...(ended.idToken === null ? {} : { id_token_hint: ended.idToken }),
    }).href
  } catch (cause) {
    // Whoever leaves, leaves: the session here ends whether the provider answers or not.
    req.payload.logger.warn({
      msg: 'The provider cannot be told that somebody leaves.',
      err: cause,
    })
    return null
  }
}
