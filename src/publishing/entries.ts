import {
  and,
  asc,
  countDistinct,
  gt,
  isNotNull,
  lte,
  max,
  sql,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm'
import { unionAll, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { Sql } from '#database/sql.ts'
import { professions, regions, workflowStates } from '#database/tables.ts'
import * as delivered from '#read-model/tables.ts'

// The entries of the read model, in the order of their ids: of what is there, and of what the read model
// holds, so that what lacks on either side is met.

/** The parts of the read model, in the order in which they are written. */
export const parts = ['professions', 'regions', 'documents'] as const
export type Part = (typeof parts)[number]

export interface Entry {
  id: string
  /** What the entry is there for; null: it is in the read model only. */
  collection: string | null
}

interface Side {
  table: PgTable
  id: PgColumn
  collection: SQLWrapper
  where?: SQL
}

/** What is there, and what the read model holds of it: the one is written, the other may have to go. */
const sides: Readonly<Record<Part, readonly [own: Side, delivered: Side]>> = {
  professions: [
    { table: professions, id: professions.id, collection: sql`'professions'` },
    { table: delivered.professions, id: delivered.professions.id, collection: sql`NULL` },
  ],
  regions: [
    { table: regions, id: regions.id, collection: sql`'regions'` },
    { table: delivered.regions, id: delivered.regions.id, collection: sql`NULL` },
  ],
  documents: [
    {
      table: workflowStates,
      id: workflowStates.id,
      collection: workflowStates.documentCollection,
      where: isNotNull(workflowStates.liveDigest),
    },
    {
      table: delivered.documents,
      id: delivered.documents.id,
      collection: delivered.documents.collection,
    },
  ],
}

/** The next entries of either side, in the order of their ids. */
export function findEntries(
  db: Sql,
  part: Part,
  after: string | null,
  limit: number,
): Promise<Entry[]> {
  const next = ({ table, id, collection, where }: Side) =>
    db
      .select({
        id: sql<string>`${id}`.as('id'),
        collection: sql<string | null>`${collection}::text`.as('collection'),
      })
      .from(table)
      .where(and(where, gt(id, after ?? firstId)))
      .orderBy(asc(id))
      .limit(limit)
  const [own, delivered] = sides[part]
  const entries = unionAll(next(own), next(delivered)).as('entries')
  return db
    .select({ id: entries.id, collection: max(entries.collection) })
    .from(entries)
    .groupBy(entries.id)
    .orderBy(asc(entries.id))
    .limit(limit)
}

/** Before every id that there is. */
export const firstId = '00000000-0000-0000-0000-000000000000'

/** How many entries a part has, or has up to one. */
export async function countEntries(db: Sql, part: Part, upTo?: string): Promise<number> {
  const all = ({ table, id, where }: Side) =>
    db
      .select({ id: sql<string>`${id}`.as('id') })
      .from(table)
      .where(and(where, upTo === undefined ? undefined : lte(id, upTo)))
  const [own, delivered] = sides[part]
  const entries = unionAll(all(own), all(delivered)).as('entries')
  const [row] = await db.select({ count: countDistinct(entries.id) }).from(entries)
  return row?.count ?? 0
}
