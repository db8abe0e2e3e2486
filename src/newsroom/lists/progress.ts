import { and, eq, isNull, sql, type SQLWrapper } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { isCoveredByDesks, type DeskScope } from '#access/desks.ts'
import { loadDeskScope } from '#access/load-desks.ts'
import { requirePerson } from '#access/require-person.ts'
import {
  workflowApprovals as approvals,
  workflowRevocations as revocations,
  type newsroomTexts,
} from '#database/tables.ts'
import { collectionIn, isRecord } from '#model/documents.ts'
import { isRisk } from '#model/risk.ts'
import { isSignOffKind, type SignOffKind } from '#model/sign-offs.ts'
import { inLanguage } from '#model/text.ts'
import {
  progressOf,
  sayProgress,
  type ApprovalProgress,
  type Signature,
} from '#workflow/approval.ts'
import { leftToExperts, signOffsToGive } from '#workflow/givers.ts'
import { loadSettings } from '#workflow/settings.ts'

/** How far a text in review is, and what of it is the caller's to do. */
export interface ShownProgress {
  /** As `approval` of the workflow's answer; null of a text that is not in review. */
  approval: (ApprovalProgress & { text: string }) | null
  /** Which kinds of sign-off the caller may give it now. */
  maySignOff: SignOffKind[]
}

type Row = typeof newsroomTexts.$inferSelect

/** The approvals that count for a text as it is, as a list of who signed in which role. */
export function countingSignatures({
  document,
  digest,
  round,
}: Record<'document' | 'digest' | 'round', SQLWrapper>) {
  const signature = sql`jsonb_build_object('by', ${approvals.approvedBy}, 'as', ${approvals.approvedAs})`
  return new QueryBuilder()
    .select({ list: sql<unknown>`jsonb_agg(${signature})`.as('list') })
    .from(approvals)
    .leftJoin(revocations, eq(revocations.approval, approvals.id))
    .where(
      and(
        eq(approvals.document, sql`${document}::text`),
        eq(approvals.digest, digest),
        eq(approvals.round, round),
        isNull(revocations.id),
      ),
    )
}

/**
 * Gives what says of a row how far it is, by the rules as they are now: the same as the text's own
 * workflow says. The rules and the caller's desks are read once for all rows, and not where none is in review.
 */
export async function readProgressOfRows(
  req: PayloadRequest,
  rows: readonly Pick<Row, 'stage'>[],
): Promise<(row: Row, signatures: unknown) => ShownProgress> {
  const nothing: ShownProgress = { approval: null, maySignOff: [] }
  if (!rows.some(({ stage }) => stage === 'in_review')) return () => nothing
  const actor = requirePerson(req)
  const settings = await loadSettings(req)
  const scope: DeskScope = actor.role === 'editor' ? await loadDeskScope(req, actor) : null
  const language = callerLanguage(req)
  return (row, signatures) => {
    const { stage, documentCollection, risk, signedOff, contributors, reviewer } = row
    if (stage !== 'in_review' || !isRisk(risk)) return nothing
    const rule = settings.ruleFor(collectionIn(documentCollection), risk)
    const progress = progressOf(rule, signaturesIn(signatures), signedOff.filter(isSignOffKind))
    const isCovered = isCoveredByDesks(scope, row) || reviewer === actor.id
    const said = sayProgress(progress, leftToExperts(settings, progress.missingSignOffs))
    return {
      approval: { ...progress, text: inLanguage(said, language) },
      maySignOff: signOffsToGive({
        settings,
        missing: progress.missingSignOffs,
        contributors,
        person: actor,
        deciding: { role: actor.role, isCovered },
      }),
    }
  }
}

function signaturesIn(stored: unknown): Signature[] {
  const list = Array.isArray(stored) ? stored.filter(isRecord) : []
  return list.flatMap(({ by, as }) =>
    typeof by === 'string' ? [{ by, as: typeof as === 'string' ? as : null }] : [],
  )
}
