import { and, eq, inArray } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { providerSessions, users, usersSessions } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { appendEvent } from '#record/events.ts'
import { lockAccount } from '../lock.ts'

/** Which sessions a provider ends: one of its own, or all of a person. */
export type Ended =
  | { issuer: string; providerSession: string; subject?: string }
  | { issuer: string; subject: string }

/** Ends the sessions that came by a provider's word, at the provider's word; each person's on record. */
export async function endSessions(req: PayloadRequest, ended: Ended): Promise<void> {
  await inTransaction(req, async () => {
    const db = await sqlIn(req)
    const found = await db
      .select({ session: providerSessions.session, person: providerSessions.person })
      .from(providerSessions)
      .where(
        and(
          eq(providerSessions.issuer, ended.issuer),
          ended.subject === undefined ? undefined : eq(providerSessions.subject, ended.subject),
          'providerSession' in ended
            ? eq(providerSessions.providerSession, ended.providerSession)
            : undefined,
        ),
      )
    for (const person of [...new Set(found.map((row) => row.person))].sort()) {
      await lockAccount(db, person)
      const sessions = found.filter((row) => row.person === person).map(({ session }) => session)
      const gone = await db
        .delete(usersSessions)
        .where(and(eq(usersSessions.parentId, person), inArray(usersSessions.id, sessions)))
        .returning({ id: usersSessions.id })
      await db.delete(providerSessions).where(inArray(providerSessions.session, sessions))
      if (gone.length > 0) await recordEnd(req, person)
    }
  })
}

async function recordEnd(req: PayloadRequest, person: string): Promise<void> {
  const db = await sqlIn(req)
  const [owner] = await db.select({ name: users.name }).from(users).where(eq(users.id, person))
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id: person,
    transition: 'logout',
    actor: { id: person, name: owner?.name ?? '' },
    data: { by: 'OIDC' },
  })
}
