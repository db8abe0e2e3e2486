import { and, asc, desc, eq, isNotNull, notExists, sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { holdLock } from '#database/advisory-lock.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { workflowAnchoredEvents, workflowAnchors, workflowEvents } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { releases } from '#read-model/tables.ts'
import { hashOfAnchor } from '#record/hash.ts'

/** An anchor as it is told, to be kept elsewhere too. */
export interface Anchor {
  number: number
  events: number
  hash: string
}

/** At most so many events an anchor. */
const mostEvents = 50_000

/**
 * Binds all events that no anchor binds yet, the end of the feed, and the anchor before, under one hash: from
 * then on neither a chain nor the feed can lose its end unnoticed. Gives null where there is nothing to bind. One caller at a time.
 */
export async function anchorEvents(payload: Payload): Promise<Anchor | null> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await holdLock(db, 'workflow anchors')
    const events = await findUnbound(db)
    const feed = await readEndOfFeed(db)
    const [last] = await db
      .select({
        number: workflowAnchors.number,
        hash: workflowAnchors.hash,
        feed: workflowAnchors.feedPosition,
      })
      .from(workflowAnchors)
      .orderBy(desc(workflowAnchors.number))
      .limit(1)
    if (events.length === 0 && (feed?.position ?? null) === (last?.feed ?? null)) return null
    const number = (last?.number ?? 0) + 1
    const previousHash = last?.hash ?? ''
    const hash = hashOfAnchor({ number, previousHash, events, feed })
    await db.insert(workflowAnchors).values({
      number,
      events: events.length,
      previousHash,
      hash,
      feedPosition: feed?.position ?? null,
      feedHash: feed?.hash ?? null,
    })
    const sequences = sql.param(events.map(({ sequence }) => sequence))
    await db.insert(workflowAnchoredEvents).select(
      db
        .select({
          anchor: sql<number>`${number}::bigint`.as('anchor'),
          sequence: sql<number>`sequence`.as('sequence'),
        })
        .from(sql`unnest(${sequences}::bigint[]) sequence`),
    )
    return { number, events: events.length, hash }
  })
}

/** The last entry of the feed; null where there is none. */
async function readEndOfFeed(db: Sql): Promise<{ position: number; hash: string } | null> {
  const { position, hash } = releases
  const [end] = await db
    .select({ position: sql<number>`${position}`.mapWith(position), hash: sql<string>`${hash}` })
    .from(releases)
    .where(and(isNotNull(position), isNotNull(hash)))
    .orderBy(desc(position))
    .limit(1)
  return end ?? null
}

/** The next events that no anchor binds, in the order of the record. */
function findUnbound(db: Sql): Promise<{ sequence: string; hash: string }[]> {
  const bound = db
    .select({ sequence: workflowAnchoredEvents.sequence })
    .from(workflowAnchoredEvents)
    .where(eq(workflowAnchoredEvents.sequence, workflowEvents.sequence))
  return db
    .select({ sequence: sql<string>`${workflowEvents.sequence}::text`, hash: workflowEvents.hash })
    .from(workflowEvents)
    .where(notExists(bound))
    .orderBy(asc(workflowEvents.sequence))
    .limit(mostEvents)
}
