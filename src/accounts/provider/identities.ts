import { and, eq, exists, gt, notInArray, sql } from 'drizzle-orm'
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
} from '#database/tables.ts'
import { addressEvents } from '../address-changes.ts'
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
 * administrator has allowed it in these days, or has asked its owner in at it within a week, who has never been
 * there, or a directory provisions it, and nobody else has given it another address since. An account that is
 * joined to an identity already is joined to no other.
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
  const isJoined = exists(
    db
      .select({ person: identities.person })
      .from(identities)
      .where(eq(identities.person, users.id)),
  )
  const [found] = await db
    .select({
      id: users.id,
      deactivatedAt: users.deactivatedAt,
      directory,
      isAllowed: sql<boolean>`${isAllowed}`,
      isJoined: sql<boolean>`${isJoined}`,
      hasBeenThere: sql<boolean>`${hasSignedIn(users)}`,
    })
    .from(users)
    .where(eq(users.email, email))
    .for('no key update')
  if (!found) return null
  const { id, deactivatedAt, directory: knownTo, ...account } = found
  const [last, ...earlier] = await addressEvents(db, id)
  const isInvited =
    last?.transition === 'invite' && Date.parse(last.at) > Date.now() - invitationLength
  const change = [last, ...earlier].find((event) => event?.transition === 'changeAddress')
  const isDirectorys = knownTo !== 'none' && (change === undefined || change.by === 'SCIM')
  const isMeant = account.isAllowed || isDirectorys || (isInvited && !account.hasBeenThere)
  return {
    id,
    directory: knownTo,
    isActive: isActive({ deactivatedAt }),
    mayBeJoined: isMeant && !account.isJoined,
  }
}

/** Joins an account to an identity. */
export async function joinIdentity(db: Sql, person: string, identity: Identity): Promise<void> {
  await db.insert(identities).values({ ...identity, person })
}

/** Keeps with a session by whose word it was opened, and forgets those that are over. */
export async function noteProviderSession(
  db: Sql,
  session: Identity & {
    session: string
    person: string
    providerSession: string | null
    idToken: string | null
    authenticatedAt: string | null
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
