import { sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { textIn } from '#database/rows.ts'
import { toEvent, type EventKind, type WorkflowEvent } from './events.ts'

/** An event with its place in the record. */
export interface AuditEvent extends WorkflowEvent {
  sequence: number
  collection: string
  document: string
  position: number
  previousHash: string
  hash: string
}

/** What to look for. Times are ISO 8601; `from` is included, `to` is not. */
export interface AuditFilter {
  collection?: string | undefined
  document?: string | undefined
  person?: string | undefined
  kind?: EventKind | undefined
  from?: string | undefined
  to?: string | undefined
}

/** The events after a place in the record, oldest first. */
export async function findAuditEvents(
  req: PayloadRequest,
  filter: AuditFilter,
  page: { after: number; limit: number },
): Promise<AuditEvent[]> {
  const { collection, document, person, kind, from, to } = filter
  const conditions: SQL[] = [
    sql`sequence > ${page.after}`,
    ...(collection === undefined ? [] : [sql`document_collection = ${collection}`]),
    ...(document === undefined ? [] : [sql`document = ${document}`]),
    ...(person === undefined ? [] : [sql`actor = ${person}`]),
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
    ...(from === undefined ? [] : [sql`created_at >= ${from}`]),
    ...(to === undefined ? [] : [sql`created_at < ${to}`]),
  ]
  const rows = await query(
    req,
    sql`SELECT * FROM workflow_events WHERE ${sql.join(conditions, sql` AND `)}
        ORDER BY sequence LIMIT ${page.limit}`,
  )
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    collection: textIn(row.document_collection),
    document: textIn(row.document),
    ...toEvent(row),
    position: Number(row.position),
    previousHash: textIn(row.previous_hash),
    hash: textIn(row.hash),
  }))
}

/** All events that match, one JSON line each, read and handed on in batches. */
export async function* exportAudit(
  req: PayloadRequest,
  filter: AuditFilter,
): AsyncGenerator<string> {
  let after = 0
  for (;;) {
    const events = await findAuditEvents(req, filter, { after, limit: 1000 })
    if (events.length === 0) return
    yield events.map((event) => `${JSON.stringify(event)}\n`).join('')
    after = events.at(-1)?.sequence ?? after
  }
}
