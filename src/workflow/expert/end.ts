import { sql } from 'drizzle-orm'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { relationId } from '#model/documents.ts'
import type { AppendedEvent } from '../audit/events.ts'
import type { Subscriber } from '../audit/subscribers.ts'

// Links die with the text that they are bound to, for good; also when it comes back one day.

/** A text that is archived is shown to nobody outside any more. */
export const endExpertLinks: Subscriber = { name: 'expertLinks', hear: endLinksOfArchived }

async function endLinksOfArchived(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, transition, id } = event
  if (kind !== 'workflow' || transition !== 'archive') return
  await query(
    req,
    sql`UPDATE expert_links SET ended_at = clock_timestamp()
        WHERE document = ${id} AND ended_at IS NULL`,
  )
}

/**
 * Ends the links to every text but the one that the document has now: also where a draft is saved, of
 * which no event tells. It stands behind the hook that keeps the document's state.
 */
export const endLinksOfOtherTexts: CollectionAfterChangeHook = async ({ doc, req }) => {
  const id = relationId(doc)
  if (id === null) return
  await query(
    req,
    sql`UPDATE expert_links l SET ended_at = clock_timestamp()
        FROM workflow_states s
        WHERE s.id = ${id}::uuid AND l.document = ${id} AND l.digest <> s.digest
          AND l.ended_at IS NULL`,
  )
}
