import type { PayloadRequest } from 'payload'

/** How somebody has proved who they are. */
export type SignInMethod = 'password' | 'oidc' | 'link' | 'start'

const methods = new WeakMap<PayloadRequest, SignInMethod>()

/** Notes how the caller of a request has proved who they are, before their session is opened. */
export function noteSignInMethod(req: PayloadRequest, method: SignInMethod): void {
  methods.set(req, method)
}

/** How the caller of a request has proved who they are: by the password where nothing was noted. */
export function signInMethodOf(req: PayloadRequest): SignInMethod {
  return methods.get(req) ?? 'password'
}
