import { createLocalReq, type Payload } from 'payload'
import { inTransaction } from '#database/transaction.ts'
import { collectionIn, textIn } from '#database/rows.ts'
import { deliverEntry } from './hooks.ts'
import { queryIn } from './query.ts'
import { findOtherShapes, finishReshape } from './reshape.ts'
import { unpublishReference } from './reference.ts'
import type { Query } from '#read-model/query.ts'
import { deliver } from './deliver.ts'

/** The parts of a rebuild, in their order. */
const parts = ['professions', 'regions', 'documents'] as const
export type RebuildPart = (typeof parts)[number]

export interface RebuildProgress {
  part: RebuildPart
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
  const query = queryIn(await createLocalReq({}, payload))
  await query('INSERT INTO delivery_rebuilds DEFAULT VALUES ON CONFLICT DO NOTHING')
  const [run] = await query('SELECT * FROM delivery_rebuilds WHERE finished_at IS NULL')
  if (!run) throw new Error('The rebuild was ended by another one. Start it again.')
  let done = Number(run.done)
  const first = parts.findIndex((part) => part === run.part)
  for (const [index, part] of parts.entries()) {
    if (index < first) continue
    const total = await countEntries(query, part)
    let after = index === first && typeof run.after === 'string' ? run.after : null
    let inPart = await countEntries(query, part, after)
    for (;;) {
      const entries = await findEntries(query, part, after)
      for (const entry of entries) {
        await writeEntry(payload, part, entry)
        inPart += 1
        done += 1
        onProgress({ part, done: inPart, total })
      }
      const last = entries.at(-1)
      if (!last) break
      after = last.id
      await query(
        'UPDATE delivery_rebuilds SET part = $2, after = $3::uuid, done = $4 WHERE id = $1',
        [run.id, part, after, done],
      )
    }
  }
  await forgetUnusedWords(query)
  await query('UPDATE delivery_rebuilds SET finished_at = clock_timestamp() WHERE id = $1', [
    run.id,
  ])
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
  const query = queryIn(await createLocalReq({}, payload))
  const faults: unknown[] = []
  let written = 0
  let after = firstId
  for (;;) {
    const texts = await findOtherShapes(query, after, atATime)
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
  return written
}

/** Says whether there is something live that the read model does not hold. */
export async function isDeliveryIncomplete(payload: Payload): Promise<boolean> {
  const query = queryIn(await createLocalReq({}, payload))
  const rows = await query(
    `SELECT WHERE EXISTS (SELECT FROM delivery_rebuilds WHERE finished_at IS NULL)
       OR EXISTS (SELECT FROM workflow_states s WHERE s.live_digest IS NOT NULL
                  AND NOT EXISTS (SELECT FROM delivery.documents d WHERE d.id = s.id))
       OR EXISTS (SELECT FROM professions p
                  WHERE NOT EXISTS (SELECT FROM delivery.professions d WHERE d.id = p.id))
       OR EXISTS (SELECT FROM regions r
                  WHERE NOT EXISTS (SELECT FROM delivery.regions d WHERE d.id = r.id))`,
  )
  return rows.length > 0
}

interface Entry {
  id: string
  /** What the entry is there for; null: it is in the read model only. */
  collection: string | null
}

/** What is there, and what the read model holds of it: the one is written, the other may have to go. */
const sources: Readonly<Record<RebuildPart, { own: string; delivered: string }>> = {
  professions: {
    own: `SELECT id, 'professions' AS collection FROM professions`,
    delivered: 'SELECT id, NULL AS collection FROM delivery.professions',
  },
  regions: {
    own: `SELECT id, 'regions' AS collection FROM regions`,
    delivered: 'SELECT id, NULL AS collection FROM delivery.regions',
  },
  documents: {
    own: 'SELECT id, document_collection AS collection FROM workflow_states WHERE live_digest IS NOT NULL',
    delivered: 'SELECT id, collection FROM delivery.documents',
  },
}

/** The next entries of either side, in the order of their ids. */
async function findEntries(
  query: Query,
  part: RebuildPart,
  after: string | null,
): Promise<Entry[]> {
  const next = (source: string): string =>
    `(SELECT * FROM (${source}) s WHERE id > $1::uuid ORDER BY id LIMIT ${String(atATime)})`
  const rows = await query(
    `SELECT id, max(collection) AS collection
     FROM (${next(sources[part].own)} UNION ALL ${next(sources[part].delivered)}) e
     GROUP BY id ORDER BY id LIMIT ${String(atATime)}`,
    [after ?? firstId],
  )
  return rows.map((row) => ({
    id: textIn(row.id),
    collection: typeof row.collection === 'string' ? row.collection : null,
  }))
}

/** Before every id that there is. */
const firstId = '00000000-0000-0000-0000-000000000000'

/** How many entries a part has, or has up to one. */
async function countEntries(
  query: Query,
  part: RebuildPart,
  upTo?: string | null,
): Promise<number> {
  if (upTo === null) return 0
  const [row] = await query(
    `SELECT count(DISTINCT id)::int AS count
     FROM (${sources[part].own} UNION ALL ${sources[part].delivered}) e
     WHERE $1::uuid IS NULL OR id <= $1::uuid`,
    [upTo ?? null],
  )
  return Number(row?.count)
}

async function writeEntry(payload: Payload, part: RebuildPart, entry: Entry): Promise<void> {
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
async function forgetUnusedWords(query: Query): Promise<void> {
  await query(
    `DELETE FROM delivery.lexicon l WHERE NOT EXISTS (
       SELECT FROM delivery.documents d
       WHERE d.sites = '{}' AND d.search @@ (quote_literal(l.word))::tsquery)
     AND NOT EXISTS (
       SELECT FROM delivery.professions p WHERE p.search @@ (quote_literal(l.word))::tsquery)
     AND NOT EXISTS (
       SELECT FROM delivery.regions r WHERE r.search @@ (quote_literal(l.word))::tsquery)`,
  )
}
