import { aliasedTable, and, asc, desc, eq, gt, gte, lt, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { redactedRows as r, workflowEvents as e } from '#database/tables.ts'
import { toEvent, type EventKind, type WorkflowEvent } from '#record/events.ts'

/** An event with its place in the record. */
export interface AuditEvent extends WorkflowEvent {
  sequence: number
  collection: string
  document: string
  position: number
  previousHash: string
  hash: string
  /**
   * Where two people had words or a name of it emptied: the event `redact`, and the hash of what is left. `hash`
   * is that of what it was.
   */
  redacted: { redaction: string; leftHash: string } | null
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

const redact = aliasedTable(e, 'redact')

/** The events after a place in the record, oldest first. */
export async function findAuditEvents(
  req: PayloadRequest,
  filter: AuditFilter,
  page: { after: number; limit: number },
): Promise<AuditEvent[]> {
  const { collection, document, person, kind, from, to } = filter
  const db = await sqlIn(req)
  const last = db
    .select({ redaction: r.redaction, leftHash: r.leftHash })
    .from(r)
    .innerJoin(redact, eq(redact.id, r.redaction))
    .where(and(eq(r.place, 'workflow_events'), eq(r.row, sql`${e.id}::text`)))
    .orderBy(desc(redact.sequence))
    .limit(1)
    .as('last')
  const rows = await db
    .select({ event: e, redaction: last.redaction, leftHash: last.leftHash })
    .from(e)
    .leftJoinLateral(last, sql`true`)
    .where(
      and(
        gt(e.sequence, page.after),
        collection === undefined ? undefined : eq(e.documentCollection, collection),
        document === undefined ? undefined : eq(e.document, document),
        person === undefined ? undefined : eq(e.actor, person),
        kind === undefined ? undefined : eq(e.kind, kind),
        from === undefined ? undefined : gte(e.createdAt, from),
        to === undefined ? undefined : lt(e.createdAt, to),
      ),
    )
    .orderBy(asc(e.sequence))
    .limit(page.limit)
  return rows.map(({ event: row, redaction, leftHash }) => ({
    sequence: row.sequence,
    collection: row.documentCollection,
    document: row.document,
    ...toEvent(row),
    position: row.position,
    previousHash: row.previousHash ?? '',
    hash: row.hash,
    redacted: redaction === null || leftHash === null ? null : { redaction, leftHash },
  }))
}

/** All events that match, one JSON line each, read and handed on in batches. */
export async function* exportAudit(
  req: PayloadRequest,
  filter: AuditFilter,
): AsyncGenerator<string> {
  for await (const events of readAuditPages(req, filter)) {
    yield events.map((event) => `${JSON.stringify(event)}\n`).join('')
  }
}

/** All events that match, oldest first, in batches. */
export async function* readAuditPages(
  req: PayloadRequest,
  filter: AuditFilter,
): AsyncGenerator<AuditEvent[]> {
  let after = 0
  for (;;) {
    const events = await findAuditEvents(req, filter, { after, limit: 1000 })
    if (events.length === 0) return
    yield events
    after = events.at(-1)?.sequence ?? after
  }
}
