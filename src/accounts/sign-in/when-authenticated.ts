import { eq } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { providerSessions } from '#database/tables.ts'

/** When the provider by whose word a session was opened had last asked who its owner is; null where it has not said. */
export async function whenAuthenticated(db: Sql, session: string): Promise<string | null> {
  const [kept] = await db
    .select({ at: providerSessions.authenticatedAt })
    .from(providerSessions)
    .where(eq(providerSessions.session, session))
  return kept?.at ?? null
}
