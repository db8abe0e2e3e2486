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

/** What one person answers for: every text, or what their desks cover. */
interface Charge {
  desks: readonly string[]
  allTexts: boolean
}

/**
 * Loads what an editor answers for: all texts where their account says so, else what their desks cover,
 * and the same of those who delegate to them at this moment. Admins cover all.
 */
export async function loadDeskScope(req: PayloadRequest, actor: Actor): Promise<DeskScope> {
  if (!isPerson(actor) || isAdmin(actor) || actor.allTexts) return null
  return scopeOf([actor, ...(await loadDelegated(req, actor.id))], await loadDesks(req))
}

/** What the desks of every active editor cover, with those of people they stand in for at this moment. */
export async function loadEditorScopes(
  req: PayloadRequest,
): Promise<{ id: string; scope: DeskScope }[]> {
  const db = await sqlIn(req)
  const own = db
    .select({ person: users.id, desks: desksOf(users), allTexts: answersForAll(users) })
    .from(users)
    .where(and(eq(users.role, 'editor'), isActiveAccount(users)))
  const held = new Map<string, Charge[]>()
  for (const { person, ...charge } of await unionAll(own, delegatedCharges(db))) {
    held.set(person, [...(held.get(person) ?? []), charge])
  }
  const all = await loadDesks(req)
  return [...held].map(([id, charges]) => ({ id, scope: scopeOf(charges, all) }))
}

/** What several cover together. */
function scopeOf(charges: readonly Charge[], all: readonly NamedDesk[]): DeskScope {
  if (charges.some(({ allTexts }) => allTexts)) return null
  const ids = new Set(charges.flatMap(({ desks }) => desks))
  return all.filter(({ id }) => ids.has(id))
}

async function loadDelegated(req: PayloadRequest, of: string): Promise<Charge[]> {
  const db = await sqlIn(req)
  const delegated = delegatedCharges(db).as('delegated')
  return db
    .select({ desks: delegated.desks, allTexts: delegated.allTexts })
    .from(delegated)
    .where(eq(delegated.person, of))
}

const build = new QueryBuilder()
const giver = aliasedTable(users, 'giver')

/** Who stands in for whom at this moment, among editors: the person, and what they are given. */
function delegatedCharges(db: Sql) {
  const now = new Date().toISOString()
  const { fromPerson, toPerson, startsAt, endsAt } = workflowDelegations
  return db
    .select({ person: users.id, desks: desksOf(giver), allTexts: answersForAll(giver) })
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

/** Whether somebody answers for every text. An account that does not say so answers for its desks. */
export function answersForAll({ allTexts }: Pick<typeof users, 'allTexts'>) {
  return sql<boolean>`coalesce(${allTexts}, false)`.as('all_texts_said')
}
