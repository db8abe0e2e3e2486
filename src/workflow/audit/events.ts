import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { momentIn, textIn, textOrNull } from '#database/rows.ts'
import { inTransaction } from '#database/transaction.ts'
import { isRecord } from '#model/documents.ts'
import { isStage, type Stage } from '../transitions.ts'
import { tell } from './subscribers.ts'

export interface Person {
  id: string
  name: string
}

/** What an event is about: a step of the workflow, or what surrounds it. */
export const eventKinds = [
  'workflow',
  'plan',
  'assignment',
  'comment',
  'expert',
  'account',
  'setting',
  'key',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What happened to something, by whom. */
export interface NewEvent {
  kind: EventKind
  /** The subject: a document, an account, a site, a setting. */
  collection: string
  id: string
  /** What was done, as a verb: the transition's name, `login`, `comment`, … */
  transition: string
  from?: Stage | null
  to?: Stage | null
  digest?: string | null
  actor: Person | null
  comment?: string | null
  data?: Readonly<Record<string, unknown>> | null
}

/** An event as it is on record. */
export interface WorkflowEvent {
  id: string
  kind: string
  at: string
  transition: string
  from: Stage | null
  to: Stage | null
  digest: string | null
  actor: Person | null
  comment: string | null
  data: Record<string, unknown> | null
}

/** An event with the id that it got when it was appended. */
export interface AppendedEvent extends NewEvent {
  event: string
}

/** Appends an event to the chain of its subject, when all that it tells of is written. */
export async function appendEvent(req: PayloadRequest, event: NewEvent): Promise<void> {
  await onRecord(req, event, () => Promise.resolve())
}

/**
 * Appends an event to the chain of its subject and then does what it tells of, in one transaction:
 * where a write to what is live is explained by an event, the trigger looks for it. Subscribers hear
 * of it at the very end, when they find everything as it is from now on.
 *
 * @param write all writes that belong to the event
 */
export async function onRecord<T>(
  req: PayloadRequest,
  event: NewEvent,
  write: () => Promise<T>,
): Promise<T> {
  return inTransaction(req, async () => {
    const appended = { ...event, event: await insertEvent(req, event) }
    const result = await write()
    await tell(req, appended)
    return result
  })
}

async function insertEvent(req: PayloadRequest, event: NewEvent): Promise<string> {
  const [row] = await query(
    req,
    sql`INSERT INTO workflow_events
          (kind, document_collection, document, transition, from_stage, to_stage, digest, actor,
           actor_name, comment, data)
        VALUES (${event.kind}, ${event.collection}, ${event.id}, ${event.transition},
                ${event.from ?? null}, ${event.to ?? null}, ${event.digest ?? null},
                ${event.actor?.id ?? null}, ${event.actor?.name ?? null}, ${event.comment ?? null},
                ${event.data ? JSON.stringify(event.data) : null}::jsonb)
        RETURNING id`,
  )
  return textIn(row?.id)
}

/** All events of a document, newest first. */
export async function findEvents(req: PayloadRequest, id: string): Promise<WorkflowEvent[]> {
  const rows = await query(
    req,
    sql`SELECT * FROM workflow_events WHERE document = ${id} ORDER BY sequence DESC`,
  )
  return rows.map(toEvent)
}

export function toEvent(row: Record<string, unknown>): WorkflowEvent {
  return {
    id: textIn(row.id),
    kind: textIn(row.kind),
    at: momentIn(row.created_at),
    transition: textIn(row.transition),
    from: isStage(row.from_stage) ? row.from_stage : null,
    to: isStage(row.to_stage) ? row.to_stage : null,
    digest: textOrNull(row.digest),
    actor:
      typeof row.actor === 'string'
        ? { id: row.actor, name: textOrNull(row.actor_name) ?? '' }
        : null,
    comment: textOrNull(row.comment),
    data: isRecord(row.data) ? row.data : null,
  }
}
