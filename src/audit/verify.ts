import { and, asc, eq, sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  workflowAnchoredEvents,
  workflowAnchors,
  workflowChains,
  workflowEvents as e,
} from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { findContradictions } from './contradictions.ts'
import { releases } from '#read-model/tables.ts'
import { compareReadModel } from './compare.ts'
import { findForgedLiveCopies, findForgedTexts, findMissingTexts } from './forgeries.ts'
import { findForgedReference } from './forged-reference.ts'
import { findForgedSettings } from './forged-settings.ts'
import { hashOfAnchor, hashOfEvent, type HashedEvent } from '#record/hash.ts'
import { readRedactions, type Redaction, type Redactions } from '#record/redactions.ts'

/** Something in the record that is not as it was written. */
export interface AuditProblem {
  /** Where: a chain (`collection/id`) with its position, an anchor, or a row of another table. */
  where: string
  problem: string
}

export interface AuditReport {
  events: number
  chains: number
  anchors: number
  /** What two people have emptied: it is not as it was written, and that is on record. */
  redactions: Redaction[]
  problems: AuditProblem[]
}

/** The same with how many rows of what sites read were compared. */
export interface WholeReport extends AuditReport {
  rows: number
}

const batch = 5000

/** Verifies the record, and then what sites read against it. Reads only. */
export async function verifyAudit(payload: Payload): Promise<WholeReport> {
  const record = await verifyRecord(payload)
  const problems = [...record.problems]
  const rows = await compareReadModel(payload, {
    onSlice: (slice) => {
      problems.push(...slice.problems)
      return Promise.resolve()
    },
  })
  return { ...record, rows, problems }
}

/**
 * Recomputes every chain and every anchor from the rows, and holds the record against the tables that
 * it explains. Reads only. `onProgress` hears how many events have been read.
 */
export async function verifyRecord(
  payload: Payload,
  onProgress: (events: number) => void = () => undefined,
): Promise<AuditReport> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    // All of it as it was at one moment, whoever goes on working.
    const db = await sqlIn(req)
    await db.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`)
    const redactions = await readRedactions(db)
    const chains = await verifyChains(db, redactions, onProgress)
    const anchors = await verifyAnchors(db)
    const contradictions = [
      ...redactions.problems,
      ...(await findContradictions(req, redactions)),
      ...(await findForgedTexts(req, redactions)),
      ...(await findMissingTexts(req)),
      ...(await findForgedLiveCopies(req)),
      ...(await findForgedReference(req)),
      ...(await findForgedSettings(req)),
    ]
    return {
      events: chains.events,
      chains: chains.chains,
      anchors: anchors.anchors,
      redactions: redactions.list,
      problems: [...chains.problems, ...anchors.problems, ...contradictions],
    }
  })
}

/** Where the verification of a chain has got to. */
interface ChainPosition {
  name: string
  position: number
  hash: string
}

async function verifyChains(
  db: Sql,
  redactions: Redactions,
  onProgress: (events: number) => void,
): Promise<Omit<AuditReport, 'anchors' | 'redactions'>> {
  const problems: AuditProblem[] = []
  const heads = new Map<string, ChainPosition>()
  let events = 0
  let after = { collection: '', document: '', position: 0 }
  for (;;) {
    const rows = await readEvents(db, after)
    for (const { position, previousHash, hash, event } of rows) {
      const name = `${event.document_collection}/${event.document}`
      const before = heads.get(name) ?? { name, position: 0, hash: '' }
      const where = `${name} #${String(position)}`
      if (position !== before.position + 1) {
        problems.push({ where, problem: `Event ${String(before.position + 1)} is missing.` })
      } else if (previousHash !== before.hash) {
        problems.push({ where, problem: 'It does not follow on the event before it.' })
      }
      const expected = hashOfEvent(event, { position, previousHash: previousHash ?? '' })
      const isEmptied = () => isLeft(redactions, { id: event.id, hash, left: expected })
      if (hash !== expected && !isEmptied()) {
        problems.push({ where, problem: 'The event was changed.' })
      }
      heads.set(name, { name, position, hash })
    }
    events += rows.length
    onProgress(events)
    const last = rows.at(-1)
    if (!last || rows.length < batch) break
    after = {
      collection: last.event.document_collection,
      document: last.event.document,
      position: last.position,
    }
  }
  problems.push(...(await compareHeads(db, heads)))
  return { events, chains: heads.size, problems }
}

/** Whether an event is what the last of its redactions left of it, and was what it says by its hash. */
function isLeft(
  redactions: Redactions,
  { id, hash, left }: { id: string; hash: string; left: string },
): boolean {
  const last = redactions.of('workflow_events', id).at(-1)
  return last?.hash === hash && last.leftHash === left
}

/** The chains' ends as the database keeps them apart: one that was cut off is shorter than that. */
async function compareHeads(
  db: Sql,
  heads: ReadonlyMap<string, ChainPosition>,
): Promise<AuditProblem[]> {
  const rows = await db.select().from(workflowChains)
  const known = new Set(rows.map(({ chain }) => chain))
  const cut = rows.flatMap(({ chain, position, hash }): AuditProblem[] => {
    const head = heads.get(chain)
    if (head?.position === position && head.hash === hash) return []
    return [
      {
        where: `${chain} #${String(position)}`,
        problem: 'The chain does not end where it was left.',
      },
    ]
  })
  const foreign = [...heads.keys()].filter((name) => !known.has(name))
  return [...cut, ...foreign.map((where) => ({ where, problem: 'Nobody began this chain.' }))]
}

async function verifyAnchors(db: Sql): Promise<{ anchors: number; problems: AuditProblem[] }> {
  const problems: AuditProblem[] = []
  const anchors = await db.select().from(workflowAnchors).orderBy(asc(workflowAnchors.number))
  let previousHash = ''
  for (const [index, anchor] of anchors.entries()) {
    const { number } = anchor
    const where = `anchor ${String(number)}`
    if (number !== index + 1) problems.push({ where, problem: 'The anchor before it is missing.' })
    const bound = await readBound(db, number)
    const missing = bound.filter(({ hash }) => hash === null).map(({ sequence }) => sequence)
    if (missing.length > 0) {
      problems.push({ where, problem: `Events that it binds are missing: ${missing.join(', ')}.` })
    }
    const events = bound.map(({ sequence, hash }) => ({ sequence, hash: String(hash) }))
    const { feedPosition, feedHash, previousHash: before } = anchor
    const feed =
      feedPosition === null || feedHash === null ? null : { position: feedPosition, hash: feedHash }
    const expected = hashOfAnchor({ number, previousHash: before, events, feed })
    if (feed && !(await isInFeed(db, feed))) {
      problems.push({ where, problem: 'The end of the feed that it binds is not there.' })
    }
    const isWhole =
      anchor.hash === expected &&
      anchor.previousHash === previousHash &&
      anchor.events === bound.length
    if (!isWhole) problems.push({ where, problem: 'What it binds is not what it was.' })
    previousHash = anchor.hash
  }
  return { anchors: anchors.length, problems }
}

async function isInFeed(db: Sql, end: { position: number; hash: string }): Promise<boolean> {
  const rows = await db
    .select({ id: releases.id })
    .from(releases)
    .where(and(eq(releases.position, end.position), eq(releases.hash, end.hash)))
  return rows.length > 0
}

/** The events that an anchor binds; one that is gone has no hash. */
function readBound(db: Sql, anchor: number): Promise<{ sequence: string; hash: string | null }[]> {
  const { sequence } = workflowAnchoredEvents
  return db
    .select({ sequence: sql<string>`${sequence}::text`, hash: e.hash })
    .from(workflowAnchoredEvents)
    .leftJoin(e, eq(e.sequence, sequence))
    .where(eq(workflowAnchoredEvents.anchor, anchor))
    .orderBy(asc(sequence))
}

/** The next events in the order of chains and positions, every hashed column as text. */
function readEvents(db: Sql, after: { collection: string; document: string; position: number }) {
  const { collection, document, position } = after
  return db
    .select({
      position: e.position,
      previousHash: e.previousHash,
      hash: e.hash,
      event: {
        id: sql<string>`${e.id}::text`,
        created_at: sql<string>`to_char(${e.createdAt} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
        document_collection: e.documentCollection,
        document: e.document,
        kind: e.kind,
        transition: e.transition,
        from_stage: e.fromStage,
        to_stage: e.toStage,
        digest: e.digest,
        actor: e.actor,
        actor_name: e.actorName,
        comment: e.comment,
        data: sql<string | null>`${e.data}::text`,
      } satisfies Record<keyof HashedEvent, unknown>,
    })
    .from(e)
    .where(
      sql`(${e.documentCollection}, ${e.document}, ${e.position}) > (${collection}, ${document}, ${position}::bigint)`,
    )
    .orderBy(asc(e.documentCollection), asc(e.document), asc(e.position))
    .limit(batch)
}
