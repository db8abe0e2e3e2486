import { aliasedTable, and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { QueryBuilder, unionAll } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { desks, desksRels, users, usersRels, workflowDelegations } from '#database/tables.ts'
import { isActiveAccount } from './active.ts'
import { isAdmin, isPerson, type Actor } from './actor.ts'
import type { Desk, DeskScope } from './desks.ts'

/** A desk as it is stored. */
export interface NamedDesk extends Desk {
  id: string
  name: string
}

/** Every desk and what it covers, by name. */
export async function loadDesks(req: PayloadRequest): Promise<NamedDesk[]> {
  const db = await sqlIn(req)
  return db
    .select({
      id: desks.id,
      name: desks.name,
      allRegions: sql<boolean>`coalesce(${desks.allRegions}, false)`,
      allProfessions: sql<boolean>`coalesce(${desks.allProfessions}, false)`,
      regions: sql<string[]>`array_remove(array_agg(${desksRels.regionsId}), NULL)`,
      professions: sql<string[]>`array_remove(array_agg(${desksRels.professionsId}), NULL)`,
    })
    .from(desks)
    .leftJoin(desksRels, eq(desksRels.parentId, desks.id))
    .groupBy(desks.id)
    .orderBy(asc(desks.name), asc(desks.id))
}

/**
 * Loads what an editor's desks cover, and the desks of those who delegate to them at this moment. An
 * editor without a desk covers all; admins too.
 */
export async function loadDeskScope(req: PayloadRequest, actor: Actor): Promise<DeskScope> {
  if (!isPerson(actor) || isAdmin(actor) || actor.desks.length === 0) return null
  const delegated = await loadDelegatedDesks(req, actor.id)
  return scopeOf([actor.desks, ...delegated.map((of) => of.desks)], await loadDesks(req))
}

/** What the desks of every active editor cover, with those of people they stand in for at this moment. */
export async function loadEditorScopes(
  req: PayloadRequest,
): Promise<{ id: string; scope: DeskScope }[]> {
  const db = await sqlIn(req)
  const own = db
    .select({ person: users.id, desks: desksOf(users) })
    .from(users)
    .where(and(eq(users.role, 'editor'), isActiveAccount(users)))
  const held = new Map<string, string[][]>()
  for (const { person, desks } of await unionAll(own, delegatedDesks(db))) {
    held.set(person, [...(held.get(person) ?? []), desks])
  }
  const all = await loadDesks(req)
  return [...held].map(([id, lists]) => ({ id, scope: scopeOf(lists, all) }))
}

/** What lists of desks cover together; one without a desk covers all. */
function scopeOf(lists: readonly (readonly string[])[], all: readonly NamedDesk[]): DeskScope {
  if (lists.some((list) => list.length === 0)) return null
  const ids = new Set(lists.flat())
  return all.filter(({ id }) => ids.has(id))
}

async function loadDelegatedDesks(req: PayloadRequest, person: string) {
  const db = await sqlIn(req)
  const delegated = delegatedDesks(db).as('delegated')
  return db.select({ desks: delegated.desks }).from(delegated).where(eq(delegated.person, person))
}

const build = new QueryBuilder()
const giver = aliasedTable(users, 'giver')

/** Who stands in for whom at this moment, among editors: the person, and the desks that they are given. */
function delegatedDesks(db: Sql) {
  const now = new Date().toISOString()
  const { fromPerson, toPerson, startsAt, endsAt } = workflowDelegations
  return db
    .select({ person: users.id, desks: desksOf(giver) })
    .from(workflowDelegations)
    .innerJoin(
      users,
      and(eq(sql`${users.id}::text`, toPerson), eq(users.role, 'editor'), isActiveAccount(users)),
    )
    .innerJoin(
      giver,
      and(
        eq(sql`${giver.id}::text`, fromPerson),
        inArray(giver.role, ['editor', 'admin']),
        isActiveAccount(giver),
      ),
    )
    .where(and(lte(startsAt, now), gt(endsAt, now)))
}

/** The ids of somebody's desks, as a list. */
export function desksOf(person: Pick<typeof users, 'id'>) {
  const listed = build
    .select({ id: usersRels.desksId })
    .from(usersRels)
    .where(and(eq(usersRels.parentId, person.id), eq(usersRels.path, 'desks')))
  return sql<string[]>`ARRAY${listed}`.as('desks')
}
