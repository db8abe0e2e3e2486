import { sql, type SQL } from 'drizzle-orm'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { textIn, textOrNull } from '#database/rows.ts'
import { inTransaction } from '#database/transaction.ts'
import { findContradictions } from './contradictions.ts'
import { findForgedLiveCopies, findForgedTexts } from './forgeries.ts'
import { hashOfAnchor, hashOfEvent, hashedColumns, type HashedEvent } from './hash.ts'

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
  problems: AuditProblem[]
}

const batch = 5000

/**
 * Recomputes every chain and every anchor from the rows, and holds the record against the tables that
 * it explains. Reads only. `onProgress` hears how many events have been read.
 */
export async function verifyAudit(
  payload: Payload,
  onProgress: (events: number) => void = () => undefined,
): Promise<AuditReport> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    // All of it as it was at one moment, whoever goes on working.
    await query(req, sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`)
    const chains = await verifyChains(req, onProgress)
    const anchors = await verifyAnchors(req)
    const contradictions = [
      ...(await findContradictions(req)),
      ...(await findForgedTexts(req)),
      ...(await findForgedLiveCopies(req)),
    ]
    return {
      events: chains.events,
      chains: chains.chains,
      anchors: anchors.anchors,
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
  req: PayloadRequest,
  onProgress: (events: number) => void,
): Promise<Omit<AuditReport, 'anchors'>> {
  const problems: AuditProblem[] = []
  const heads = new Map<string, ChainPosition>()
  let events = 0
  let after = { collection: '', document: '', position: 0 }
  for (;;) {
    const rows = await readEvents(req, after)
    for (const row of rows) {
      const name = `${textIn(row.document_collection)}/${textIn(row.document)}`
      const before = heads.get(name) ?? { name, position: 0, hash: '' }
      const position = Number(row.position)
      const where = `${name} #${String(position)}`
      if (position !== before.position + 1) {
        problems.push({ where, problem: `Event ${String(before.position + 1)} is missing.` })
      } else if (row.previous_hash !== before.hash) {
        problems.push({ where, problem: 'It does not follow on the event before it.' })
      }
      const expected = hashOfEvent(toHashed(row), {
        position,
        previousHash: textIn(row.previous_hash),
      })
      if (row.hash !== expected) problems.push({ where, problem: 'The event was changed.' })
      heads.set(name, { name, position, hash: textIn(row.hash) })
    }
    events += rows.length
    onProgress(events)
    const last = rows.at(-1)
    if (!last || rows.length < batch) break
    after = {
      collection: textIn(last.document_collection),
      document: textIn(last.document),
      position: Number(last.position),
    }
  }
  problems.push(...(await compareHeads(req, heads)))
  return { events, chains: heads.size, problems }
}

/** The chains' ends as the database keeps them apart: one that was cut off is shorter than that. */
async function compareHeads(
  req: PayloadRequest,
  heads: ReadonlyMap<string, ChainPosition>,
): Promise<AuditProblem[]> {
  const rows = await query(req, sql`SELECT chain, position, hash FROM workflow_chains`)
  const known = new Set(rows.map((row) => textIn(row.chain)))
  const cut = rows.flatMap((row): AuditProblem[] => {
    const name = textIn(row.chain)
    const head = heads.get(name)
    if (head?.position === Number(row.position) && head.hash === row.hash) return []
    return [
      {
        where: `${name} #${textIn(row.position)}`,
        problem: 'The chain does not end where it was left.',
      },
    ]
  })
  const foreign = [...heads.keys()].filter((name) => !known.has(name))
  return [...cut, ...foreign.map((where) => ({ where, problem: 'Nobody began this chain.' }))]
}

async function verifyAnchors(
  req: PayloadRequest,
): Promise<{ anchors: number; problems: AuditProblem[] }> {
  const problems: AuditProblem[] = []
  const anchors = await query(req, sql`SELECT * FROM workflow_anchors ORDER BY number`)
  let previousHash = ''
  for (const [index, anchor] of anchors.entries()) {
    const number = Number(anchor.number)
    const where = `anchor ${String(number)}`
    if (number !== index + 1) problems.push({ where, problem: 'The anchor before it is missing.' })
    const rows = await query(
      req,
      sql`SELECT a.sequence::text, e.hash FROM workflow_anchored_events a
          LEFT JOIN workflow_events e ON e.sequence = a.sequence
          WHERE a.anchor = ${number} ORDER BY a.sequence`,
    )
    const missing = rows.filter(({ hash }) => hash === null).map(({ sequence }) => textIn(sequence))
    if (missing.length > 0) {
      problems.push({ where, problem: `Events that it binds are missing: ${missing.join(', ')}.` })
    }
    const events = rows.map((row) => ({ sequence: textIn(row.sequence), hash: textIn(row.hash) }))
    const expected = hashOfAnchor({ number, previousHash: textIn(anchor.previous_hash), events })
    const isWhole =
      anchor.hash === expected &&
      anchor.previous_hash === previousHash &&
      Number(anchor.events) === rows.length
    if (!isWhole) problems.push({ where, problem: 'What it binds is not what it was.' })
    previousHash = textIn(anchor.hash)
  }
  return { anchors: anchors.length, problems }
}

/** The next events in the order of chains and positions, every hashed column as text. */
function readEvents(
  req: PayloadRequest,
  after: { collection: string; document: string; position: number },
): Promise<Record<string, unknown>[]> {
  const { collection, document, position } = after
  return query(
    req,
    sql`SELECT id::text,
               to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS created_at,
               document_collection, document, kind, transition, from_stage, to_stage, digest, actor,
               actor_name, comment, data::text AS data, position, previous_hash, hash
        FROM workflow_events
        WHERE ${isAfter(collection, document, position)}
        ORDER BY document_collection, document, position LIMIT ${batch}`,
  )
}

function isAfter(collection: string, document: string, position: number): SQL {
  return sql`(document_collection, document, position) > (${collection}, ${document}, ${position}::bigint)`
}

function toHashed(row: Record<string, unknown>): HashedEvent {
  return Object.fromEntries(hashedColumns.map((column) => [column, textOrNull(row[column])]))
}
