import { and, eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { usersSessions as sessions } from '#database/tables.ts'
import { holdBackWeakSessions } from '../weak-sessions.ts'
import type { Caller } from '../sign-in/caller.ts'

/**
 * Nothing is owed any more: whoever is signed in by this session is somebody, for as long as a session lasts.
 * Other sessions of theirs in which no second factor was shown owe one from now on.
 */
export async function completeSession(
  req: PayloadRequest,
  { id, session }: Pick<Caller, 'id' | 'session'>,
): Promise<void> {
  const db = await sqlIn(req)
  const { tokenExpiration } = req.payload.collections.users.config.auth
  await db
    .update(sessions)
    .set({
      isPending: false,
      secondFactorAt: new Date().toISOString(),
      expiresAt: sql`greatest(${sessions.expiresAt}, clock_timestamp() + make_interval(secs => ${tokenExpiration}))`,
    })
    .where(and(eq(sessions.parentId, id), eq(sessions.id, session)))
  await holdBackWeakSessions(db, eq(sessions.parentId, id))
}
