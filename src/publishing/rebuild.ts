import { aliasedTable, and, eq, isNotNull, isNull, notExists, sql, type SQL } from 'drizzle-orm'
import { unionAll, type PgColumn } from 'drizzle-orm/pg-core'
import { createLocalReq, type Payload } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { deliveryRebuilds as runs, professions, regions, workflowStates } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { collectionIn } from '#model/documents.ts'
import * as delivered from '#read-model/tables.ts'
import { deliver } from './deliver.ts'
import { countEntries, findEntries, firstId, parts, type Entry, type Part } from './entries.ts'
import { deliverEntry } from './hooks.ts'
import { unpublishReference } from './reference.ts'
import { findOtherShapes, finishReshape, noteShape } from './reshape.ts'
import { sealOlderTexts } from './seal.ts'

export interface RebuildProgress {
  part: Part
  done: number
  total: number
}

const atATime = 100

/**
 * Writes the whole read model anew from what is live, each entry in a transaction of its own, while
 * sites read: what is right already stays as it is and is no news in the feed. A rebuild that was
 * broken off goes on where it stopped. Gives how many entries it looked at.
 */
export async function rebuildDelivery(
  payload: Payload,
  onProgress: (progress: RebuildProgress) => void = () => undefined,
): Promise<number> {
  await sealOlderTexts(payload)
  const db = await sqlIn(await createLocalReq({}, payload))
  await db.insert(runs).values({}).onConflictDoNothing()
  const [run] = await db.select().from(runs).where(isNull(runs.finishedAt))
  if (!run) throw new Error('The rebuild was ended by another one. Start it again.')
  let { done } = run
  const first = parts.findIndex((part) => part === run.part)
  for (const [index, part] of parts.entries()) {
    if (index < first) continue
    const total = await countEntries(db, part)
    let after = index === first ? run.after : null
    let inPart = after === null ? 0 : await countEntries(db, part, after)
    for (;;) {
      const entries = await findEntries(db, part, after, atATime)
      for (const entry of entries) {
        await writeEntry(payload, part, entry)
        inPart += 1
        done += 1
        onProgress({ part, done: inPart, total })
      }
      const last = entries.at(-1)
      if (!last) break
      after = last.id
      await db.update(runs).set({ part, after, done }).where(eq(runs.id, run.id))
    }
  }
  await deleteUnusedWords(db)
  await db
    .update(runs)
    .set({ finishedAt: sql`clock_timestamp()` })
    .where(eq(runs.id, run.id))
  return done
}

/**
 * Writes texts that lie in the read model in another shape than today's anew, each in a transaction of
 * its own, while sites read. One that fails leaves the others their turn, and is tried again at the next
 * call. Gives how many it wrote.
 *
 * @throws Error the first fault, after all others had their turn
 */
export async function reshapeDelivered(
  payload: Payload,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const db = await sqlIn(await createLocalReq({}, payload))
  const faults: unknown[] = []
  let written = 0
  try {
    written = await sealOlderTexts(payload, isStopping)
  } catch (error) {
    faults.push(error)
  }
  let after = firstId
  for (;;) {
    const texts = await findOtherShapes(db, after, atATime)
    for (const { id, collection } of texts) {
      if (isStopping()) return written
      try {
        await writeEntry(payload, 'documents', { id, collection })
        written += 1
      } catch (error) {
        faults.push(error)
      }
    }
    const last = texts.at(-1)
    if (!last) break
    after = last.id
  }
  if (faults.length > 0) throw faults[0]
  await finishReshape(payload)
  if (written === 0) await noteShape(db)
  return written
}

/** Says whether there is something live that the read model does not hold. */
export async function isDeliveryIncomplete(payload: Payload): Promise<boolean> {
  const db = await sqlIn(await createLocalReq({}, payload))
  const missing = await unionAll(
    db.select({ id: runs.id }).from(runs).where(isNull(runs.finishedAt)),
    db
      .select({ id: workflowStates.id })
      .from(workflowStates)
      .where(
        and(
          isNotNull(workflowStates.liveDigest),
          notExists(holding(db, delivered.documents, workflowStates.id)),
        ),
      ),
    db
      .select({ id: professions.id })
      .from(professions)
      .where(notExists(holding(db, delivered.professions, professions.id))),
    db
      .select({ id: regions.id })
      .from(regions)
      .where(notExists(holding(db, delivered.regions, regions.id))),
  ).limit(1)
  return missing.length > 0
}

/** The row of the read model under an id. */
function holding(
  db: Sql,
  table: typeof delivered.documents | typeof delivered.professions | typeof delivered.regions,
  id: PgColumn,
) {
  const row = aliasedTable(table, 'delivered')
  return db.select({ id: row.id }).from(row).where(eq(row.id, id))
}

async function writeEntry(payload: Payload, part: Part, entry: Entry): Promise<void> {
  const req = await createLocalReq({}, payload)
  const { id, collection } = entry
  await inTransaction(req, async () => {
    if (part === 'documents') {
      await deliver(req, { collection: collectionIn(collection), id }, 'rebuild')
    } else if (collection === null) {
      await unpublishReference(req, part, id)
    } else {
      await deliverEntry(req, part, id)
    }
  })
}

/** Words that no text holds any more. */
async function deleteUnusedWords(db: Sql): Promise<void> {
  const { documents, professions, regions, lexicon } = delivered
  const word = sql`(quote_literal(${lexicon.word}))::tsquery`
  const holding = (table: typeof documents | typeof professions | typeof regions, where?: SQL) =>
    db
      .select({ id: table.id })
      .from(table)
      .where(and(where, sql`${table.search} @@ ${word}`))
  await db
    .delete(lexicon)
    .where(
      and(
        notExists(holding(documents, eq(documents.sites, []))),
        notExists(holding(professions)),
        notExists(holding(regions)),
      ),
    )
}
