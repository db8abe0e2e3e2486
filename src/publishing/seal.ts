import { and, asc, eq, exists, isNotNull, notExists, sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { logLeaves, workflowStates } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { collectionIn } from '#model/documents.ts'
import { documents, releases } from '#read-model/tables.ts'
import { deliver } from './deliver.ts'
import { firstId } from './entries.ts'
import { findOtherShapes } from './reshape.ts'

const atATime = 100

/**
 * Writes leaves for texts that were live before there was a log, in the order in which the feed told of them
 * last, each in a transaction of its own. All of them lie there in another shape than today's; while none
 * does, nothing is looked for. Gives how many it wrote.
 */
export async function sealOlderTexts(
  payload: Payload,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const db = await sqlIn(await createLocalReq({}, payload))
  if ((await findOtherShapes(db, firstId, 1)).length === 0) return 0
  const live = db
    .select({ id: workflowStates.id })
    .from(workflowStates)
    .where(
      and(eq(workflowStates.id, documents.id), eq(workflowStates.liveDigest, documents.digest)),
    )
  const leaf = db
    .select({ id: logLeaves.id })
    .from(logLeaves)
    .where(eq(logLeaves.document, documents.id))
  const told = db
    .select({ position: sql`max(${releases.position})` })
    .from(releases)
    .where(and(eq(releases.document, documents.id), isNotNull(releases.position)))
  let sealed = 0
  for (;;) {
    const texts = await db
      .select({ id: documents.id, collection: documents.collection })
      .from(documents)
      .where(and(notExists(leaf), exists(live)))
      .orderBy(asc(told), asc(documents.id))
      .limit(atATime)
    if (texts.length === 0) return sealed
    const before = sealed
    for (const text of texts) {
      if (isStopping()) return sealed
      if (await deliverAgain(payload, text)) sealed += 1
    }
    // What cannot be delivered stays as it is, and is somebody else's to tell.
    if (sealed === before) return sealed
  }
}

/** Delivers texts anew whose leaves have got the signature that they were published without. */
export async function deliverSigned(payload: Payload, ids: readonly string[]): Promise<void> {
  const db = await sqlIn(await createLocalReq({}, payload))
  for (const id of ids) {
    const [text] = await db
      .select({ id: documents.id, collection: documents.collection })
      .from(documents)
      .where(eq(documents.id, id))
    if (text) await deliverAgain(payload, text)
  }
}

async function deliverAgain(
  payload: Payload,
  { id, collection }: { id: string; collection: string },
): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, () =>
    deliver(req, { collection: collectionIn(collection), id }, 'signed'),
  )
}
