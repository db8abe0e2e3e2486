import { and, eq, exists, gt, notInArray, or, sql } from 'drizzle-orm'
import { isActive } from '#access/active.ts'
import { hasSignedIn } from '#access/signed-in.ts'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import type { Sql } from '#database/sql.ts'
import {
  providerIdentities as identities,
  providerLinks as links,
  providerSessions,
  provisionedMembers,
  provisionedUsers,
  users,
  usersSessions,
  workflowEvents,
} from '#database/tables.ts'
import { invitationLength } from '../mails.ts'

/** Who somebody is at a provider: the two are one name, which is never given to somebody else. */
export interface Identity {
  issuer: string
  subject: string
}

/** An account that somebody may be. */
export interface FoundAccount {
  id: string
  isActive: boolean
  /** What a directory that provisions accounts has to do with it: nothing, it knows it, or it says its role. */
  directory: 'none' | 'knows' | 'decides'
}

/** The account of an identity. */
export async function findByIdentity(
  db: Sql,
  { issuer, subject }: Identity,
): Promise<FoundAccount | null> {
  const [found] = await db
    .select({ id: users.id, deactivatedAt: users.deactivatedAt, directory })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.person))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
  return found ? { id: found.id, isActive: isActive(found), directory: found.directory } : null
}

const build = new QueryBuilder()
const isProvisioned = exists(
  build
    .select({ person: provisionedUsers.person })
    .from(provisionedUsers)
    .where(eq(provisionedUsers.person, users.id)),
)
const isInGroup = exists(
  build
    .select({ person: provisionedMembers.person })
    .from(provisionedMembers)
    .where(eq(provisionedMembers.person, users.id)),
)
const directory = sql<
  FoundAccount['directory']
>`CASE WHEN ${isInGroup} THEN 'decides' WHEN ${isProvisioned} THEN 'knows' ELSE 'none' END`

/**
 * The account with an address of mail, and whether it may be joined to an identity by that address: an
 * administrator has allowed it in these days, or has asked its owner in within a week, who has never been there, or a directory provisions it. An
 * account that is joined to an identity already is joined to no other.
 */
export async function findByAddress(
  db: Sql,
  email: string,
): Promise<(FoundAccount & { mayBeJoined: boolean }) | null> {
  const isAllowed = exists(
    db
      .select({ person: links.person })
      .from(links)
      .where(and(eq(links.person, users.id), gt(links.until, new Date().toISOString()))),
  )
  const isInvited = exists(
    db
      .select({ id: workflowEvents.id })
      .from(workflowEvents)
      .where(
        and(
          eq(workflowEvents.document, sql`${users.id}::text`),
          eq(workflowEvents.documentCollection, 'users'),
          eq(workflowEvents.transition, 'invite'),
          gt(workflowEvents.createdAt, new Date(Date.now() - invitationLength).toISOString()),
        ),
      ),
  )
  const isJoined = exists(
    db
      .select({ person: identities.person })
      .from(identities)
      .where(eq(identities.person, users.id)),
  )
  const mayBeJoined = and(
    sql`NOT ${isJoined}`,
    or(isAllowed, isProvisioned, and(isInvited, sql`NOT ${hasSignedIn(users)}`)),
  )
  const [found] = await db
    .select({
      id: users.id,
      deactivatedAt: users.deactivatedAt,
      directory,
      mayBeJoined: sql<boolean>`${mayBeJoined}`,
    })
    .from(users)
    .where(eq(users.email, email))
  if (!found) return null
  const { deactivatedAt, ...account } = found
  return { ...account, isActive: isActive({ deactivatedAt }) }
}

/** Joins an account to an identity; what allowed it is used up. */
export async function joinIdentity(db: Sql, person: string, identity: Identity): Promise<void> {
  await db.insert(identities).values({ ...identity, person })
  await db.delete(links).where(eq(links.person, person))
}

/** Keeps with a session by whose word it was opened, and forgets those that are over. */
export async function noteProviderSession(
  db: Sql,
  session: Identity & {
    session: string
    person: string
    providerSession: string | null
    idToken: string | null
  },
): Promise<void> {
  const { person } = session
  const living = db
    .select({ id: usersSessions.id })
    .from(usersSessions)
    .where(eq(usersSessions.parentId, person))
  await db
    .delete(providerSessions)
    .where(and(eq(providerSessions.person, person), notInArray(providerSessions.session, living)))
  await db.insert(providerSessions).values(session)
}
