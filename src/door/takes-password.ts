import { isQuestion } from './question-in-body.ts'

/**
 * Routes that hash a password: what signs in by one, sets one, asks for it before a change to how somebody signs in,
 * or makes an account, which begins with one that nobody knows.
 */
const hashing: readonly RegExp[] = [
  /^\/users\/(login|reset-password|first-register)$/,
  /^\/account\/(password|email|recovery-codes)$/,
  /^\/account\/(app|passkeys)(\/|$)/,
  /^\/scim\/v2\/Users$/,
]

/**
 * Whether a request has a password hashed. Not told of are accounts that somebody gets who signs in at the provider
 * for the first time: once a person, and waiting for the provider is nothing to hold such a turn for.
 *
 * @param path below `/api`
 * @param body what was read of it; null where it is still coming
 */
export function takesPassword(request: Request, path: string, body: Uint8Array | null): boolean {
  if (request.method !== 'POST') return false
  if (path === '/users') return !isQuestion(request)
  if (path === '/graphql') return body !== null && Buffer.from(body).includes('createUser')
  return hashing.some((route) => route.test(path))
}
