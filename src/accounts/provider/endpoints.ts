import type { Endpoint, PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { inTransaction } from '#database/transaction.ts'
import { useOnce } from '../use-once.ts'
import { attemptCookie, attemptIn, endedAttemptCookie } from './attempt.ts'
import { endSessions } from './end-sessions.ts'
import { LogoutRefused, readLogoutToken } from './logout-token.ts'
import { goOnPage, htmlPage, refusalPage } from './pages.ts'
import { refusals, SignInRefused } from './refusals.ts'
import { returnPath } from './return-path.ts'
import { beginSignIn, finishSignIn } from './sign-in.ts'
import type { ProviderSettings, SignInSettings } from './settings.ts'

/**
 * The sign-in by a provider (OpenID Connect), where one is configured; else 404.
 * `GET /api/sign-in/oidc?returnTo=/admin/…` sends the browser there (`&again`: to be asked anew), `GET …/callback` is where it comes back
 * to, with a session or with the reason why there is none, and `POST …/backchannel-logout` is where the provider says
 * that somebody has left.
 */
export const providerEndpoints = (settings: SignInSettings): Endpoint[] => {
  const { authoringOrigin } = settings
  const isSecure = authoringOrigin.startsWith('https:')
  const cookieOf = ({ payload }: PayloadRequest) => ({ secret: payload.secret, isSecure })
  const withProvider =
    (work: (req: PayloadRequest, provider: ProviderSettings) => Promise<Response>) =>
    (req: PayloadRequest) =>
      settings.provider === null
        ? Promise.resolve(new Response(null, { status: 404 }))
        : work(req, settings.provider)
  return [
    {
      path: '/sign-in/oidc',
      method: 'get',
      handler: withProvider((req, provider) =>
        orRefusal(req, [], async () => {
          const returnTo = returnPath(req.searchParams.get('returnTo'))
          const isAgain = req.searchParams.get('again') !== null
          const way = { provider, authoringOrigin }
          const { attempt, address } = await beginSignIn(way, { returnTo, isAgain })
          const headers = {
            Location: address.href,
            'Set-Cookie': await attemptCookie(attempt, cookieOf(req)),
            'Cache-Control': 'no-store',
          }
          return new Response(null, { status: 303, headers })
        }),
      ),
    },
    {
      path: '/sign-in/oidc/callback',
      method: 'get',
      handler: withProvider(async (req, provider) => {
        const attempt = await attemptIn(req.headers, cookieOf(req))
        const { searchParams: answered } = req
        // Of two windows the one that began first is refused, and leaves the other what it has to bring back.
        const isOther = attempt !== null && answered.get('state') !== attempt.state
        const ended = isOther ? [] : [endedAttemptCookie({ isSecure })]
        return orRefusal(req, ended, async () => {
          const way = { provider, authoringOrigin }
          const { cookie } = await finishSignIn(req, way, { answered, attempt })
          const path = attempt?.returnTo ?? returnPath(null)
          return htmlPage(goOnPage(path, callerLanguage(req)), 200, [...ended, cookie])
        })
      }),
    },
    {
      path: '/sign-in/oidc/backchannel-logout',
      method: 'post',
      handler: withProvider((req, provider) => endAtItsWord(req, provider)),
    },
  ]
}

/** Whatever refuses a sign-in is said on a page of ours, in the language of whoever reads it, and logged. */
async function orRefusal(
  req: PayloadRequest,
  cookies: readonly string[],
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const refused = asRefusal(error)
    if (refused === null) throw error
    const { refusal, cause } = refused
    req.payload.logger.warn({ msg: 'Nobody was signed in by the provider.', refusal, err: cause })
    const { status } = refusals[refusal]
    return htmlPage(refusalPage(refusal, callerLanguage(req)), status, cookies)
  }
}

/** Who has left meanwhile is turned away by the hook of every sign-in. */
function asRefusal(error: unknown): SignInRefused | null {
  if (error instanceof SignInRefused) return error
  const isLeft = error instanceof Error && error.name === 'AuthenticationError'
  return isLeft ? new SignInRefused('left', error) : null
}

/** After OpenID Connect Back-Channel Logout 1.0, 2.8: 200, or 400 where the token is not good. */
async function endAtItsWord(req: PayloadRequest, provider: ProviderSettings): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  const refuse = (status: number, description: string) =>
    Response.json({ error: 'invalid_request', error_description: description }, { status, headers })
  const body = (await req.text?.()) ?? ''
  const token = new URLSearchParams(body).get('logout_token')
  if (token === null) return refuse(400, 'There is no logout_token.')
  try {
    const { ended, name, until } = await readLogoutToken(provider, token)
    // In one step: where it fails, the word is good for another time.
    await inTransaction(req, async () => {
      if (!(await useOnce(req, name, until))) {
        throw new LogoutRefused('This token was used before.')
      }
      await endSessions(req, ended)
    })
    return new Response(null, { status: 200, headers })
  } catch (error) {
    if (error instanceof SignInRefused) return refuse(503, 'The keys cannot be fetched.')
    if (!(error instanceof LogoutRefused)) throw error
    req.payload.logger.warn({ msg: 'A word of the provider was not taken.', err: error })
    return refuse(400, error.message)
  }
}
