import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { workflowEvents as events } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'

/** What the record says of an account's address: that it was changed, or that its owner was asked in at it. */
export interface AddressEvent {
  transition: string
  /** When, as the database writes it. */
  at: string
  /** Who; null for a program. */
  actor: string | null
  /** The program that did it. */
  by: string | null
  /** The address before a change. */
  before: string | null
}

/** What the record says of an account's address, the newest first. */
export async function addressEvents(db: Sql, person: string): Promise<AddressEvent[]> {
  const { transition, createdAt, actor, data } = events
  const rows = await db
    .select({ transition, at: createdAt, actor, data })
    .from(events)
    .where(
      and(
        eq(events.document, person),
        eq(events.documentCollection, 'users'),
        inArray(transition, ['invite', 'changeAddress']),
      ),
    )
    .orderBy(desc(events.sequence))
  return rows.map(({ data, ...event }) => {
    const { by, before } = isRecord(data) ? data : {}
    const email = isRecord(before) ? before.email : null
    return {
      ...event,
      by: typeof by === 'string' ? by : null,
      before: typeof email === 'string' ? email : null,
    }
  })
}
