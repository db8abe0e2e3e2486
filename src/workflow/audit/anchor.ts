import { sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { query } from '#database/query.ts'
import { textIn } from '#database/rows.ts'
import { inTransaction } from '#database/transaction.ts'
import { hashOfAnchor } from './hash.ts'

/** An anchor as it is told, to be kept elsewhere too. */
export interface Anchor {
  number: number
  events: number
  hash: string
}

/** At most so many events an anchor. */
const mostEvents = 50_000

/**
 * Binds all events that no anchor binds yet, and the anchor before, under one hash: from then on no
 * chain can lose its end unnoticed. Gives null where there is nothing to bind. One caller at a time.
 */
export async function anchorEvents(payload: Payload): Promise<Anchor | null> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    await query(req, sql`SELECT pg_advisory_xact_lock(hashtext('workflow anchors'))`)
    const rows = await query(
      req,
      sql`SELECT e.sequence::text, e.hash FROM workflow_events e
          WHERE NOT EXISTS (SELECT FROM workflow_anchored_events a WHERE a.sequence = e.sequence)
          ORDER BY e.sequence LIMIT ${mostEvents}`,
    )
    if (rows.length === 0) return null
    const [last] = await query(
      req,
      sql`SELECT number, hash FROM workflow_anchors ORDER BY number DESC LIMIT 1`,
    )
    const number = Number(last?.number ?? 0) + 1
    const previousHash = last ? textIn(last.hash) : ''
    const events = rows.map((row) => ({ sequence: textIn(row.sequence), hash: textIn(row.hash) }))
    const hash = hashOfAnchor({ number, previousHash, events })
    await query(
      req,
      sql`INSERT INTO workflow_anchors (number, events, previous_hash, hash)
          VALUES (${number}, ${events.length}, ${previousHash}, ${hash})`,
    )
    const sequences = JSON.stringify(events.map(({ sequence }) => sequence))
    await query(
      req,
      sql`INSERT INTO workflow_anchored_events (sequence, anchor)
          SELECT value::bigint, ${number} FROM jsonb_array_elements_text(${sequences}::jsonb)`,
    )
    return { number, events: events.length, hash }
  })
}
