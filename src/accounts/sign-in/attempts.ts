import { eq } from 'drizzle-orm'
import type {
  CollectionAfterLoginHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { clientAddressOf, trustedProxiesIn } from '#access/client-address.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import type { User } from '#payload-types'
import { knownDevice, rememberDevice } from './device.ts'
import { attemptKey, foldedAddress } from './keys.ts'
import { spendTimeOfPassword } from './password.ts'
import { countAttempt, countOnly, failuresOf, forgetAttempts, takeOff } from './slow-down.ts'

// How passwords are guessed, and what stands against it: each account waits after wrong ones from the same
// address or the same known browser, each address after wrong ones for whichever account. An account that
// many addresses try gives each of them fewer tries; whoever comes from elsewhere, or in a browser that
// the account knows, does not wait for what strangers do. An address that no account has is treated alike.

/** Wrong passwords for one account from one place. */
const free = 5
/** The same while many places try the account. */
const freeUnderAttack = 1
/** Wrong ones for one account, from browsers it does not know, that make it an attack. */
const attack = 50
/** In seconds. */
const longestForPair = 900
/** Wrong passwords from one address, for whichever account: an office shares one. */
const ofAddress = { free: 30, longest: 60 } as const

/** The keys under which the attempt of a request is counted, to be taken off where it is right. */
const attempts = new WeakMap<PayloadRequest, { own: string; shared: string[]; account: string }>()

/** Counts an attempt to sign in by a password before it is judged. @throws TooManyAttempts 429 */
export const slowDownGuessing: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return
  const data: unknown = Reflect.get(args, 'data')
  if (!isRecord(data) || typeof data.email !== 'string' || typeof data.password !== 'string') return
  const account = foldedAddress(data.email)
  if (account === '' || data.password.trim() === '') return
  const db = await sqlIn({ payload: req.payload })
  attempts.set(req, { ...(await countPassword(db, req, account)), account })
  await spendTimeOfUnknown(db, account, data.password)
}

/** Takes off what was counted: the password was right. The browser is known from now on. */
export const settleAttempt: CollectionAfterLoginHook<User> = async ({ req, user }) => {
  rememberDevice(req, { secret: req.payload.secret, account: foldedAddress(user.email) })
  const attempt = attempts.get(req)
  if (!attempt) return
  const db = await sqlIn(req)
  await forgetAttempts(db, [attempt.own])
  await takeOff(db, attempt.shared)
}

/** The address that a request comes from, as attempts are counted by it. */
export function addressOf(req: Pick<PayloadRequest, 'headers' | 'payload'>): string {
  return clientAddressOf(req.headers, trustedProxiesIn(req.payload.config))
}

async function countPassword(
  db: Sql,
  req: PayloadRequest,
  account: string,
): Promise<{ own: string; shared: string[] }> {
  const { secret } = req.payload
  const device = knownDevice(req.headers, { secret, account })
  if (device !== undefined) {
    const own = attemptKey(secret, 'device', account, device)
    await countAttempt(db, own, { free, longest: longestForPair })
    return { own, shared: [] }
  }
  const place = addressOf(req)
  const [own, ofPlace, ofAccount] = [
    attemptKey(secret, 'pair', account, place),
    attemptKey(secret, 'address', place),
    attemptKey(secret, 'account', account),
  ]
  const isAttacked = (await failuresOf(db, ofAccount)) >= attack
  await countAttempt(db, own, {
    free: isAttacked ? freeUnderAttack : free,
    longest: longestForPair,
  })
  try {
    await countAttempt(db, ofPlace, ofAddress)
  } catch (error) {
    await takeOff(db, [own])
    throw error
  }
  await countOnly(db, ofAccount)
  return { own, shared: [ofPlace, ofAccount] }
}

/** An address that no account has costs the same time: Payload hashes only where there is one. */
async function spendTimeOfUnknown(db: Sql, account: string, password: string): Promise<void> {
  const [known] = await db.select({ id: users.id }).from(users).where(eq(users.email, account))
  if (!known) await spendTimeOfPassword(password)
}
