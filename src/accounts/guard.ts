import { and, count, eq, notInArray } from 'drizzle-orm'
import {
  AuthenticationError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeLoginHook,
  type PayloadRequest,
} from 'payload'
import { isActive, isActiveAccount } from '#access/active.ts'
import { actorOf, isPerson } from '#access/actor.ts'
import { holdLock } from '#database/advisory-lock.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { Conflict } from '#model/errors.ts'
import type { User } from '#payload-types'
import { lockAccount } from './lock.ts'

/** Who has left signs in nowhere, by a link in a mail neither; the answer is that to a wrong password. */
export const refuseWhoHasLeft: CollectionBeforeLoginHook<User> = async ({ req, user }) => {
  // What Payload hands over was read before the account was locked.
  const account = await lockAccount(await sqlIn(req), user.id)
  if (!account || !isActive(account)) throw new AuthenticationError(req.t)
}

/** Refuses to make the last administrator something else. @throws Conflict 409 */
export const keepAnAdmin: CollectionBeforeChangeHook<User> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || originalDoc?.role !== 'admin') return data
  if ((data.role ?? 'admin') !== 'admin') await requireOtherAdmin(req, originalDoc.id)
  return data
}

/** Refuses to delete oneself and the last administrator. @throws Conflict 409 */
export const keepOwnAccount: CollectionBeforeDeleteHook = async ({ id, req }) => {
  refuseOwnAccount(req, String(id))
  await requireOtherAdmin(req, String(id))
}

/** @throws Conflict 409 where an account is the caller's own */
export function refuseOwnAccount(req: PayloadRequest, id: string): void {
  const actor = actorOf(req)
  if (!isPerson(actor) || actor.id !== id) return
  throw new Conflict(
    {
      de: 'Das eigene Konto beendet jemand anderes aus der Verwaltung.',
      en: 'Your own account is ended by another administrator.',
    },
    'own_account',
  )
}

/**
 * Asks for an active administrator beside an account that is one itself. Whoever asks at the same
 * moment waits: else two could end each other.
 *
 * @throws Conflict 409
 */
export async function requireOtherAdmin(req: PayloadRequest, id: string): Promise<void> {
  const db = await sqlIn(req)
  const account = await lockAccount(db, id)
  if (account?.role !== 'admin' || !isActive(account)) return
  await waitForOthers(db)
  const [others] = await db
    .select({ count: count() })
    .from(users)
    .where(
      and(
        eq(users.role, 'admin'),
        notInArray(users.id, endingWith(req, account.id)),
        isActiveAccount(users),
      ),
    )
  if ((others?.count ?? 0) > 0) return
  throw new Conflict(
    {
      de: 'Das ist das letzte Konto der Verwaltung; ohne sie käme niemand mehr hinein.',
      en: 'This is the last administrator; without one nobody could let anybody in.',
    },
    'last_admin',
  )
}

/**
 * Waits until nobody else ends accounts. There is one lock for all that this takes: with two, two requests that
 * end several would wait for each other.
 */
export function waitForOthers(db: Sql): Promise<void> {
  return holdLock(db, 'accounts.lastAdmin')
}

/** Who is being ended by one request: of several at once, none has been when the others are judged. */
const ending = new WeakMap<PayloadRequest, Set<string>>()

function endingWith(req: PayloadRequest, id: string): string[] {
  const known = ending.get(req) ?? new Set<string>()
  ending.set(req, known.add(id))
  return [...known]
}
