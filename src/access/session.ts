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

/** Whether the session of a user, as Payload hands them over, still waits for a second factor. */
export function isPending(user: Readonly<Record<string, unknown>>): boolean {
  const { sessions, _sid } = user
  if (typeof _sid !== 'string' || !Array.isArray(sessions)) return false
  const own: unknown = sessions.find((session) => isRecord(session) && session.id === _sid)
  return isRecord(own) && own.isPending === true
}
