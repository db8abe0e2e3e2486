import { eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { Forget } from '#database/delete-rows.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowStates as states } from '#database/tables.ts'
import { collectionIn, isUuid, type EditorialCollection } from '#model/documents.ts'
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
  /**
   * Ids of the people whose text this is: who changed it since the approval before this one, and, of a
   * text that was taken off the net, everybody who wrote it. They stay until the next text begins.
   */
  contributors: string[]
  live: { digest: string; round: number; publishedAt: string } | null
}

/** Makes the state of a new document, or of one that comes back and had rounds before. */
export async function insertState(
  req: PayloadRequest,
  state: Pick<WorkflowState, 'id' | 'collection' | 'digest' | 'contributors'> & { round?: number },
): Promise<void> {
  const { collection, round = 0, ...begun } = state
  const db = await sqlIn(req)
  await db
    .insert(states)
    .values({ ...begun, documentCollection: collection, stage: 'draft', round })
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
export const deleteState: Forget = async (req, id) => {
  const db = await sqlIn(req)
  await db.delete(states).where(eq(states.id, id))
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
