import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts } from '#database/tables.ts'
import { isRisk } from '#model/risk.ts'
import type { AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'

/** Notes what a submitted text puts at risk, for those who choose what to review first. */
export const noteRisk: Subscriber = { name: 'risk', handle: noteRiskOfSubmitted }

async function noteRiskOfSubmitted(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, transition, id, data } = event
  const risk = data?.risk
  if (kind !== 'workflow' || transition !== 'submit' || !isRisk(risk)) return
  const db = await sqlIn(req)
  await db.update(newsroomTexts).set({ risk }).where(eq(newsroomTexts.document, id))
}
