import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

/** How somebody has proved who they are. */
export type SignInMethod = 'password' | 'link' | 'passkey' | 'oidc' | 'start'

/** Who has come by these has proved themselves by more than what they know; the start has the secret. */
export const strongMethods: readonly SignInMethod[] = ['passkey', 'oidc', 'start']

const methods = new WeakMap<object, SignInMethod>()

/** Notes how the caller of a request has proved who they are, before their session is opened. */
export function noteSignInMethod(req: PayloadRequest, method: SignInMethod): void {
  methods.set(req, method)
}

/** How the caller of a request has proved who they are: by the password where nothing was noted. */
export function signInMethodOf(req: Partial<PayloadRequest>): SignInMethod {
  return methods.get(req) ?? 'password'
}

/** Whoever sets a password by a link in a mail is signed in by it. */
export const noteLink: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation === 'resetPassword') noteSignInMethod(req, 'link')
}
