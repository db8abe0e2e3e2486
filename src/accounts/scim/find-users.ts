import { and, asc, count, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import { isActive, isActiveAccount } from '#access/active.ts'
import { isOneOf } from '#database/is-one-of.ts'
import type { Sql } from '#database/sql.ts'
import {
  provisionedGroups as groups,
  provisionedMembers as members,
  provisionedUsers as provisioned,
  users,
} from '#database/tables.ts'
import { isUuid } from '#model/documents.ts'
import { conditionOf, type Attributes } from './filter.ts'
import type { Page } from './page.ts'
import { urn } from './schemas.ts'

/** Somebody, as a directory sees them. */
export interface ScimUser {
  id: string
  userName: string
  externalId: string | null
  name: string
  email: string
  isActive: boolean
  createdAt: string
  updatedAt: string
  groups: { id: string; name: string }[]
}

const userName = sql<string>`coalesce(${provisioned.userName}, ${users.email})`

const attributes: Attributes = {
  id: { as: 'text', value: sql`${users.id}::text`, caseExact: true },
  username: { as: 'text', value: userName },
  externalid: { as: 'text', value: sql`${provisioned.externalId}`, caseExact: true },
  displayname: { as: 'text', value: sql`${users.name}` },
  'name.formatted': { as: 'text', value: sql`${users.name}` },
  emails: { as: 'text', value: sql`${users.email}` },
  'emails.value': { as: 'text', value: sql`${users.email}` },
  'emails.type': { as: 'text', value: sql`'work'::text` },
  'emails.primary': { as: 'boolean', value: sql`true` },
  active: { as: 'boolean', value: sql`(${isActiveAccount(users)})` },
  'meta.created': { as: 'moment', value: sql`${users.createdAt}` },
  'meta.lastmodified': { as: 'moment', value: sql`${users.updatedAt}` },
}

/**
 * Whom a directory sees: everybody of the newsroom, and who has left as long as it has not deleted them itself.
 */
const isSeen = or(isActiveAccount(users), isNotNull(provisioned.person))

/** Somebody by the id of their account; null where a directory sees nobody. */
export async function findUser(db: Sql, id: string): Promise<ScimUser | null> {
  if (!isUuid(id)) return null
  const [found] = await select(db, eq(users.id, id), { offset: 0, limit: 1 })
  return found ?? null
}

/** Which of these ids are of nobody whom a directory sees. */
export async function findUnknown(db: Sql, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .leftJoin(provisioned, eq(provisioned.person, users.id))
    .where(and(isSeen, isOneOf(users.id, ids)))
  const known = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !known.has(id))
}

/** A page of all whom a filter fits, in the order in which they came. @throws ScimError 400 */
export async function listUsers(
  db: Sql,
  { filter, offset, limit }: Page,
): Promise<{ total: number; found: ScimUser[] }> {
  const where = filter === null ? undefined : conditionOf(filter, attributes)
  const [counted] = await db
    .select({ total: count() })
    .from(users)
    .leftJoin(provisioned, eq(provisioned.person, users.id))
    .where(and(isSeen, where))
  return {
    total: counted?.total ?? 0,
    found: limit === 0 ? [] : await select(db, where, { offset, limit }),
  }
}

async function select(
  db: Sql,
  where: SQL | undefined,
  { offset, limit }: { offset: number; limit: number },
): Promise<ScimUser[]> {
  const group = sql`jsonb_build_object('id', ${groups.id}, 'name', ${groups.displayName})`
  const ofUser = db
    .select({ groups: sql`coalesce(jsonb_agg(${group} ORDER BY ${groups.displayName}), '[]')` })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.inGroup))
    .where(eq(members.person, users.id))
  const rows = await db
    .select({
      id: users.id,
      userName,
      externalId: provisioned.externalId,
      name: users.name,
      email: users.email,
      deactivatedAt: users.deactivatedAt,
      createdAt: users.createdAt,
      updatedAt: users.updatedAt,
      groups: sql<ScimUser['groups']>`${ofUser}`,
    })
    .from(users)
    .leftJoin(provisioned, eq(provisioned.person, users.id))
    .where(and(isSeen, where))
    .orderBy(asc(users.createdAt), asc(users.id))
    .offset(offset)
    .limit(limit)
  return rows.map(({ deactivatedAt, ...user }) => ({
    ...user,
    isActive: isActive({ deactivatedAt }),
  }))
}

/** Somebody in the words of RFC 7643, 4.1. @param root the address of the API */
export function showUser(user: ScimUser, root: string) {
  const words = user.name.split(' ')
  const familyName = words.pop() ?? ''
  return {
    schemas: [urn.user],
    id: user.id,
    ...(user.externalId === null ? {} : { externalId: user.externalId }),
    userName: user.userName,
    displayName: user.name,
    name: { formatted: user.name, givenName: words.join(' '), familyName },
    emails: [{ value: user.email, type: 'work', primary: true }],
    active: user.isActive,
    groups: user.groups.map(({ id, name }) => ({
      value: id,
      display: name,
      $ref: `${root}/Groups/${id}`,
    })),
    meta: {
      resourceType: 'User',
      created: user.createdAt,
      lastModified: user.updatedAt,
      location: `${root}/Users/${user.id}`,
    },
  }
}
