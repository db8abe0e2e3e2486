import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sessionOf } from '#access/session.ts'
import { say } from '#database/say.ts'
import { sqlIn } from '#database/sql.ts'
import {
  workflowApprovals as approvals,
  workflowRevocations as revocations,
} from '#database/tables.ts'
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
  /** Who took it back, and why; null where it stands. */
  revoked: { by: Person; at: string; reason: string } | null
}

/**
 * Writes an approval of whoever is signed in. The database asks for their session and for the product's word,
 * and refuses one by somebody who contributed to the text.
 */
export async function insertApproval(
  req: PayloadRequest,
  approval: {
    state: WorkflowState
    by: Person
    comment: string | null
    seen: { from: string | null; risk: string }
    required: number
  },
): Promise<void> {
  const { state, by, comment, seen, required } = approval
  const { collection, id, digest, round } = state
  await say(await sqlIn(req), req.payload, { name: 'workflow_approve', as: 'approval' }, [
    collection,
    id,
    digest,
    String(round),
    by.id,
    sessionOf(req),
    comment,
    seen.from,
    seen.risk,
    String(required),
  ])
}

/** Takes approvals back: they count no more, and stay on record. */
export async function insertRevocations(
  req: PayloadRequest,
  revoked: { document: string; approvals: readonly string[]; by: Person; reason: string },
): Promise<void> {
  const { document, by, reason } = revoked
  const db = await sqlIn(req)
  for (const approval of revoked.approvals) {
    await db
      .insert(revocations)
      .values({ approval, document, revokedBy: by.id, revokedByName: by.name, reason })
  }
}

interface Asked {
  id: string
  digest?: string
  round?: number
}

/** The approvals of a document that stand, of one digest in one round or of all, oldest first. */
export function findApprovals(req: PayloadRequest, of: Asked): Promise<Approval[]> {
  return find(req, of, isNull(revocations.id))
}

/** The same with those that were taken back. */
export function findAllApprovals(req: PayloadRequest, of: Asked): Promise<Approval[]> {
  return find(req, of)
}

async function find(req: PayloadRequest, of: Asked, stands?: SQL): Promise<Approval[]> {
  const { id, digest, round } = of
  const db = await sqlIn(req)
  const rows = await db
    .select({ approval: approvals, revocation: revocations })
    .from(approvals)
    .leftJoin(revocations, eq(revocations.approval, approvals.id))
    .where(
      and(
        stands,
        eq(approvals.document, id),
        digest === undefined ? undefined : eq(approvals.digest, digest),
        round === undefined ? undefined : eq(approvals.round, round),
      ),
    )
    .orderBy(asc(approvals.createdAt))
  return rows.map(({ approval: row, revocation }) => ({
    id: row.id,
    digest: row.digest,
    round: row.round,
    approvedBy: { id: row.approvedBy, name: row.approvedByName },
    approvedAt: row.createdAt,
    approvedAs: row.approvedAs,
    comment: row.comment,
    required: row.required ?? 1,
    seen: row.risk === null ? null : { from: row.seenFrom, risk: row.risk },
    revoked: revocation && {
      by: { id: revocation.revokedBy, name: revocation.revokedByName },
      at: revocation.createdAt,
      reason: revocation.reason,
    },
  }))
}
