import { asc, isNotNull, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowStates, workflowTexts } from '#database/tables.ts'
import { collectionIn, isRecord } from '#model/documents.ts'
import { readLiveCopy } from '#editorial/copies.ts'
import { isDigestOf } from '#portrait/digest.ts'
import type { AuditProblem } from './verify.ts'

const batch = 500

/** Texts on record that are not those of their digest. */
export async function findForgedTexts(req: PayloadRequest): Promise<AuditProblem[]> {
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
