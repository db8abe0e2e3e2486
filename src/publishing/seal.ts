import { and, asc, eq, exists, isNotNull, notExists, sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
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
 * does, nothing is looked for. One that fails leaves the others their turn. Gives how many it wrote.
 *
 * @throws Error the first fault, after all others had their turn
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
  const failed: string[] = []
  const faults: unknown[] = []
  for (;;) {
    const texts = await db
      .select({ id: documents.id, collection: documents.collection })
      .from(documents)
      .where(and(notExists(leaf), exists(live), sql`NOT ${isOneOf(documents.id, failed)}`))
      .orderBy(asc(told), asc(documents.id))
      .limit(atATime)
    if (texts.length === 0) break
    const before = sealed + failed.length
    for (const text of texts) {
      if (isStopping()) return sealed
      try {
        if (await deliverAgain(payload, text)) sealed += 1
      } catch (error) {
        failed.push(text.id)
        faults.push(error)
      }
    }
    // What has nothing to deliver stays as it is, and is somebody else's to tell.
    if (sealed + failed.length === before) break
  }
  if (faults.length > 0) throw faults[0]
  return sealed
}

/**
 * Delivers texts anew whose leaves have got the signature that they were published without, whoever signed
 * them and when. One that fails leaves the others their turn.
 *
 * @throws Error the first fault, after all others had their turn
 */
export async function deliverSigned(payload: Payload): Promise<void> {
  const db = await sqlIn(await createLocalReq({}, payload))
  const said = (field: string) =>
    sql`${documents.content} #>> ${sql.raw(`'{receipt,log,${field}}'`)}`
  const signed = db
    .select({ id: logLeaves.id })
    .from(logLeaves)
    .where(
      and(
        eq(logLeaves.document, documents.id),
        isNotNull(logLeaves.signature),
        eq(sql`encode(${logLeaves.entry}, 'base64')`, said('entry')),
      ),
    )
  const texts = await db
    .select({ id: documents.id, collection: documents.collection })
    .from(documents)
    .where(and(sql`${said('signature')} = 'pending'`, exists(signed)))
  const faults: unknown[] = []
  for (const text of texts) {
    await deliverAgain(payload, text).catch((error: unknown) => faults.push(error))
  }
  if (faults.length > 0) throw faults[0]
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
