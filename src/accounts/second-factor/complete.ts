import { and, eq } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { usersSessions as sessions } from '#database/tables.ts'
import type { Caller } from '../sign-in/caller.ts'

/** Nothing is owed any more: whoever is signed in by this session is somebody. */
export async function completeSession(
  db: Sql,
  { id, session }: Pick<Caller, 'id' | 'session'>,
): Promise<void> {
  await db
    .update(sessions)
    .set({ isPending: false })
    .where(and(eq(sessions.parentId, id), eq(sessions.id, session)))
}
