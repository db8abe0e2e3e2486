import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { momentIn, momentOrNull, textIn } from '#database/rows.ts'
import { isRecord } from '#model/documents.ts'
import { isRole, type Role } from '#model/roles.ts'
import { requirePerson } from '../standing.ts'

/** Where an invitation stands. */
export interface InvitationState {
  state: 'pending' | 'expired' | 'accepted'
  sentAt: string
}

/** A person of the newsroom as colleagues see them. */
export interface PersonEntry {
  id: string
  name: string
  email: string
  role: Role
  desks: { id: string; name: string }[]
  /** Texts that they write and that are neither live nor archived. */
  openTexts: number
  /** For the administration alone. */
  account: {
    lastSignInAt: string | null
    lockedUntil: string | null
    /** null: the account was not made by an invitation. */
    invitation: InvitationState | null
  } | null
}

/** Everybody, by name. @throws NotSignedIn 401, NotAllowed 403 for sites */
export async function listPeople(req: PayloadRequest): Promise<PersonEntry[]> {
  const { role } = requirePerson(req)
  const rows = await query(
    req,
    sql`SELECT u.id, u.name, u.email, u.role, u.lock_until, u.reset_password_expiration,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name)
                                     ORDER BY d.name), '[]')
           FROM users_rels r JOIN desks d ON d.id = r.desks_id
           WHERE r.parent_id = u.id AND r.path = 'desks') AS desks,
          (SELECT count(*) FROM newsroom_texts t
           WHERE coalesce(t.writer, t.author) = u.id
             AND (t.writer = u.id OR t.author = u.id)
             AND t.stage NOT IN ('live', 'archived')) AS open_texts,
          (SELECT e.created_at FROM workflow_events e
           WHERE e.document = u.id::text AND e.document_collection = 'users'
             AND e.transition IN ('login', 'resetPassword')
           ORDER BY e.sequence DESC LIMIT 1) AS signed_in_at,
          (SELECT e.created_at FROM workflow_events e
           WHERE e.document = u.id::text AND e.document_collection = 'users'
             AND e.transition = 'invite'
           ORDER BY e.sequence DESC LIMIT 1) AS invited_at
        FROM users u ORDER BY u.name, u.id`,
  )
  return rows.map((row) => toEntry(row, { isForAdmin: role === 'admin' }))
}

function toEntry(row: Record<string, unknown>, options: { isForAdmin: boolean }): PersonEntry {
  const lockedUntil = momentOrNull(row.lock_until)
  return {
    id: textIn(row.id),
    name: textIn(row.name),
    email: textIn(row.email),
    role: isRole(row.role) ? row.role : 'author',
    desks: (Array.isArray(row.desks) ? row.desks : []).filter(isRecord).map(({ id, name }) => ({
      id: textIn(id),
      name: textIn(name),
    })),
    openTexts: Number(row.open_texts),
    account: options.isForAdmin
      ? {
          lastSignInAt: momentOrNull(row.signed_in_at),
          lockedUntil:
            lockedUntil !== null && Date.parse(lockedUntil) > Date.now() ? lockedUntil : null,
          invitation: toInvitation(row),
        }
      : null,
  }
}

function toInvitation(row: Record<string, unknown>): InvitationState | null {
  if (row.invited_at === null) return null
  const sentAt = momentIn(row.invited_at)
  if (row.signed_in_at !== null) return { state: 'accepted', sentAt }
  const until = momentOrNull(row.reset_password_expiration)
  const isOpen = until !== null && Date.parse(until) > Date.now()
  return { state: isOpen ? 'pending' : 'expired', sentAt }
}
