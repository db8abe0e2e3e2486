import { and, eq, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowEvents as events, workflowStates as states } from '#database/tables.ts'

/** The ids of the documents that somebody else has deleted. Few texts are: what is old is archived. */
export async function findDocumentsDeletedByOthers(
  req: PayloadRequest,
  person: string,
): Promise<string[]> {
  const db = await sqlIn(req)
  const rows = await db
    .selectDistinct({ document: events.document })
    .from(events)
    .where(
      and(
        eq(events.kind, 'workflow'),
        eq(events.transition, 'delete'),
        or(isNull(events.actor), ne(events.actor, person)),
        // One that was brought back is there again.
        notExists(
          db
            .select({ id: states.id })
            .from(states)
            .where(eq(sql`${states.id}::text`, events.document)),
        ),
      ),
    )
  return rows.map(({ document }) => document)
}
