import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { redactedRows, workflowEvents as e } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import { netstring } from '#model/netstring.ts'

// What two people have emptied: a row of the record, or one that the record vouches for. The event `redact` of
// that moment binds all rows by one hash; only what such an event binds excuses that words are gone.

/** Where rows are emptied: most of them somebody holds against something, the last four are said and no more. */
export const redactedPlaces = [
  'workflow_events',
  'workflow_approvals',
  'workflow_revocations',
  'workflow_sign_offs',
  'workflow_texts',
  'workflow_comments',
  'expert_opinions',
  'reference_proposals',
  'erasures',
  'users',
  'media',
  'import_runs',
  'imported_files',
  'payload_preferences',
] as const
export type RedactedPlace = (typeof redactedPlaces)[number]

/** A row that was emptied; of an event its hash, and the hash of what is left of it. */
export interface RedactedRow {
  place: string
  /** Its id; of a kept text, `document/digest`. */
  row: string
  hash: string | null
  leftHash: string | null
}

/** An event `redact`, with what it says. */
export interface Redaction {
  id: string
  at: string
  /** `collection/id #position` of the event. */
  where: string
  /** Ids of the two people. */
  askedBy: string
  by: string
  reason: string | null
  rows: number
}

/** All that was emptied, by where it lay, and what of it nobody can vouch for. */
export interface Redactions {
  list: Redaction[]
  /** The redactions that emptied something of a row, the newest last. */
  of: (place: RedactedPlace, row: string) => readonly (RedactedRow & { redaction: string })[]
  problems: { where: string; problem: string }[]
}

/** The hash by which an event `redact` binds its rows: SHA-256 (hex) over their netstrings, in the order of place and row. */
export function digestOfRows(rows: readonly RedactedRow[]): string {
  const hash = createHash('sha256')
  for (const { place, row, hash: own, leftHash } of [...rows].sort(inOrder)) {
    for (const value of [place, row, own, leftHash]) hash.update(netstring(value))
  }
  return hash.digest('hex')
}

function inOrder(one: RedactedRow, other: RedactedRow): number {
  const [a, b] = [`${one.place}\0${one.row}`, `${other.place}\0${other.row}`]
  return a < b ? -1 : a > b ? 1 : 0
}

/** What somebody is called whose name was erased: as the database's workflow_pseudonym says it, computed apart. */
export function pseudonymOf(person: string): string {
  return `Person ${createHash('sha256').update(person).digest('hex').slice(0, 8)}`
}

/** Reads all redactions and holds each against its event. */
export async function readRedactions(db: Sql): Promise<Redactions> {
  const rows = await db.select().from(redactedRows)
  const byRedaction = new Map<string, typeof rows>()
  for (const row of rows) {
    const own = byRedaction.get(row.redaction)
    if (own) own.push(row)
    else byRedaction.set(row.redaction, [row])
  }
  const events = await db
    .select()
    .from(e)
    .where(and(eq(e.kind, 'erasure'), eq(e.transition, 'redact')))
    .orderBy(e.sequence)
  const list: Redaction[] = []
  const problems: Redactions['problems'] = []
  const excused = new Map<string, (RedactedRow & { redaction: string })[]>()
  for (const event of events) {
    const own = byRedaction.get(event.id) ?? []
    byRedaction.delete(event.id)
    const where = `${event.documentCollection}/${event.document} #${String(event.position)}`
    const data = isRecord(event.data) ? event.data : {}
    const askedBy = typeof data.askedBy === 'string' ? data.askedBy : ''
    const byTwo = askedBy !== '' && event.actor !== null && event.actor !== askedBy
    if (data.rows !== digestOfRows(own) || !byTwo || event.proof === null) {
      problems.push({ where, problem: 'What was emptied is not what two people had emptied.' })
      continue
    }
    list.push({
      id: event.id,
      at: event.createdAt,
      where,
      askedBy,
      by: event.actor ?? '',
      reason: event.comment,
      rows: own.length,
    })
    for (const row of own) {
      const key = `${row.place} ${row.row}`
      const { redaction, place, row: id, hash, leftHash } = row
      excused.set(key, [...(excused.get(key) ?? []), { redaction, place, row: id, hash, leftHash }])
    }
  }
  for (const id of byRedaction.keys()) {
    problems.push({ where: `redaction ${id}`, problem: 'No event tells of it.' })
  }
  return { list, problems, of: (place, row) => excused.get(`${place} ${row}`) ?? [] }
}

/** Says whether the data of an account were erased. */
export async function isErasedAccount(db: Sql, person: string): Promise<boolean> {
  const [row] = await db
    .select({ row: redactedRows.row })
    .from(redactedRows)
    .where(and(eq(redactedRows.place, 'users'), eq(redactedRows.row, person)))
    .limit(1)
  return row !== undefined
}
