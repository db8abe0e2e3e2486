import { and, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Sql } from '#database/sql.ts'
import * as tables from '#database/tables.ts'
import { users, workflowEvents as e } from '#database/tables.ts'
import { isUuid } from '#model/documents.ts'
import { isErasedAccount } from '#record/redactions.ts'
import { excerptOf, excerptOfJson, holds, holdsJson, most, type Place } from './place.ts'

/** Where words stand that are somebody's: names and addresses, of now and of before. Other copies of a name follow these. */
export const wordsOfPeople: readonly { person: PgColumn; words: PgColumn; where?: SQL }[] = [
  { person: users.id, words: users.name },
  { person: users.id, words: users.email },
  { person: e.actor, words: e.actorName },
  { person: e.document, words: e.data, where: eq(e.kind, 'account') },
  { person: tables.accountMails.person, words: tables.accountMails.address },
  { person: tables.notificationMails.person, words: tables.notificationMails.lastError },
  { person: tables.passkeys.person, words: tables.passkeys.name },
  { person: tables.providerIdentities.person, words: tables.providerIdentities.subject },
  { person: tables.providerSessions.person, words: tables.providerSessions.subject },
  { person: tables.provisionedUsers.person, words: tables.provisionedUsers.userName },
  { person: tables.provisionedUsers.person, words: tables.provisionedUsers.externalId },
  { person: tables.usersSessions.parentId, words: tables.usersSessions.address },
  { person: tables.usersSessions.parentId, words: tables.usersSessions.agent },
]

/** People in whose names, addresses or devices words stand; of who is still here, nothing can be erased. */
export async function inAccounts(db: Sql, words: string): Promise<Place[]> {
  const excerpts = new Map<string, string>()
  for (const place of wordsOfPeople) {
    for (const { person, text } of await findPeople(db, place, words)) {
      if (excerpts.has(person) || !isUuid(person)) continue
      const isJson = place.words.getSQLType() === 'jsonb'
      excerpts.set(person, isJson ? excerptOfJson(text, words) : excerptOf(text, words))
    }
  }
  const ids = [...excerpts.keys()].slice(0, most)
  const rows = await db
    .select({ id: users.id, name: users.name, email: users.email, leftAt: users.deactivatedAt })
    .from(users)
    .where(inArray(users.id, ids))
  const accounts = new Map(rows.map((row) => [row.id, row]))
  const places: Place[] = []
  for (const id of ids) {
    if (await isErasedAccount(db, id)) continue
    const account = accounts.get(id)
    const excerpt = excerpts.get(id) ?? ''
    places.push({
      kind: 'person',
      title: account?.name ?? excerpt,
      subject: account?.leftAt === null ? null : { kind: 'person', person: id },
      inUse: [],
      excerpt: account?.email ?? excerpt,
    })
  }
  return places
}

function findPeople(
  db: Sql,
  { person, words: column, where }: (typeof wordsOfPeople)[number],
  words: string,
): Promise<{ person: string; text: string }[]> {
  const isJson = column.getSQLType() === 'jsonb'
  return db
    .selectDistinctOn([person], {
      person: sql<string>`${person}::text`,
      text: sql<string>`${column}::text`,
    })
    .from(column.table)
    .where(and(isNotNull(person), (isJson ? holdsJson : holds)(column, words), where))
    .limit(most)
}
