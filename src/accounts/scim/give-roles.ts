import { and, asc, eq, inArray } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  provisionedGroups as groups,
  provisionedMembers as members,
  users,
} from '#database/tables.ts'
import { givePermissions, permissionsOf } from '../give-role.ts'
import { roleFor, type GivenRole, type RoleRule } from '../role-rules.ts'

/** What somebody is who is in no group that gives more. */
const least: GivenRole = { role: 'author', desks: [], allTexts: false }

/**
 * Makes people what the rules say of the groups that they are in now. Where there are no rules, groups give nothing and
 * take nothing.
 *
 * @throws Conflict 409 (`last_admin`, `last_giver`)
 */
export async function giveRoles(
  req: PayloadRequest,
  rules: readonly RoleRule[],
  people: readonly string[],
): Promise<void> {
  if (rules.length === 0) return
  const db = await sqlIn(req)
  await lockAll(db, people)
  for (const person of [...new Set(people)].sort()) {
    const names = await db
      .select({ name: groups.displayName })
      .from(groups)
      .innerJoin(members, eq(members.inGroup, groups.id))
      .where(
        and(
          eq(members.person, person),
          inArray(
            groups.displayName,
            rules.map(({ value }) => value),
          ),
        ),
      )
      .orderBy(asc(groups.displayName))
    const given = roleFor(
      rules,
      names.map(({ name }) => name),
    )
    await givePermissions(req, person, await permissionsOf(req, given ?? least))
  }
}

/**
 * Locks accounts before the first of them is changed. Whoever ends one at the same moment has locked it, and waits
 * for the lock that the first administrator among these takes (guard.ts): the two would wait for each other.
 */
async function lockAll(db: Sql, people: readonly string[]): Promise<void> {
  await db
    .select({ id: users.id })
    .from(users)
    .where(isOneOf(users.id, people))
    .orderBy(asc(users.id))
    .for('no key update')
}
