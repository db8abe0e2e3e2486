import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { momentIn, textIn, textOrNull } from '#database/rows.ts'
import { isRecord } from '#model/documents.ts'
import { notifyOf } from '../notifications/notify.ts'
import { isStage, type Stage } from '../transitions.ts'

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

/**
 * Appends an event to the chain of its subject, and gives its id. Where it explains a write to what
 * is live it must stand before that write: the trigger looks for it. Whom it concerns is told in the
 * same transaction.
 */
export async function appendEvent(req: PayloadRequest, event: NewEvent): Promise<string> {
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
  const id = textIn(row?.id)
  await notifyOf(req, { ...event, event: id })
  return id
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
