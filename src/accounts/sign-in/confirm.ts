import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { InvalidRequest, NotAllowed } from '#model/errors.ts'
import type { Caller } from './caller.ts'
import { knownDevice } from './device.ts'
import { attemptKey, foldedAddress } from './keys.ts'
import { isPasswordOf } from './password.ts'
import { countAttempt, forgetAttempts } from './slow-down.ts'
import { whenAuthenticated } from './when-authenticated.ts'

/** A session this young needs no password again (ms). */
const young = 10 * 60_000
/** Wrong passwords and codes of somebody who is signed in already; in seconds. */
export const ofSignedIn = { free: 5, longest: 900 } as const

/** Who came by these may have no password of ours. */
const withoutPassword: readonly (string | null)[] = ['oidc', 'passkey']

/**
 * Asks whoever changes how they sign in for their password, unless they have signed in a moment ago: a
 * browser that was left open is not enough. Who has come without a password shows a second factor in its place, or
 * signs in again; of a provider counts when it has asked them, not that it knew them still.
 *
 * @throws NotAllowed 403 where neither is so, TooManyAttempts 429
 */
export async function confirmCaller(
  req: PayloadRequest,
  caller: Caller,
  password: string | undefined,
): Promise<void> {
  if (password !== undefined) return requirePassword(req, caller, password, 'password')
  if (isYoung(await provedWithoutPassword(req, caller))) return
  if (!hasNoPassword(caller)) throw new NotAllowed(passwordNeeded, 'password_needed')
  throw new NotAllowed(signInAgain, 'sign_in_again')
}

/** Whether somebody has come by what needs no password. */
export function hasNoPassword({ method }: Caller): boolean {
  return withoutPassword.includes(method)
}

async function provedWithoutPassword(req: PayloadRequest, caller: Caller) {
  const { method, provedAt, session, since } = caller
  if (!hasNoPassword(caller)) return [since]
  const begun = method === 'oidc' ? await whenAuthenticated(await sqlIn(req), session) : since
  return [begun, provedAt]
}

function isYoung(moments: readonly (string | null)[]): boolean {
  return moments.some((moment) => moment !== null && Date.now() - Date.parse(moment) < young)
}

const passwordNeeded = {
  de: 'Ihre Anmeldung liegt eine Weile zurück. Bitte geben Sie Ihr Passwort an.',
  en: 'You signed in a while ago. Please give your password.',
}
const signInAgain = {
  de: 'Ihre Anmeldung liegt eine Weile zurück. Bitte zeigen Sie Ihren zweiten Faktor, oder melden Sie sich neu an.',
  en: 'You signed in a while ago. Please show your second factor, or sign in again.',
}

/**
 * Asks for somebody's own password. @throws InvalidRequest 400 naming the field, TooManyAttempts 429
 */
export async function requirePassword(
  req: PayloadRequest,
  caller: Caller,
  password: string,
  field: string,
): Promise<void> {
  const db = await sqlIn({ payload: req.payload })
  const key = codeKey(req, caller)
  await countAttempt(db, key, ofSignedIn)
  if (await isOwnPassword(db, caller.id, password)) return forgetAttempts(db, [key])
  throw new InvalidRequest(wrong, [{ path: field, reason: wrong.en }])
}

/**
 * What wrong codes and passwords of somebody are counted under. Whoever is signed in wholly is counted by their
 * session: what a stranger does who has got hold of the password does not hold them up. The same goes
 * for a browser that the account knows.
 */
export function codeKey(
  { payload, headers }: PayloadRequest,
  caller: Caller,
  kind: 'password' | 'app' | 'recovery' = 'password',
): string {
  const { secret } = payload
  if (!caller.isPending) return attemptKey(secret, 'code', kind, caller.id, caller.session)
  const device = knownDevice(headers, { secret, account: foldedAddress(caller.email) })
  return attemptKey(secret, 'code', kind, caller.id, ...(device === undefined ? [] : [device]))
}

async function isOwnPassword(db: Sql, id: string, password: string): Promise<boolean> {
  const { hash, salt } = users
  const [account] = await db.select({ hash, salt }).from(users).where(eq(users.id, id))
  return account !== undefined && isPasswordOf(account, password)
}

const wrong = {
  de: 'Das ist nicht Ihr Passwort.',
  en: 'This is not your password.',
}
