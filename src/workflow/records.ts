import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isUuid, type EditorialCollection } from '#model/documents.ts'
import { query } from './sql.ts'
import { isStage, type Stage } from './transitions.ts'

/** Where a document stands. One row a document, under the document's own id. */
export interface WorkflowState {
  id: string
  collection: EditorialCollection
  stage: Stage
  /** Digest of the working copy. */
  digest: string
  /** Counts the submits: an approval counts for the round in which it was given. */
  round: number
  /** Ids of the people who changed the text since the last approval. */
  contributors: string[]
  live: { digest: string; round: number; publishedAt: string } | null
}

/** Somebody's signature under one digest. */
export interface Approval {
  id: string
  digest: string
  round: number
  approvedBy: { id: string; name: string }
  approvedAt: string
  comment: string | null
}

/** What happened to a document, append-only. */
export interface WorkflowEvent {
  id: string
  at: string
  transition: string
  from: Stage | null
  to: Stage
  digest: string
  actor: { id: string; name: string } | null
  comment: string | null
}

export interface Person {
  id: string
  name: string
}

/** Makes the state of a new document. */
export async function insertState(
  req: PayloadRequest,
  state: Pick<WorkflowState, 'id' | 'collection' | 'digest' | 'contributors'>,
): Promise<void> {
  await query(
    req,
    sql`INSERT INTO workflow_states (id, document_collection, stage, digest, round, contributors)
        VALUES (${state.id}, ${state.collection}, 'draft', ${state.digest}, 0,
                ${JSON.stringify(state.contributors)}::jsonb)
        ON CONFLICT (id) DO NOTHING`,
  )
}

/** Locks and reads a document's state; whoever comes second waits until the first has committed. */
export async function lockState(
  req: PayloadRequest,
  id: string,
): Promise<WorkflowState | undefined> {
  if (!isUuid(id)) return undefined
  const rows = await query(req, sql`SELECT * FROM workflow_states WHERE id = ${id} FOR UPDATE`)
  return rows[0] ? toState(rows[0]) : undefined
}

export async function readState(
  req: PayloadRequest,
  id: string,
): Promise<WorkflowState | undefined> {
  if (!isUuid(id)) return undefined
  const rows = await query(req, sql`SELECT * FROM workflow_states WHERE id = ${id}`)
  return rows[0] ? toState(rows[0]) : undefined
}

export async function saveState(req: PayloadRequest, state: WorkflowState): Promise<void> {
  await query(
    req,
    sql`UPDATE workflow_states SET
          stage = ${state.stage}, digest = ${state.digest}, round = ${state.round},
          contributors = ${JSON.stringify(state.contributors)}::jsonb,
          live_digest = ${state.live?.digest ?? null}, live_round = ${state.live?.round ?? null},
          live_published_at = ${state.live?.publishedAt ?? null}, updated_at = now()
        WHERE id = ${state.id}`,
  )
}

export async function deleteState(req: PayloadRequest, id: string): Promise<void> {
  await query(req, sql`DELETE FROM workflow_states WHERE id = ${id}`)
}

/** Writes an approval. The database refuses one by somebody who contributed to the text. */
export async function insertApproval(
  req: PayloadRequest,
  approval: { state: WorkflowState; by: Person; comment: string | null },
): Promise<void> {
  const { state, by, comment } = approval
  await query(
    req,
    sql`INSERT INTO workflow_approvals
          (document_collection, document, digest, round, approved_by, approved_by_name, comment)
        VALUES (${state.collection}, ${state.id}, ${state.digest}, ${state.round}, ${by.id},
                ${by.name}, ${comment})`,
  )
}

/** The approvals of one digest in one round, oldest first. */
export async function findApprovals(
  req: PayloadRequest,
  of: { id: string; digest?: string; round?: number },
): Promise<Approval[]> {
  const digest = of.digest === undefined ? sql`` : sql`AND digest = ${of.digest}`
  const round = of.round === undefined ? sql`` : sql`AND round = ${of.round}`
  const rows = await query(
    req,
    sql`SELECT * FROM workflow_approvals WHERE document = ${of.id} ${digest} ${round}
        ORDER BY created_at`,
  )
  return rows.map((row) => ({
    id: text(row.id),
    digest: text(row.digest),
    round: Number(row.round),
    approvedBy: { id: text(row.approved_by), name: text(row.approved_by_name) },
    approvedAt: moment(row.created_at),
    comment: nullableText(row.comment),
  }))
}

/** Appends an event. It must stand before the write that it explains: the trigger looks for it. */
export async function appendEvent(
  req: PayloadRequest,
  event: {
    collection: EditorialCollection
    id: string
    transition: string
    from: Stage | null
    to: Stage
    digest: string
    actor: Person | null
    comment: string | null
  },
): Promise<void> {
  await query(
    req,
    sql`INSERT INTO workflow_events
          (document_collection, document, transition, from_stage, to_stage, digest, actor,
           actor_name, comment)
        VALUES (${event.collection}, ${event.id}, ${event.transition}, ${event.from}, ${event.to},
                ${event.digest}, ${event.actor?.id ?? null}, ${event.actor?.name ?? null},
                ${event.comment})`,
  )
}

/** All events of a document, newest first. */
export async function findEvents(req: PayloadRequest, id: string): Promise<WorkflowEvent[]> {
  const rows = await query(
    req,
    sql`SELECT * FROM workflow_events WHERE document = ${id} ORDER BY sequence DESC`,
  )
  return rows.map((row) => ({
    id: text(row.id),
    at: moment(row.created_at),
    transition: text(row.transition),
    from: isStage(row.from_stage) ? row.from_stage : null,
    to: isStage(row.to_stage) ? row.to_stage : 'draft',
    digest: text(row.digest),
    actor:
      typeof row.actor === 'string'
        ? { id: row.actor, name: nullableText(row.actor_name) ?? '' }
        : null,
    comment: nullableText(row.comment),
  }))
}

function toState(row: Record<string, unknown>): WorkflowState {
  if (!isStage(row.stage)) throw new Error(`Unknown stage in workflow_states: ${text(row.stage)}`)
  return {
    id: text(row.id),
    collection:
      row.document_collection === 'career-profiles' ? 'career-profiles' : 'regional-sections',
    stage: row.stage,
    digest: text(row.digest),
    round: Number(row.round),
    contributors: Array.isArray(row.contributors)
      ? row.contributors.filter((id: unknown) => typeof id === 'string')
      : [],
    live:
      typeof row.live_digest === 'string'
        ? {
            digest: row.live_digest,
            round: Number(row.live_round),
            publishedAt: moment(row.live_published_at),
          }
        : null,
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : String(value)
}

function nullableText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function moment(value: unknown): string {
  return new Date(value instanceof Date ? value : text(value)).toISOString()
}
