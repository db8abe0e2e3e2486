import { and, asc, eq, sql } from 'drizzle-orm'
import type { CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { collectionIn } from '#database/rows.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowApprovals as approvals, workflowStates as states } from '#database/tables.ts'
import { isUuid, relationId, type EditorialCollection } from '#model/documents.ts'
import type { Person } from './audit/events.ts'
import type { Stage } from '#model/stages.ts'

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
  const { collection, ...begun } = state
  const db = await sqlIn(req)
  await db
    .insert(states)
    .values({ ...begun, documentCollection: collection, stage: 'draft', round: 0 })
    .onConflictDoNothing({ target: states.id })
}

/** Locks and reads a document's state; whoever comes second waits until the first has committed. */
export async function lockState(
  req: PayloadRequest,
  id: string,
): Promise<WorkflowState | undefined> {
  if (!isUuid(id)) return undefined
  const db = await sqlIn(req)
  const [row] = await db.select().from(states).where(eq(states.id, id)).for('update')
  return row && toState(row)
}

export async function readState(
  req: PayloadRequest,
  id: string,
): Promise<WorkflowState | undefined> {
  if (!isUuid(id)) return undefined
  const db = await sqlIn(req)
  const [row] = await db.select().from(states).where(eq(states.id, id))
  return row && toState(row)
}

/** Saves where a document stands from now on. */
export async function saveState(req: PayloadRequest, state: WorkflowState): Promise<void> {
  const { id, stage, digest, round, contributors, live } = state
  const db = await sqlIn(req)
  await db
    .update(states)
    .set({
      stage,
      digest,
      round,
      contributors,
      liveDigest: live?.digest ?? null,
      liveRound: live?.round ?? null,
      livePublishedAt: live?.publishedAt ?? null,
      updatedAt: sql`now()`,
    })
    .where(eq(states.id, id))
}

/** Forgets where a document stood that was deleted. */
export const forgetState: CollectionAfterDeleteHook = async ({ doc, req }) => {
  const id = relationId(doc)
  if (id === null) throw new Error('Payload passed a document without id.')
  const db = await sqlIn(req)
  await db.delete(states).where(eq(states.id, id))
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
  const db = await sqlIn(req)
  await db.insert(approvals).values({
    documentCollection: state.collection,
    document: state.id,
    digest: state.digest,
    round: state.round,
    approvedBy: by.id,
    approvedByName: by.name,
    approvedAs: by.role,
    comment,
    seenFrom: seen.from,
    risk: seen.risk,
    required,
  })
}

/** The approvals of one digest in one round, oldest first. */
export async function findApprovals(
  req: PayloadRequest,
  of: { id: string; digest?: string; round?: number },
): Promise<Approval[]> {
  const { id, digest, round } = of
  const db = await sqlIn(req)
  const rows = await db
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.document, id),
        digest === undefined ? undefined : eq(approvals.digest, digest),
        round === undefined ? undefined : eq(approvals.round, round),
      ),
    )
    .orderBy(asc(approvals.createdAt))
  return rows.map((row) => ({
    id: row.id,
    digest: row.digest,
    round: row.round,
    approvedBy: { id: row.approvedBy, name: row.approvedByName },
    approvedAt: row.createdAt,
    approvedAs: row.approvedAs,
    comment: row.comment,
    required: row.required ?? 1,
    seen: row.risk === null ? null : { from: row.seenFrom, risk: row.risk },
  }))
}

function toState(row: typeof states.$inferSelect): WorkflowState {
  const { id, documentCollection, stage, digest, round, contributors } = row
  const { liveDigest, liveRound, livePublishedAt } = row
  return {
    id,
    collection: collectionIn(documentCollection),
    stage,
    digest,
    round,
    contributors,
    live:
      liveDigest === null
        ? null
        : { digest: liveDigest, round: liveRound ?? 0, publishedAt: livePublishedAt ?? '' },
  }
}
