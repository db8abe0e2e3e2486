import { and, inArray, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isActiveAccount } from '#access/active.ts'
import { hasSignedIn } from '#access/signed-in.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import type { Role } from '#model/roles.ts'

/** Somebody who can be told something. */
export interface Reachable {
  id: string
  role: Role
}

/**
 * Who can be told anything at all, among some people, and where asked for among all who review: an
 * account that is there and active, and that somebody has signed in to.
 */
export async function findReachable(
  req: PayloadRequest,
  options: { among: readonly string[]; orReviewing: boolean },
): Promise<Reachable[]> {
  const { among, orReviewing } = options
  const db = await sqlIn(req)
  const id = sql<string>`${users.id}::text`
  const reviewing = orReviewing ? inArray(users.role, ['editor', 'admin']) : undefined
  return db
    .select({ id, role: users.role })
    .from(users)
    .where(and(or(isOneOf(id, among), reviewing), isActiveAccount(users), hasSignedIn(users)))
    .orderBy(users.id)
}
