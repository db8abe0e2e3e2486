import { and, eq, inArray, ne } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { holdLock } from '#database/advisory-lock.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { provisionedGroups as groups, provisionedMembers as members } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import type { RoleRule } from '../role-rules.ts'
import { notThere, ScimError } from './errors.ts'
import { findGroup, type ScimGroup } from './find-groups.ts'
import { findUnknown } from './find-users.ts'
import { giveRoles } from './give-roles.ts'
import type { GroupChange } from './group-input.ts'

/** Makes a group; whoever is in it gets what the rules give. @throws ScimError 400, 409; Conflict 409 */
export async function createGroup(
  req: PayloadRequest,
  rules: readonly RoleRule[],
  wanted: GroupChange & { displayName: string },
): Promise<ScimGroup> {
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await holdLock(db, 'accounts.identities')
    const { displayName, externalId = null } = wanted
    await requireFree(db, null, displayName)
    const [made] = await db
      .insert(groups)
      .values({ displayName, externalId })
      .returning({ id: groups.id })
    return apply(req, rules, made?.id ?? '', wanted)
  })
}

/** Changes a group and its members. @throws ScimError 400, 404, 409; Conflict 409 */
export async function changeGroup(
  req: PayloadRequest,
  rules: readonly RoleRule[],
  id: string,
  change: GroupChange,
): Promise<ScimGroup> {
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await holdLock(db, 'accounts.identities')
    const before = await findGroup(db, id)
    if (!before) throw notThere('Group', id)
    const { displayName = before.displayName, externalId = before.externalId } = change
    await requireFree(db, before.id, displayName)
    await db
      .update(groups)
      .set({ displayName, externalId, updatedAt: new Date().toISOString() })
      .where(eq(groups.id, before.id))
    return apply(req, rules, before.id, change)
  })
}

/** Takes a group away, and with it what it gave. @throws ScimError 404; Conflict 409 */
export async function deleteGroup(
  req: PayloadRequest,
  rules: readonly RoleRule[],
  id: string,
): Promise<void> {
  await inTransaction(req, async () => {
    const db = await sqlIn(req)
    await holdLock(db, 'accounts.identities')
    const before = await findGroup(db, id)
    if (!before) throw notThere('Group', id)
    await db.delete(groups).where(eq(groups.id, before.id))
    await giveRoles(req, rules, idsOf(before))
  })
}

async function apply(
  req: PayloadRequest,
  rules: readonly RoleRule[],
  id: string,
  change: GroupChange,
): Promise<ScimGroup> {
  const db = await sqlIn(req)
  const before = await findGroup(db, id)
  for (const { step, ids } of change.members) await takeStep(db, id, { step, ids })
  const after = await findGroup(db, id)
  if (!before || !after) throw notThere('Group', id)
  await giveRoles(req, rules, [...idsOf(before), ...idsOf(after)])
  return after
}

async function takeStep(
  db: Sql,
  id: string,
  { step, ids }: GroupChange['members'][number],
): Promise<void> {
  const inGroup = eq(members.inGroup, id)
  if (step === 'replace') await db.delete(members).where(inGroup)
  if (step === 'remove') {
    if (ids.length > 0) await db.delete(members).where(and(inGroup, inArray(members.person, ids)))
    return
  }
  const people = [...new Set(ids)]
  const [unknown] = await findUnknown(db, people)
  if (unknown !== undefined) {
    throw new ScimError(400, `There is no User "${unknown}".`, 'invalidValue')
  }
  if (people.length === 0) return
  await db
    .insert(members)
    .values(people.map((person) => ({ inGroup: id, person })))
    .onConflictDoNothing()
}

function idsOf(group: ScimGroup): string[] {
  return group.members.map((member) => member.id)
}

async function requireFree(db: Sql, id: string | null, displayName: string): Promise<void> {
  const [other] = await db
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.displayName, displayName), id === null ? undefined : ne(groups.id, id)))
  if (other) throw new ScimError(409, 'There is a group of this name.', 'uniqueness')
}
