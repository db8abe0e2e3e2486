import { eq } from 'drizzle-orm'
import pLimit, { type LimitFunction } from 'p-limit'
import type { PayloadRequest } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { sqlIn } from '#database/sql.ts'
import { users, usersSessions } from '#database/tables.ts'
import { byProgram } from './acting-program.ts'
import { waitForOthers } from './guard.ts'
import { endHeld } from './held/end.ts'

/**
 * Deactivates an account, in a transaction of the caller's: its row and its name stay, its sessions and the
 * links to a new password end, and so does, or goes to others, all that its owner holds. Every door comes here.
 */
export async function endAccount(req: PayloadRequest, id: string): Promise<void> {
  const db = await sqlIn(req)
  const now = new Date().toISOString()
  await db.update(users).set({ deactivatedAt: now, updatedAt: now }).where(eq(users.id, id))
  await db.delete(usersSessions).where(eq(usersSessions.parentId, id))
  await endWhatIsHeld(req, id)
}

/** Ends, or hands over, what somebody holds who has left; one after the other, since two may hold the same. */
export async function endWhatIsHeld(req: PayloadRequest, id: string): Promise<void> {
  await waitForOthers(await sqlIn(req))
  const actor = actorOf(req)
  const isPersons = isPerson(actor) && byProgram(req).by === undefined
  const by = isPersons ? { id: actor.id, name: actor.name } : null
  await lineOf(req)(() => endHeld(req, { person: id, by }))
}

/** Payload ends several accounts at once in one transaction, within which no lock has anybody wait. */
const lines = new WeakMap<PayloadRequest, LimitFunction>()

function lineOf(req: PayloadRequest): LimitFunction {
  const line = lines.get(req) ?? pLimit(1)
  lines.set(req, line)
  return line
}
