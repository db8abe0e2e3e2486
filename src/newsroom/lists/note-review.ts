import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts } from '#database/tables.ts'
import { isRisk, type Risk } from '#model/risk.ts'
import type { AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'
import { readAsked } from '#workflow/approval.ts'

/**
 * Notes what a text in review puts at risk, for those who choose what to review first, and the digests of
 * what each kind of sign-off answers for in it: the database finds by them which are given.
 */
export const noteReview: Subscriber = { name: 'review', handle: noteAfter }

/** What makes a text one in review, or changes what it is compared with. */
const changesWhatIsAsked: ReadonlySet<string> = new Set(['submit', 'publish', 'unpublish'])

async function noteAfter(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, transition, to, id, data } = event
  if (kind !== 'workflow' || to !== 'in_review' || !changesWhatIsAsked.has(transition)) return
  const risk = data?.risk
  await noteReviewOf(req, id, isRisk(risk) ? risk : undefined)
}

/** Notes that of one text, where it is in review. @param risk where it has been judged already */
export async function noteReviewOf(req: PayloadRequest, id: string, risk?: Risk): Promise<void> {
  const asked = await readAsked(req, id, risk)
  if (!asked) return
  const db = await sqlIn(req)
  await db
    .update(newsroomTexts)
    .set({ risk: asked.risk, signOffDigests: asked.digests })
    .where(eq(newsroomTexts.document, id))
}
