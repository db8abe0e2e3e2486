import { asc, isNotNull } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { isActive } from '#access/active.ts'
import { sqlIn } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { endWhatIsHeld } from './end-account.ts'
import { lockAccount } from './lock.ts'
import { findEnding } from './held/end.ts'

/**
 * Ends, or hands over, what people hold whose accounts ended before that was one step with it, each in a
 * transaction of its own. Once done there is nothing left to do. Gives whose it was.
 */
export async function endHeldByLeavers(payload: Payload): Promise<string[]> {
  const ended: string[] = []
  const db = await sqlIn({ payload })
  const leavers = await db
    .select({ id: users.id })
    .from(users)
    .where(isNotNull(users.deactivatedAt))
    .orderBy(asc(users.id))
  for (const { id } of leavers) {
    const req = await createLocalReq({}, payload)
    const held = Object.values(await findEnding(req, id))
    if (held.every(({ total }) => total === 0)) continue
    await inTransaction(req, async () => {
      const account = await lockAccount(await sqlIn(req), id)
      // Somebody may have let them in again meanwhile.
      if (!account || isActive(account)) return
      await endWhatIsHeld(req, id)
      ended.push(id)
    })
  }
  return ended
}
