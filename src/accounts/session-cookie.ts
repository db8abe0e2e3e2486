import {
  generateExpiredPayloadCookie,
  generatePayloadCookie,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'

/** The cookie of a session: the value of a `Set-Cookie` header. */
export function sessionCookie({ payload }: Pick<PayloadRequest, 'payload'>, token: string): string {
  return generatePayloadCookie({ ...settingsOf(payload), returnCookieAsObject: false, token })
}

/** The same, which takes the cookie away. */
export function expiredSessionCookie({ payload }: Pick<PayloadRequest, 'payload'>): string {
  return generateExpiredPayloadCookie({ ...settingsOf(payload), returnCookieAsObject: false })
}

function settingsOf(payload: PayloadRequest['payload']): {
  collectionAuthConfig: SanitizedCollectionConfig['auth']
  cookiePrefix: string
} {
  return {
    collectionAuthConfig: payload.collections.users.config.auth,
    cookiePrefix: payload.config.cookiePrefix,
  }
}
