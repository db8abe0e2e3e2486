import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { passkeys, usersSessions as sessions } from '#database/tables.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import { lockAccount } from '../lock.ts'
import type { Caller } from '../sign-in/caller.ts'
import { removeApp } from './app.ts'
import { factorsOf, hasFactor, isDemandedOf } from './factors.ts'
import { removeRecoveryCodes } from './recovery-codes.ts'

/**
 * After something was removed: whoever has to have a second factor has one left. Where none is left, and
 * none is asked for, the recovery codes go with the last.
 *
 * @throws Conflict 409
 */
export async function requireEnough(req: PayloadRequest, caller: Caller): Promise<void> {
  const db = await sqlIn(req)
  if (hasFactor(await factorsOf(db, caller.id))) return
  if (!isDemandedOf(req.payload, caller.role)) return removeRecoveryCodes(db, caller.id)
  throw new Conflict(
    {
      de: 'Ihre Rolle braucht einen zweiten Faktor. Richten Sie erst einen anderen ein.',
      en: 'Your role needs a second factor. Set up another one first.',
    },
    'second_factor_demanded',
  )
}

/** Forgets all that somebody has set up, and ends their sessions. @throws DocumentNotFound 404 */
export async function resetFactors(req: PayloadRequest, person: string): Promise<void> {
  const db = await sqlIn(req)
  if (!(await lockAccount(db, person))) throw new DocumentNotFound('users', person)
  await removeApp(db, person)
  await removeRecoveryCodes(db, person)
  await db.delete(passkeys).where(eq(passkeys.person, person))
  await db.delete(sessions).where(eq(sessions.parentId, person))
}
