import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { prove } from '#database/proofs.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { workflowEvents } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isRecord } from '#model/documents.ts'
import type { Person } from '#model/person.ts'
import { isStage, type Stage } from '#model/stages.ts'
import { notifySubscribers } from './subscribers.ts'

/** What an event is about: a step of the workflow, or what surrounds it. */
export const eventKinds = [
  'workflow',
  'reference',
  'plan',
  'assignment',
  'comment',
  'expert',
  'preview',
  'account',
  'setting',
  'key',
  'picture',
  'record',
  'erasure',
  'log',
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
 * @param write all writes that belong to the event, which it gets the id of
 */
export async function onRecord<T>(
  req: PayloadRequest,
  event: NewEvent,
  write: (event: string) => Promise<T>,
): Promise<T> {
  return inTransaction(req, async () => {
    const appended = { ...event, event: await insertEvent(req, event) }
    const result = await write(appended.event)
    await notifySubscribers(req, appended)
    return result
  })
}

/**
 * Kinds whose events came with a proof before all did: what sites read changes, what is on record is emptied, and a
 * key of the public log is listed, by those that have one.
 */
export const firstProvedKinds = [
  'workflow',
  'reference',
  'erasure',
  'log',
] as const satisfies readonly EventKind[]

async function insertEvent(req: PayloadRequest, event: NewEvent): Promise<string> {
  const db = await sqlIn(req)
  const { kind, collection, id, transition, from, digest = null, comment, data } = event
  const { to = null, actor } = event
  const own = randomUUID()
  const said = [
    ...[own, kind, collection, id, transition, from ?? null, to, digest, actor?.id ?? null],
    await inItsWords(db, data),
  ]
  await db.insert(workflowEvents).values({
    id: own,
    kind,
    documentCollection: collection,
    document: id,
    transition,
    fromStage: from,
    toStage: to,
    digest,
    actor: actor?.id,
    actorName: actor?.name,
    comment,
    data,
    proof: prove(req.payload.secret, 'event', said),
  })
  return own
}

/** Data as the database writes it: in its order, and with its spaces. */
async function inItsWords(db: Sql, data: NewEvent['data']): Promise<string | null> {
  if (data === null || data === undefined) return null
  const words = sql<string>`${JSON.stringify(data)}::jsonb::text`
  const [row] = await db.select({ words }).from(sql`(SELECT) AS nothing`)
  return row?.words ?? null
}

/** All events of a document, newest first. */
export async function findEvents(req: PayloadRequest, id: string): Promise<WorkflowEvent[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select()
    .from(workflowEvents)
    .where(eq(workflowEvents.document, id))
    .orderBy(desc(workflowEvents.sequence))
  return rows.map(toEvent)
}

/** Who submitted a document last; null where nobody did. */
export async function findSubmitter(req: PayloadRequest, id: string): Promise<string | null> {
  const db = await sqlIn(req)
  const [last] = await db
    .select({ actor: workflowEvents.actor })
    .from(workflowEvents)
    .where(
      and(
        eq(workflowEvents.document, id),
        eq(workflowEvents.kind, 'workflow'),
        eq(workflowEvents.transition, 'submit'),
      ),
    )
    .orderBy(desc(workflowEvents.sequence))
    .limit(1)
  return last?.actor ?? null
}

/** Says whether something was done to a document, ever. */
export async function hasHappened(
  req: PayloadRequest,
  id: string,
  transition: string,
): Promise<boolean> {
  const db = await sqlIn(req)
  const { document, kind } = workflowEvents
  const [event] = await db
    .select({ id: workflowEvents.id })
    .from(workflowEvents)
    .where(and(eq(document, id), eq(kind, 'workflow'), eq(workflowEvents.transition, transition)))
    .limit(1)
  return event !== undefined
}

/**
 * The ids of everybody whose words somebody has signed since a document was published last: the events of
 * signatures name the contributors of their time.
 */
export async function findWritersSigned(req: PayloadRequest, id: string): Promise<string[]> {
  const db = await sqlIn(req)
  const { document, kind, transition, sequence, data } = workflowEvents
  const ofDocument = and(eq(document, id), eq(kind, 'workflow'))
  const published = db
    .select({ sequence: sql`coalesce(max(${sequence}), 0)` })
    .from(workflowEvents)
    .where(and(ofDocument, eq(transition, 'publish')))
  const rows = await db
    .selectDistinct({
      person: sql<string>`jsonb_array_elements_text(${data} -> 'contributors')`,
    })
    .from(workflowEvents)
    .where(
      and(
        ofDocument,
        inArray(transition, ['approve', 'signOff', 'complete']),
        sql`jsonb_typeof(${data} -> 'contributors') = 'array'`,
        gt(sequence, published),
      ),
    )
  return rows.map(({ person }) => person)
}

export function toEvent(row: typeof workflowEvents.$inferSelect): WorkflowEvent {
  const { id, kind, transition, fromStage, toStage, digest, actor, actorName, comment, data } = row
  return {
    id,
    kind,
    at: row.createdAt,
    transition,
    from: isStage(fromStage) ? fromStage : null,
    to: isStage(toStage) ? toStage : null,
    digest,
    actor: actor === null ? null : { id: actor, name: actorName ?? '' },
    comment,
    data: isRecord(data) ? data : null,
  }
}
