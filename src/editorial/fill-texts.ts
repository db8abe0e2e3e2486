import { and, eq, isNotNull, notExists, sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowStates, workflowTexts } from '#database/tables.ts'
import { collectionIn } from '#model/documents.ts'
import { readLiveCopy, readWorkingCopy } from './copies.ts'
import { isDigestOf } from '#portrait/digest.ts'
import { saveText } from './texts-by-digest.ts'

/**
 * Keeps the texts of documents that are older than the keeping of texts: the working copy and the
 * live copy of each. Once done there is nothing left to do. Gives how many it kept.
 */
export async function fillTexts(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  const db = await sqlIn(req)
  const { id: document, digest: working, liveDigest, documentCollection } = workflowStates
  const digest = sql<string>`had.digest`
  const kept = db
    .select({ digest: workflowTexts.digest })
    .from(workflowTexts)
    .where(
      and(eq(workflowTexts.document, sql`${document}::text`), eq(workflowTexts.digest, digest)),
    )
  const missing = await db
    .select({
      id: document,
      documentCollection,
      digest,
      isWorking: sql<boolean>`${digest} = ${working}`,
    })
    .from(workflowStates)
    .crossJoin(sql`LATERAL (VALUES (${working}), (${liveDigest})) had(digest)`)
    .where(and(isNotNull(digest), notExists(kept)))
  let filled = 0
  for (const { id, documentCollection, digest, isWorking } of missing) {
    const collection = collectionIn(documentCollection)
    const read = isWorking ? readWorkingCopy : readLiveCopy
    const document = await read({ collection, id, req })
    if (!document || !isDigestOf(digest, document)) continue
    await saveText(req, { collection, id, digest, document, writtenBy: null })
    filled += 1
  }
  return filled
}
