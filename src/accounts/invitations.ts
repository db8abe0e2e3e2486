import { and, eq, exists, inArray, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isActive, isActiveAccount } from '#access/active.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { users, workflowEvents } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isUuid } from '#model/documents.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import type { Role } from '#model/roles.ts'
import type { Language } from '#model/text.ts'
import { appendEvent } from '#record/events.ts'
import { languageOf } from '#notifications/notification.ts'
import { requirePerson } from '#access/require-person.ts'
import { invitationLength } from './mails.ts'
import { unknownPassword } from './unknown-password.ts'
import { waysInOf } from './ways-in.ts'

/** Somebody who is asked in. */
export interface Invitee {
  name: string
  email: string
  role: Role
  desks: string[]
  language: Language
}

/**
 * An invitation that is to be sent. The token proves who takes it up, and stands nowhere else; null where
 * people sign in by the provider alone.
 */
export interface Invitation {
  id: string
  name: string
  email: string
  language: Language
  token: string | null
  until: Date
}

/**
 * Makes an account whose password nobody knows, and the token by which its owner sets one.
 *
 * @throws Conflict 409 where the address has an account
 */
export async function invite(req: PayloadRequest, invitee: Invitee): Promise<Invitation> {
  const email = invitee.email.trim().toLowerCase()
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    const { deactivatedAt } = users
    const [taken] = await db.select({ deactivatedAt }).from(users).where(eq(users.email, email))
    if (taken) {
      throw new Conflict(
        isActive(taken)
          ? { de: `${email} hat schon ein Konto.`, en: `${email} has an account already.` }
          : {
              de: `${email} hat ein Konto, das deaktiviert ist. Aktivieren Sie es wieder.`,
              en: `${email} has an account that is deactivated. Reactivate it.`,
            },
        'email_taken',
      )
    }
    const { id } = await req.payload.create({
      collection: 'users',
      data: { ...invitee, email, password: unknownPassword() },
      overrideAccess: false,
      context: { [ofInvitation]: true },
      req,
    })
    return issueInvitation(req, { id, name: invitee.name, email, language: invitee.language })
  })
}

/**
 * Makes a new token for an invitation that nobody has taken up; the one before leads nowhere any more.
 *
 * @throws DocumentNotFound 404, Conflict 409 where it was taken up, or the account was not made by one
 */
export async function inviteAgain(req: PayloadRequest, id: string): Promise<Invitation> {
  return inTransaction(req, async () => issueInvitation(req, await requirePending(req, id)))
}

/** Takes an invitation back: its account is gone. @throws as inviteAgain does */
export async function revokeInvitation(req: PayloadRequest, id: string): Promise<void> {
  await inTransaction(req, async () => {
    await requirePending(req, id)
    await req.payload.delete({ collection: 'users', id, overrideAccess: false, req })
  })
}

/** In a context, which no request can write. */
const ofInvitation = 'accounts.isOfInvitation'

/** Whether an account is made by an invitation. */
export function isOfInvitation(context: object): boolean {
  return Reflect.get(context, ofInvitation) === true
}

/** Lets the owner of an account set a password, and puts the invitation on record; nothing is sent yet. */
export async function issueInvitation(
  req: PayloadRequest,
  invitee: Pick<Invitation, 'id' | 'name' | 'email' | 'language'>,
): Promise<Invitation> {
  const until = new Date(Date.now() + invitationLength)
  const token = waysInOf(req.payload).hasLocalPasswords ? await makeToken(req, invitee) : null
  if (token === null) {
    const db = await sqlIn(req)
    await db
      .update(users)
      .set({ resetPasswordExpiration: until.toISOString() })
      .where(eq(users.id, invitee.id))
  }
  const { id, name } = requirePerson(req)
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id: invitee.id,
    transition: 'invite',
    actor: { id, name },
    data: { until: until.toISOString() },
  })
  return { ...invitee, token, until }
}

async function makeToken(req: PayloadRequest, { email }: { email: string }): Promise<string> {
  const token: unknown = await req.payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
    expiration: invitationLength,
    req,
  })
  if (typeof token !== 'string') throw new Error('Payload gave no token for an invitation.')
  return token
}

/** An account that was made by an invitation, and in which nobody has ever been. */
async function requirePending(
  req: PayloadRequest,
  id: string,
): Promise<Pick<Invitation, 'id' | 'name' | 'email' | 'language'>> {
  const db = await sqlIn(req)
  const [row] = isUuid(id)
    ? await db
        .select({
          name: users.name,
          email: users.email,
          language: users.language,
          isInvited: sql<boolean>`${exists(eventsOf(db, ['invite']))}`,
          wasThere: sql<boolean>`${exists(eventsOf(db, ['login', 'resetPassword']))}`,
        })
        .from(users)
        .where(and(eq(users.id, id), isActiveAccount(users)))
        .for('update')
    : []
  if (!row) throw new DocumentNotFound('users', id)
  const { name, email, language, isInvited, wasThere } = row
  if (!isInvited || wasThere) {
    throw new Conflict(
      {
        de: 'Hier ist keine Einladung mehr offen.',
        en: 'There is no invitation here that is still open.',
      },
      'not_pending',
    )
  }
  return { id, name, email, language: languageOf(language) }
}

/** The events of a person's account with these names. */
function eventsOf(db: Sql, transitions: string[]) {
  const { id, document, documentCollection, transition } = workflowEvents
  return db
    .select({ id })
    .from(workflowEvents)
    .where(
      and(
        eq(document, sql`${users.id}::text`),
        eq(documentCollection, 'users'),
        inArray(transition, transitions),
      ),
    )
}
