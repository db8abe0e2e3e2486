import { createLocalReq, type Payload } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { inTransaction } from '#database/transaction.ts'
import { growLog } from '#publishing/log/grow.ts'
import { deliverSigned } from '#publishing/seal.ts'
import { keyPlace as place, noteFaults, settleFaultsAt, tellFaults } from './faults.ts'

const problems = {
  missing: 'There is none: receipts say "pending", and the log has no new checkpoint.',
  ended:
    'Another one took its place before, and it signs nothing any more: receipts say "pending". Put the newest back, or make one with "npm run keys:rotate".',
}
/** So often the missing key is seen again, which keeps the fault from ending; milliseconds. */
const pace = 60_000

/** When the fault was noted last, and whether there was one: shared by calls. */
export interface LastKeyCheck {
  at: number
  isMissing: boolean | undefined
}

/**
 * Goes on with the public log: its tree, its checkpoint, and the signatures of what was published without a
 * key. That there is none, or one that has ended, is an alarm; publication goes on without it.
 */
export async function keepLog(
  payload: Payload,
  last: LastKeyCheck = { at: 0, isMissing: undefined },
): Promise<void> {
  const { hasKey, isEnded } = await growLog(payload)
  await deliverSigned(payload)
  if (hasKey && last.isMissing === false) return
  if (!hasKey && last.isMissing === true && Date.now() - last.at < pace) return
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const db = await sqlIn(req)
    if (hasKey) return settleFaultsAt(db, place)
    const problem = isEnded ? problems.ended : problems.missing
    await noteFaults(db, [{ where: place, problem }])
    await tellFaults(req)
  })
  last.at = Date.now()
  last.isMissing = !hasKey
}
