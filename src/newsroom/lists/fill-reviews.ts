import { and, asc, eq, isNull } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts as t } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { lockState } from '#editorial/state.ts'
import { noteReviewOf } from './note-review.ts'

/**
 * Notes what is asked of texts that were submitted before it was noted, each in a transaction of its own.
 * Once done there is nothing left to do. Gives how many there were.
 */
export async function fillReviews(payload: Payload): Promise<number> {
  const db = await sqlIn(await createLocalReq({}, payload))
  const missing = await db
    .select({ id: t.document })
    .from(t)
    .where(and(eq(t.stage, 'in_review'), isNull(t.signOffDigests)))
    .orderBy(asc(t.document))
  for (const { id } of missing) {
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      // Whoever takes a step with it meanwhile comes before, or after.
      await lockState(req, id)
      await noteReviewOf(req, id)
    })
  }
  return missing.length
}
