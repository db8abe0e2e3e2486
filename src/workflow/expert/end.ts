import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import type { AppendedEvent } from '../audit/events.ts'
import type { Subscriber } from '../audit/subscribers.ts'

/** A text that is archived is shown to nobody outside any more. */
export const endExpertLinks: Subscriber = { name: 'expertLinks', hear: endLinksOfArchived }

async function endLinksOfArchived(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, transition, id, digest } = event
  if (kind !== 'workflow' || transition !== 'archive' || typeof digest !== 'string') return
  await endLinksOfText(req, id, digest)
}

/** Links die with the text that they are bound to, for good; also when it comes back one day. */
export async function endLinksOfText(
  req: PayloadRequest,
  document: string,
  digest: string,
): Promise<void> {
  await query(
    req,
    sql`UPDATE expert_links SET ended_at = clock_timestamp()
        WHERE document = ${document} AND digest = ${digest} AND ended_at IS NULL`,
  )
}
