import { and, asc, eq, isNotNull, notExists, or, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  expertLinks,
  workflowApprovals,
  workflowEvents as e,
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
  const { document, digest, content, redaction } = workflowTexts
  let after = { document: '', digest: '' }
  for (;;) {
    const rows = await db
      .select({ document, digest, content, redaction })
      .from(workflowTexts)
      .where(sql`(${document}, ${digest}) > (${after.document}, ${after.digest})`)
      .orderBy(asc(document), asc(digest))
      .limit(batch)
    for (const text of rows) {
      const where = `text ${text.document} ${text.digest}`
      if (text.redaction !== null) {
        const isEmptied = await isEmptiedText(db, text, redactions)
        if (!isEmptied) problems.push({ where, problem: 'It is said to be emptied, and was not.' })
        continue
      }
      if (isRecord(text.content) && isDigestOf(text.digest, text.content)) continue
      problems.push({ where, problem: 'It is not the text of its digest.' })
    }
    const last = rows.at(-1)
    if (!last || rows.length < batch) return problems
    after = last
  }
}

/**
 * Whether two people had a text emptied, and nothing was done with it since: one that was written anew has its
 * words again.
 */
async function isEmptiedText(
  db: Sql,
  text: { document: string; digest: string; content: unknown; redaction: string | null },
  redactions: Redactions,
): Promise<boolean> {
  const { document, digest, content, redaction } = text
  const isEmpty = isRecord(content) && Object.keys(content).length === 0
  const own = redactions
    .of('workflow_texts', `${document}/${digest}`)
    .find((row) => row.redaction === redaction)
  if (!isEmpty || !own) return false
  const [state] = await db
    .select({ id: workflowStates.id })
    .from(workflowStates)
    .where(
      and(
        eq(sql`${workflowStates.id}::text`, document),
        or(eq(workflowStates.digest, digest), eq(workflowStates.liveDigest, digest)),
      ),
    )
  const redact = db.select({ sequence: e.sequence }).from(e).where(eq(e.id, own.redaction))
  const [later] = await db
    .select({ id: e.id })
    .from(e)
    .where(
      and(
        eq(e.document, document),
        eq(e.kind, 'workflow'),
        eq(e.digest, digest),
        sql`${e.sequence} > ${redact}`,
      ),
    )
    .limit(1)
  return state === undefined && later === undefined
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
