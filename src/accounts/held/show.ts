import { aliasedTable, and, asc, eq, gt, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Sql } from '#database/sql.ts'
import {
  newsroomTexts as texts,
  professions,
  regions,
  users,
  workflowDelegations as delegations,
} from '#database/tables.ts'
import type { Person } from '#model/person.ts'

/** How many of each kind are named. */
export const mostShown = 50

/** Some of a kind, and how many there are in all. */
export interface Some<Item> {
  total: number
  items: Item[]
}

/** A text as people speak of it. */
export interface ShownText {
  collection: string
  document: string
  title: string
  profession: string | null
  region: string | null
}

export interface ShownDelegation {
  id: string
  with: Person
  startsAt: string
  endsAt: string
}

/** Beside each row of a list that is cut: how many there are. */
export const total = sql<number>`count(*) OVER ()`.mapWith(Number)

/** Rows of a table on texts (null: of the texts themselves), each with its text. */
export function ofTexts<Shown extends Record<string, PgColumn>>(
  db: Sql,
  document: PgColumn | null,
  { show, where, order }: { show: Shown; where: SQL | undefined; order: SQL },
) {
  const { documentCollection: collection, title } = texts
  const selected = db
    .select({
      ...show,
      collection,
      document: texts.document,
      title,
      profession: professions.name,
      region: regions.name,
      total,
    })
    .from(texts)
    .$dynamic()
  if (document) selected.innerJoin(document.table, sql`${document}::uuid = ${texts.document}`)
  return selected
    .leftJoin(professions, eq(professions.id, texts.profession))
    .leftJoin(regions, eq(regions.id, texts.region))
    .where(where)
    .orderBy(order)
    .limit(mostShown)
}

/** The delegations in which somebody is one of the two, now and later, each with the other one. */
export async function ofDelegations(
  db: Sql,
  { own, other }: { own: PgColumn; other: PgColumn },
  person: string,
): Promise<Some<ShownDelegation>> {
  const colleague = aliasedTable(users, 'colleague')
  const { id, startsAt, endsAt } = delegations
  return some(
    await db
      .select({
        id,
        with: { id: sql<string>`${other}`, name: sql<string>`coalesce(${colleague.name}, '')` },
        startsAt,
        endsAt,
        total,
      })
      .from(delegations)
      .leftJoin(colleague, eq(sql`${colleague.id}::text`, other))
      .where(and(eq(own, person), gt(endsAt, new Date().toISOString())))
      .orderBy(asc(endsAt), asc(id))
      .limit(mostShown),
  )
}

export function some<Row extends { total: number }>(
  rows: readonly Row[],
): Some<Omit<Row, 'total'>> {
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ total: _, ...item }) => item),
  }
}
