import { AuthenticationError, getFieldsToSign, jwtSign, type PayloadRequest } from 'payload'
import { addSessionToUser } from 'payload/shared'
import { inTransaction } from '#database/transaction.ts'
import type { User } from '#payload-types'
import { sessionCookie } from './session-cookie.ts'
import { noteSignInMethod, type SignInMethod } from './sign-in-method.ts'

/** A session that has been opened. */
export interface OpenedSession {
  /** The id of its row, as `_sid` of whoever calls by it. */
  id: string
  token: string
  /** When the token ends, in seconds since 1970. */
  exp: number
  /** The value of the `Set-Cookie` header that signs a browser in. */
  cookie: string
}

/**
 * Opens a session for an account whose owner has proved who they are by something else than the local
 * password. The steps are those of Payload's own `login`, in their order: the hooks of a sign-in run, the
 * event `login` names the method, and whatever refuses leaves no session behind.
 *
 * @param id of the account
 * @throws AuthenticationError 401 where there is no such account, or its owner has left
 */
export async function openSession(
  req: PayloadRequest,
  { id, method }: { id: string; method: SignInMethod },
): Promise<OpenedSession> {
  noteSignInMethod(req, method)
  return inTransaction(req, async () => {
    const { payload } = req
    const { config } = payload.collections.users
    const found = await payload.db.findOne<User>({
      collection: 'users',
      where: { id: { equals: id } },
      req,
    })
    if (!found) throw new AuthenticationError(req.t)
    let user: User & { collection: 'users' } = { ...found, collection: 'users' }
    const { sid } = await addSessionToUser({ collectionConfig: config, payload, req, user })
    if (sid === undefined) throw new Error('Payload has opened no session.')
    const fieldsToSign = getFieldsToSign({ collectionConfig: config, email: user.email, sid, user })
    const { context } = req
    for (const hook of config.hooks.beforeLogin) {
      const changed: unknown = await hook({ collection: config, context, req, user })
      user = isUser(changed) ? changed : user
    }
    const { exp, token } = await jwtSign({
      fieldsToSign,
      secret: payload.secret,
      tokenExpiration: config.auth.tokenExpiration,
    })
    req.user = user
    for (const hook of config.hooks.afterLogin) {
      const changed: unknown = await hook({ collection: config, context, req, token, user })
      user = isUser(changed) ? changed : user
    }
    return { id: sid, token, exp, cookie: sessionCookie(req, token) }
  })
}

function isUser(value: unknown): value is User & { collection: 'users' } {
  return typeof value === 'object' && value !== null && 'collection' in value
}
