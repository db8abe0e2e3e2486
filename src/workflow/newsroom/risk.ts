import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { isRisk } from '#model/risk.ts'
import type { AppendedEvent } from '../audit/events.ts'
import type { Subscriber } from '../audit/subscribers.ts'

/** Notes what a submitted text puts at risk, for those who choose what to review first. */
export const noteRisk: Subscriber = { name: 'risk', hear: noteRiskOfSubmitted }

async function noteRiskOfSubmitted(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, transition, id, data } = event
  const risk = data?.risk
  if (kind !== 'workflow' || transition !== 'submit' || !isRisk(risk)) return
  await query(req, sql`UPDATE newsroom_texts SET risk = ${risk} WHERE document = ${id}::uuid`)
}
