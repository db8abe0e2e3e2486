import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  inArray,
  isNotNull,
  notInArray,
  or,
  sql,
} from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  desks,
  newsroomTexts,
  passkeys,
  secondFactors,
  users,
  usersRels,
  workflowEvents,
} from '#database/tables.ts'
import type { Role } from '#model/roles.ts'
import { answersForAll } from '#access/load-desks.ts'
import { requirePerson } from '#access/require-person.ts'

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
  /** An editor answers for every text, whatever their desks are. */
  allTexts: boolean
  desks: { id: string; name: string }[]
  /** When their account was ended; null: it is active. */
  deactivatedAt: string | null
  /** Texts that they write and that are neither live nor archived. */
  openTexts: number
  /** For the administration alone. */
  account: {
    lastSignInAt: string | null
    /** An app or a passkey is set up. */
    hasSecondFactor: boolean
    /** null: the account was not made by an invitation. */
    invitation: InvitationState | null
  } | null
}

/** Everybody, by name. @throws NotSignedIn 401, NotAllowed 403 for sites */
export async function listPeople(req: PayloadRequest): Promise<PersonEntry[]> {
  const { role } = requirePerson(req)
  const db = await sqlIn(req)
  const signedIn = lastEvent(db, ['login', 'resetPassword']).as('signed_in')
  const invited = lastEvent(db, ['invite']).as('invited')
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      deactivatedAt: users.deactivatedAt,
      tokenUntil: users.resetPasswordExpiration,
      allTexts: answersForAll(users),
      desks: desksOf(db),
      openTexts: openTextsOf(db),
      signedInAt: signedIn.at,
      invitedAt: invited.at,
      hasSecondFactor: hasSecondFactor(db),
    })
    .from(users)
    .leftJoinLateral(signedIn, sql`true`)
    .leftJoinLateral(invited, sql`true`)
    .orderBy(asc(users.name), asc(users.id))
  const isForAdmin = role === 'admin'
  return rows.map(({ tokenUntil, signedInAt, invitedAt, hasSecondFactor, ...person }) => ({
    ...person,
    account: isForAdmin
      ? {
          lastSignInAt: signedInAt,
          hasSecondFactor,
          invitation: invitedAt === null ? null : standing({ invitedAt, signedInAt, tokenUntil }),
        }
      : null,
  }))
}

/** When something was written on a person's account the last time. */
function lastEvent(db: Sql, transitions: string[]) {
  const { createdAt, document, documentCollection, transition, sequence } = workflowEvents
  return db
    .select({ at: createdAt })
    .from(workflowEvents)
    .where(
      and(
        eq(document, sql`${users.id}::text`),
        eq(documentCollection, 'users'),
        inArray(transition, transitions),
      ),
    )
    .orderBy(desc(sequence))
    .limit(1)
}

function desksOf(db: Sql) {
  const desk = sql`jsonb_build_object('id', ${desks.id}, 'name', ${desks.name})`
  const listed = db
    .select({ desks: sql`coalesce(jsonb_agg(${desk} ORDER BY ${desks.name}), '[]')` })
    .from(usersRels)
    .innerJoin(desks, eq(desks.id, usersRels.desksId))
    .where(and(eq(usersRels.parentId, users.id), eq(usersRels.path, 'desks')))
  return sql<{ id: string; name: string }[]>`${listed}`
}

/** The two first conditions have indexes; the last says who writes where both are named. */
function openTextsOf(db: Sql) {
  const { writer, author, stage } = newsroomTexts
  const open = db
    .select({ count: count() })
    .from(newsroomTexts)
    .where(
      and(
        or(eq(writer, users.id), eq(author, users.id)),
        sql`coalesce(${writer}, ${author}) = ${users.id}`,
        notInArray(stage, ['live', 'archived']),
      ),
    )
  return sql`${open}`.mapWith(Number)
}

function hasSecondFactor(db: Sql) {
  const { person, confirmedAt } = secondFactors
  const app = db
    .select({ person })
    .from(secondFactors)
    .where(and(eq(person, users.id), isNotNull(confirmedAt)))
  const passkey = db.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.person, users.id))
  return sql<boolean>`${exists(app)} OR ${exists(passkey)}`
}

function standing(account: {
  invitedAt: string
  signedInAt: string | null
  tokenUntil: string | null
}): InvitationState {
  const { invitedAt: sentAt, signedInAt, tokenUntil } = account
  if (signedInAt !== null) return { state: 'accepted', sentAt }
  const isOpen = tokenUntil !== null && Date.parse(tokenUntil) > Date.now()
  return { state: isOpen ? 'pending' : 'expired', sentAt }
}
