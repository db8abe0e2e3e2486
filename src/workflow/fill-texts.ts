import { sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { query } from '#database/query.ts'
import { collectionIn, textIn } from '#database/rows.ts'
import { readLiveCopy, readWorkingCopy } from './copies.ts'
import { isDigestOf } from '#portrait/digest.ts'
import { saveText } from './texts.ts'

/**
 * Keeps the texts of documents that are older than the keeping of texts: the working copy and the
 * live copy of each. Once done there is nothing left to do. Gives how many it kept.
 */
export async function fillTexts(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  const missing = await query(
    req,
    sql`SELECT s.id::text, s.document_collection, d.digest, d.digest = s.digest AS is_working
        FROM workflow_states s
        CROSS JOIN LATERAL (VALUES (s.digest), (s.live_digest)) d(digest)
        WHERE d.digest IS NOT NULL AND NOT EXISTS (
          SELECT FROM workflow_texts t WHERE t.document = s.id::text AND t.digest = d.digest)`,
  )
  let kept = 0
  for (const row of missing) {
    const collection = collectionIn(row.document_collection)
    const id = textIn(row.id)
    const read = row.is_working === true ? readWorkingCopy : readLiveCopy
    const document = await read({ collection, id, req })
    const digest = textIn(row.digest)
    if (!document || !isDigestOf(digest, document)) continue
    await saveText(req, { collection, id, digest, document, writtenBy: null })
    kept += 1
  }
  return kept
}
