import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Forget } from '#database/delete-rows.ts'
import { sqlIn } from '#database/sql.ts'
import { expertLinks as links, workflowStates } from '#database/tables.ts'
import { relationId } from '#model/documents.ts'
import type { AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'

// Links die with the text that they are bound to, for good; also when it comes back one day.

const ended = { endedAt: sql`clock_timestamp()` }

/** A text that is archived is shown to nobody outside any more. */
export const endExpertLinks: Subscriber = { name: 'expertLinks', handle: endLinksOfArchived }

async function endLinksOfArchived(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, transition, id } = event
  if (kind === 'workflow' && transition === 'archive') await endLinksTo(req, id)
}

/** Ends the links to a text, whatever it is: who brings it back from the trash does not open them again. */
export const endLinksTo: Forget = async (req, id) => {
  const db = await sqlIn(req)
  await db
    .update(links)
    .set(ended)
    .where(and(eq(links.document, id), isNull(links.endedAt)))
}

/**
 * Ends the links to every text but the one that the document has now: also where a draft is saved, of
 * which no event tells. It stands behind the hook that keeps the document's state.
 */
export const endLinksOfOtherTexts: CollectionAfterChangeHook = async ({ doc, req }) => {
  const id = relationId(doc)
  if (id === null) return
  const db = await sqlIn(req)
  await db
    .update(links)
    .set(ended)
    .from(workflowStates)
    .where(
      and(
        eq(workflowStates.id, id),
        eq(links.document, id),
        ne(links.digest, workflowStates.digest),
        isNull(links.endedAt),
      ),
    )
}
