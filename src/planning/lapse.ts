import { and, asc, eq, lt, not } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { inTransaction } from '#database/transaction.ts'
import { readLiveCopy } from '#editorial/copies.ts'
import { lockState } from '#editorial/state.ts'
import { berlinDay } from '#model/berlin-time.ts'
import { collectionIn } from '#model/documents.ts'
import { fieldsLapsed } from '#portrait/lapses.ts'
import { deliver } from '#publishing/deliver.ts'
import { documents } from '#read-model/tables.ts'
import { onRecord } from '#record/events.ts'

/** How many texts are asked for at a time. */
const atATime = 50

/**
 * Takes out of delivery what was to be shown up to a day that has passed: the rest of the text is
 * delivered anew, an event without an actor says so, and the feed tells sites. The text itself, and its
 * approval, stay as they are. Gives how many texts it was.
 *
 * @throws Error the first fault, after all others had their turn
 */
export async function takeOutLapsed(payload: Payload, now = new Date()): Promise<number> {
  const db = await sqlIn(await createLocalReq({}, payload))
  const today = berlinDay(now)
  const faults: unknown[] = []
  const tried: string[] = []
  let taken = 0
  for (;;) {
    const due = await db
      .select({ id: documents.id, collection: documents.collection })
      .from(documents)
      .where(and(lt(documents.lapsesAfter, today), not(isOneOf(documents.id, tried))))
      .orderBy(asc(documents.lapsesAfter), asc(documents.id))
      .limit(atATime)
    if (due.length === 0) break
    for (const { id, collection } of due) {
      tried.push(id)
      try {
        if (await takeOut(payload, { id, collection: collectionIn(collection) }, today)) taken += 1
      } catch (error) {
        faults.push(error)
      }
    }
  }
  if (faults.length > 0) throw faults[0]
  return taken
}

/** Says whether there still was something to take out. */
async function takeOut(
  payload: Payload,
  document: Parameters<typeof deliver>[1],
  today: string,
): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  const { id, collection } = document
  return inTransaction(req, async () => {
    const state = await lockState(req, id)
    const live = state?.live && (await readLiveCopy({ collection, id, req }))
    const db = await sqlIn(req)
    const [row] = await db
      .select({ lapsesAfter: documents.lapsesAfter })
      .from(documents)
      .where(eq(documents.id, id))
    const from = row?.lapsesAfter
    if (!state?.live || !live || !from || from >= today) return false
    await onRecord(
      req,
      {
        kind: 'plan',
        collection,
        id,
        transition: 'lapse',
        from: state.stage,
        to: state.stage,
        digest: state.live.digest,
        actor: null,
        data: { fields: fieldsLapsed(live, { from, to: today }), lastDay: from },
      },
      () => deliver(req, document, 'lapsed'),
    )
    return true
  })
}
