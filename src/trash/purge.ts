import { createLocalReq, type Payload } from 'payload'
import { inTransaction } from '#database/transaction.ts'
import { appendEvent } from '#record/events.ts'
import { findExpired, lockTrashed } from './bin.ts'
import { forgetForGood } from './restore.ts'

/**
 * Deletes for good what has lain in the trash for its time. Gives how many texts it was.
 *
 * @throws Error the first fault, after all others had their turn
 */
export async function purgeExpired(payload: Payload, now = new Date()): Promise<number> {
  const expired = await findExpired(await createLocalReq({}, payload), now)
  const faults: unknown[] = []
  let purged = 0
  for (const id of expired) {
    try {
      if (await purge(payload, id)) purged += 1
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return purged
}

async function purge(payload: Payload, id: string): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const text = await lockTrashed(req, id)
    if (!text) return false
    await forgetForGood(req, id)
    const { collection, digest } = text
    const event = { kind: 'workflow', transition: 'purge', actor: null } as const
    await appendEvent(req, { ...event, collection, id, digest })
    return true
  })
}
