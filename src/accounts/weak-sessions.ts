import { and, eq, inArray, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { CollectionAfterChangeHook, Payload } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { users, usersSessions as sessions } from '#database/tables.ts'
import type { User } from '#payload-types'
import { demandedRoles, isDemandedOf } from './factors.ts'
import { strongMethods } from './sign-in-method.ts'

/**
 * Sessions that began with a password alone owe a second factor from now on, like those that begin now.
 *
 * @param which sessions are meant
 */
export async function holdBackWeakSessions(db: Sql, which: SQL): Promise<void> {
  const { method, secondFactorAt } = sessions
  await db
    .update(sessions)
    .set({ isPending: true })
    .where(
      and(
        which,
        isNull(secondFactorAt),
        or(isNull(method), notInArray(method, [...strongMethods])),
      ),
    )
}

/** Whoever comes to a role that asks for a second factor owes it at once, not at the next sign-in. */
export const holdBackWithRole: CollectionAfterChangeHook<User> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || doc.role === previousDoc.role) return
  if (!isDemandedOf(req.payload, doc.role)) return
  await holdBackWeakSessions(await sqlIn(req), eq(sessions.parentId, doc.id))
}

/** The same at a start, for everybody: the installation may ask for more than before. */
export async function holdBackAtStart(payload: Payload): Promise<void> {
  const roles = demandedRoles(payload)
  if (roles.length === 0) return
  const db = await sqlIn({ payload })
  const people = db
    .select({ id: users.id })
    .from(users)
    .where(inArray(sql`${users.role}::text`, [...roles]))
  await holdBackWeakSessions(db, inArray(sessions.parentId, people))
}
