import { and, asc, eq, isNotNull, notExists, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import {
  expertLinks,
  workflowApprovals,
  workflowPlans,
  workflowStates,
  workflowTexts,
} from '#database/tables.ts'
import { collectionIn, isRecord } from '#model/documents.ts'
import { readLiveCopy } from '#editorial/copies.ts'
import { isDigestOf } from '#portrait/digest.ts'
import type { Redactions } from '#record/redactions.ts'
import type { AuditProblem } from './verify.ts'

const batch = 500

/** Texts on record that are not those of their digest, and that nobody had emptied. */
export async function findForgedTexts(
  req: PayloadRequest,
  redactions: Redactions,
): Promise<AuditProblem[]> {
  const db = await sqlIn(req)
  const problems: AuditProblem[] = []
  const { document, digest, content } = workflowTexts
  let after = { document: '', digest: '' }
  for (;;) {
    const rows = await db
      .select({ document, digest, content })
      .from(workflowTexts)
      .where(sql`(${document}, ${digest}) > (${after.document}, ${after.digest})`)
      .orderBy(asc(document), asc(digest))
      .limit(batch)
    for (const text of rows) {
      if (isRecord(text.content) && isDigestOf(text.digest, text.content)) continue
      const isEmpty = isRecord(text.content) && Object.keys(text.content).length === 0
      const row = `${text.document}/${text.digest}`
      if (isEmpty && redactions.of('workflow_texts', row).length > 0) continue
      problems.push({
        where: `text ${text.document} ${text.digest}`,
        problem: 'It is not the text of its digest.',
      })
    }
    const last = rows.at(-1)
    if (!last || rows.length < batch) return problems
    after = last
  }
}

/**
 * Texts that something rests on and that are not kept any more: the working copy, what is live, an approval,
 * a plan, a link for an expert. Of documents that are gone, nothing is kept.
 */
export async function findMissingTexts(req: PayloadRequest): Promise<AuditProblem[]> {
  const db = await sqlIn(req)
  const s = workflowStates
  const ofState = (digest: typeof s.digest | typeof s.liveDigest) =>
    db
      .select({
        document: sql<string>`${s.id}::text`.as('of_document'),
        digest: sql<string>`${digest}`.as('of_digest'),
      })
      .from(s)
  const resting = (table: typeof workflowApprovals | typeof workflowPlans | typeof expertLinks) =>
    db
      .select({
        document: sql<string>`${table.document}::text`.as('of_document'),
        digest: sql<string>`${table.digest}`.as('of_digest'),
      })
      .from(table)
      .innerJoin(s, eq(sql`${s.id}::text`, sql`${table.document}::text`))
  const needed = union(
    ofState(s.digest),
    ofState(s.liveDigest),
    resting(workflowApprovals),
    resting(workflowPlans),
    resting(expertLinks),
  ).as('needed')
  const isKept = and(
    eq(workflowTexts.document, needed.document),
    eq(workflowTexts.digest, needed.digest),
  )
  const kept = db.select({ digest: workflowTexts.digest }).from(workflowTexts).where(isKept)
  const rows = await db
    .select({ document: needed.document, digest: needed.digest })
    .from(needed)
    .where(and(isNotNull(needed.digest), notExists(kept)))
    .orderBy(asc(needed.document), asc(needed.digest))
  return rows.map(({ document, digest }) => ({
    where: `text ${document} ${digest}`,
    problem: 'The text that something rests on is not kept.',
  }))
}

/** Live copies that are not the text whose digest they carry. */
export async function findForgedLiveCopies(req: PayloadRequest): Promise<AuditProblem[]> {
  const db = await sqlIn(req)
  const problems: AuditProblem[] = []
  const { id, documentCollection, liveDigest } = workflowStates
  const rows = await db
    .select({ id, documentCollection, liveDigest })
    .from(workflowStates)
    .where(isNotNull(liveDigest))
    .orderBy(asc(id))
  for (const row of rows) {
    const collection = collectionIn(row.documentCollection)
    const live = await readLiveCopy({ collection, id: row.id, req })
    if (live && isDigestOf(row.liveDigest ?? '', live)) continue
    problems.push({
      where: `${collection}/${row.id}`,
      problem: 'What is live is not the text that was published.',
    })
  }
  return problems
}
