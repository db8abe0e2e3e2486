import { and, eq, isNull, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { expertLinks as links } from '#database/tables.ts'
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
  const db = await sqlIn(req)
  await db
    .update(links)
    .set({ endedAt: sql`clock_timestamp()` })
    .where(and(eq(links.document, document), eq(links.digest, digest), isNull(links.endedAt)))
}
