import { and, asc, eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowApprovals as approvals } from '#database/tables.ts'
import type { Person } from '#model/person.ts'
import type { WorkflowState } from './state.ts'

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
