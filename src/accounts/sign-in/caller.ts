import type { PayloadRequest } from 'payload'
import { isActive } from '#access/active.ts'
import { isPending, sessionOf } from '#access/session.ts'
import { isRecord } from '#model/documents.ts'
import { NotAllowed, NotSignedIn } from '#model/errors.ts'
import { isRole, type Role } from '#model/roles.ts'

/** Somebody who has given their password, or more; for what concerns their own sign-in alone. */
export interface Caller {
  id: string
  name: string
  email: string
  role: Role
  session: string
  /** Their session waits for a second factor: for everything else they are nobody. */
  isPending: boolean
  /** When the session began. */
  since: string | null
  /** How they proved who they are; null of older sessions. */
  method: string | null
  /** When they last showed a second factor in it. */
  provedAt: string | null
}

/** Whoever is signed in, or about to be. @throws NotSignedIn 401 */
export function callerOf(req: PayloadRequest): Caller {
  const user: unknown = req.user
  const session = sessionOf(req)
  if (!isRecord(user) || user.collection !== 'users' || session === null) throw new NotSignedIn()
  const { id, name, email, role, sessions } = user
  if (typeof id !== 'string' || typeof name !== 'string' || typeof email !== 'string')
    throw new NotSignedIn()
  if (!isRole(role) || !isActive(user)) throw new NotSignedIn()
  const own: unknown = Array.isArray(sessions)
    ? sessions.find((entry) => isRecord(entry) && entry.id === session)
    : undefined
  const end = isRecord(own) && typeof own.expiresAt === 'string' ? Date.parse(own.expiresAt) : 0
  if (end <= Date.now()) throw new NotSignedIn()
  const kept = (name: string) => {
    const value = isRecord(own) ? own[name] : null
    return typeof value === 'string' ? value : null
  }
  return {
    id,
    name,
    email,
    role,
    session,
    isPending: isPending(user),
    since: kept('createdAt'),
    method: kept('method'),
    provedAt: kept('secondFactorAt'),
  }
}

/** Whoever is signed in, wholly. @throws NotSignedIn 401, NotAllowed 403 where a second factor is owed */
export function signedInCaller(req: PayloadRequest): Caller {
  const caller = callerOf(req)
  if (!caller.isPending) return caller
  throw new NotAllowed(
    {
      de: 'Für die Anmeldung fehlt noch der zweite Faktor.',
      en: 'The second factor of this sign-in is still missing.',
    },
    'second_factor_owed',
  )
}
