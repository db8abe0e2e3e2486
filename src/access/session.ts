import type { PayloadRequest } from 'payload'
import { isRecord } from '#model/documents.ts'

/**
 * The session by which the caller is signed in, as Payload keeps it with the account; null for whoever has
 * none: a site, the worker, nobody.
 */
export function sessionOf(req: Pick<PayloadRequest, 'user'>): string | null {
  const user: unknown = req.user
  return isRecord(user) && typeof user._sid === 'string' ? user._sid : null
}
