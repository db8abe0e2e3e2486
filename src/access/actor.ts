import type { PayloadRequest } from 'payload'
import { isRole, type Role } from '#model/roles.ts'
import { isRecord, relationIds } from '#model/documents.ts'
import type { Person } from '#model/person.ts'
import { isActive } from './active.ts'
import { isPending } from './session.ts'

/** Who calls: a person with a role, a site with its key, or nobody known. */
export type Actor =
  | {
      type: 'person'
      id: string
      name: string
      role: Role
      desks: readonly string[]
      /** They answer for every text, whatever their desks are. */
      allTexts: boolean
    }
  | {
      type: 'site'
      id: string
      name: string
      /** The only regions, with all that lies in them; none: all. */
      regions: readonly string[]
      /** The only professions; none: all. */
      professions: readonly string[]
    }
  | { type: 'anonymous' }

/**
 * Reads the caller off a request. A user of an unknown kind, or who has left, counts as nobody; so does
 * somebody whose session still waits for a second factor.
 */
export function actorOf(req: Pick<PayloadRequest, 'user'>): Actor {
  const user: unknown = req.user
  if (!isRecord(user) || typeof user.id !== 'string') return { type: 'anonymous' }
  if (user.collection === 'sites') {
    return {
      type: 'site',
      id: user.id,
      name: typeof user.name === 'string' ? user.name : '',
      regions: relationIds(user.regions),
      professions: relationIds(user.professions),
    }
  }
  if (user.collection === 'users' && isRole(user.role) && isActive(user) && !isPending(user)) {
    return {
      type: 'person',
      id: user.id,
      name: typeof user.name === 'string' ? user.name : '',
      role: user.role,
      desks: relationIds(user.desks),
      allTexts: user.allTexts === true,
    }
  }
  return { type: 'anonymous' }
}

export function isPerson(actor: Actor): actor is Extract<Actor, { type: 'person' }> {
  return actor.type === 'person'
}

/** Who acts, as events name them; null for sites, programs and nobody. */
export function personActing(req: Pick<PayloadRequest, 'user'>): Person | null {
  const actor = actorOf(req)
  return isPerson(actor) ? { id: actor.id, name: actor.name } : null
}

export function isAdmin(actor: Actor): boolean {
  return isPerson(actor) && actor.role === 'admin'
}
