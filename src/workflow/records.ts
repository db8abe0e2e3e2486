import { sql } from 'drizzle-orm'
import type { CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { collectionIn, momentIn, textIn, textOrNull, textsIn } from '#database/rows.ts'
import { isUuid, relationId, type EditorialCollection } from '#model/documents.ts'
import { releaseClaim } from './assignment/records.ts'
import type { Person } from './audit/events.ts'
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
  /** The role in which it was given. */
  approvedAs: string | null
  comment: string | null
  /** How many approvals this text needed when it was given. */
  required: number
  /** The difference that was seen: from which digest (null: from nothing), and what it put at risk. */
  seen: { from: string | null; risk: string } | null
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

/** Saves the state that follows on another. A claim to review ends with the review. */
export async function saveState(
  req: PayloadRequest,
  state: WorkflowState,
  before: WorkflowState,
): Promise<void> {
  if (before.stage === 'in_review' && state.stage !== 'in_review') await releaseClaim(req, state.id)
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

/** Forgets where a document stood that was deleted. */
export const forgetState: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await query(req, sql`DELETE FROM workflow_states WHERE id = ${relationId(doc)}::uuid`)
}

/** Writes an approval. The database refuses one by somebody who contributed to the text. */
export async function insertApproval(
  req: PayloadRequest,
  approval: {
    state: WorkflowState
    by: Person & { role: string }
    comment: string | null
    seen: { from: string | null; risk: string }
    required: number
  },
): Promise<void> {
  const { state, by, comment, seen, required } = approval
  await query(
    req,
    sql`INSERT INTO workflow_approvals
          (document_collection, document, digest, round, approved_by, approved_by_name, approved_as,
           comment, seen_from, risk, required)
        VALUES (${state.collection}, ${state.id}, ${state.digest}, ${state.round}, ${by.id},
                ${by.name}, ${by.role}, ${comment}, ${seen.from}, ${seen.risk}, ${required})`,
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
    id: textIn(row.id),
    digest: textIn(row.digest),
    round: Number(row.round),
    approvedBy: { id: textIn(row.approved_by), name: textIn(row.approved_by_name) },
    approvedAt: momentIn(row.created_at),
    approvedAs: textOrNull(row.approved_as),
    comment: textOrNull(row.comment),
    required: Number(row.required ?? 1),
    seen: typeof row.risk === 'string' ? { from: textOrNull(row.seen_from), risk: row.risk } : null,
  }))
}

function toState(row: Record<string, unknown>): WorkflowState {
  if (!isStage(row.stage)) throw new Error(`Unknown stage in workflow_states: ${textIn(row.stage)}`)
  return {
    id: textIn(row.id),
    collection: collectionIn(row.document_collection),
    stage: row.stage,
    digest: textIn(row.digest),
    round: Number(row.round),
    contributors: textsIn(row.contributors),
    live:
      typeof row.live_digest === 'string'
        ? {
            digest: row.live_digest,
            round: Number(row.live_round),
            publishedAt: momentIn(row.live_published_at),
          }
        : null,
  }
}
