import { createLocalReq, type Payload } from 'payload'
import { inTransaction } from '#database/transaction.ts'
import { appendEvent } from '#record/events.ts'
import { findExpired, lockTrashed } from './bin.ts'
import { forgetForGood } from './restore.ts'

/** Deletes for good what has lain in the trash for its time. Gives how many texts it was. */
export async function purgeExpired(payload: Payload, now = new Date()): Promise<number> {
  const expired = await findExpired(await createLocalReq({}, payload), now)
  let purged = 0
  for (const id of expired) {
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      const text = await lockTrashed(req, id)
      if (!text) return
      await forgetForGood(req, id)
      const { collection, digest } = text
      const event = { kind: 'workflow', transition: 'purge', actor: null } as const
      await appendEvent(req, { ...event, collection, id, digest })
      purged += 1
    })
  }
  return purged
}
