import { and, asc, count, eq, exists, sql, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import type { Sql } from '#database/sql.ts'
import {
  provisionedGroups as groups,
  provisionedMembers as members,
  users,
} from '#database/tables.ts'
import { isUuid } from '#model/documents.ts'
import { conditionOf, type Attribute, type Attributes } from './filter.ts'
import type { Page } from './page.ts'
import { urn } from './schemas.ts'

/** A group, as a directory sees it. */
export interface ScimGroup {
  id: string
  displayName: string
  externalId: string | null
  createdAt: string
  updatedAt: string
  members: { id: string; name: string }[]
}

const build = new QueryBuilder()
const member: Attribute = {
  as: 'member',
  has: (person) =>
    exists(
      build
        .select({ person: members.person })
        .from(members)
        .where(and(eq(members.inGroup, groups.id), eq(sql`${members.person}::text`, person))),
    ),
}

const attributes: Attributes = {
  id: { as: 'text', value: sql`${groups.id}::text`, caseExact: true },
  displayname: { as: 'text', value: sql`${groups.displayName}` },
  externalid: { as: 'text', value: sql`${groups.externalId}`, caseExact: true },
  members: member,
  'members.value': member,
  'meta.created': { as: 'moment', value: sql`${groups.createdAt}` },
  'meta.lastmodified': { as: 'moment', value: sql`${groups.updatedAt}` },
}

/** A group by its id; null where there is none. */
export async function findGroup(db: Sql, id: string): Promise<ScimGroup | null> {
  if (!isUuid(id)) return null
  const [found] = await select(db, eq(groups.id, id), { offset: 0, limit: 1 })
  return found ?? null
}

/** A page of the groups that a filter fits, in the order in which they came. @throws ScimError 400 */
export async function listGroups(
  db: Sql,
  { filter, offset, limit }: Page,
): Promise<{ total: number; found: ScimGroup[] }> {
  const where = filter === null ? undefined : conditionOf(filter, attributes)
  const [counted] = await db.select({ total: count() }).from(groups).where(where)
  return {
    total: counted?.total ?? 0,
    found: limit === 0 ? [] : await select(db, where, { offset, limit }),
  }
}

function select(
  db: Sql,
  where: SQL | undefined,
  { offset, limit }: { offset: number; limit: number },
): Promise<ScimGroup[]> {
  const person = sql`jsonb_build_object('id', ${users.id}, 'name', ${users.name})`
  const inGroup = db
    .select({ members: sql`coalesce(jsonb_agg(${person} ORDER BY ${users.name}), '[]')` })
    .from(members)
    .innerJoin(users, eq(users.id, members.person))
    .where(eq(members.inGroup, groups.id))
  const { id, displayName, externalId, createdAt, updatedAt } = groups
  return db
    .select({
      ...{ id, displayName, externalId, createdAt, updatedAt },
      members: sql<ScimGroup['members']>`${inGroup}`,
    })
    .from(groups)
    .where(where)
    .orderBy(asc(createdAt), asc(id))
    .offset(offset)
    .limit(limit)
}

/** A group in the words of RFC 7643, 4.2. @param root the address of the API */
export function showGroup(group: ScimGroup, root: string) {
  return {
    schemas: [urn.group],
    id: group.id,
    ...(group.externalId === null ? {} : { externalId: group.externalId }),
    displayName: group.displayName,
    members: group.members.map(({ id, name }) => ({
      value: id,
      display: name,
      type: 'User',
      $ref: `${root}/Users/${id}`,
    })),
    meta: {
      resourceType: 'Group',
      created: group.createdAt,
      lastModified: group.updatedAt,
      location: `${root}/Groups/${group.id}`,
    },
  }
}
