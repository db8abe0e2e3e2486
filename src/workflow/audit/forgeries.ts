import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { collectionIn, textIn } from '#database/rows.ts'
import { isRecord } from '#model/documents.ts'
import { readLiveCopy } from '../copies.ts'
import { isDigestOf } from '#portrait/digest.ts'
import type { AuditProblem } from './verify.ts'

const batch = 500

/** Texts on record that are not those of their digest. */
export async function findForgedTexts(req: PayloadRequest): Promise<AuditProblem[]> {
  const problems: AuditProblem[] = []
  let after = { document: '', digest: '' }
  for (;;) {
    const rows = await query(
      req,
      sql`SELECT document, digest, content FROM workflow_texts
          WHERE (document, digest) > (${after.document}, ${after.digest})
          ORDER BY document, digest LIMIT ${batch}`,
    )
    for (const { document, digest, content } of rows) {
      if (isRecord(content) && isDigestOf(textIn(digest), content)) continue
      problems.push({
        where: `text ${textIn(document)} ${textIn(digest)}`,
        problem: 'It is not the text of its digest.',
      })
    }
    const last = rows.at(-1)
    if (!last || rows.length < batch) return problems
    after = { document: textIn(last.document), digest: textIn(last.digest) }
  }
}

/** Live copies that are not the text whose digest they carry. */
export async function findForgedLiveCopies(req: PayloadRequest): Promise<AuditProblem[]> {
  const problems: AuditProblem[] = []
  const rows = await query(
    req,
    sql`SELECT id::text, document_collection, live_digest FROM workflow_states
        WHERE live_digest IS NOT NULL ORDER BY id`,
  )
  for (const row of rows) {
    const id = textIn(row.id)
    const collection = collectionIn(row.document_collection)
    const live = await readLiveCopy({ collection, id, req })
    if (live && isDigestOf(textIn(row.live_digest), live)) continue
    problems.push({
      where: `${collection}/${id}`,
      problem: 'What is live is not the text that was published.',
    })
  }
  return problems
}
