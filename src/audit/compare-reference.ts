import { eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { differingColumns, valueOf } from '#database/differing.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { findEntries } from '#publishing/entries.ts'
import { readProfession, readRegion } from '#publishing/hooks.ts'
import { movedAmong, rowOfProfession, rowOfRegion } from '#publishing/reference.ts'
import { professions, regions } from '#read-model/tables.ts'
import { differs, sliceOf, type Compare } from './slice.ts'
import type { AuditProblem } from './verify.ts'

const kinds = {
  professions: {
    table: professions,
    rowOf: async (req: PayloadRequest, id: string) => {
      const entry = await readProfession(req, id)
      return entry && rowOfProfession(entry)
    },
  },
  regions: {
    table: regions,
    rowOf: async (req: PayloadRequest, id: string) => {
      const entry = await readRegion(req, id)
      return entry && rowOfRegion(entry)
    },
  },
}

/** Compares each profession, with its former addresses, as the read model has it with its own row. */
export const compareProfessions = comparing('professions')

/** The same for regions, with those that each lies in. */
export const compareRegions = comparing('regions')

function comparing(kind: keyof typeof kinds): Compare {
  return async (req, after, most) => {
    const db = await sqlIn(req)
    const entries = await findEntries(db, kind, after, most)
    const ids = entries.map(({ id }) => id)
    return sliceOf({ ids, most, where: (id) => `delivery.${kind} ${id}` }, async () => {
      const problems: AuditProblem[] = []
      for (const id of ids) problems.push(...(await compareEntry(req, kind, id)))
      if (kind === 'regions') problems.push(...(await compareAncestors(db, entries)))
      return problems
    })
  }
}

async function compareEntry(
  req: PayloadRequest,
  kind: keyof typeof kinds,
  id: string,
): Promise<AuditProblem[]> {
  const { table, rowOf } = kinds[kind]
  const db = await sqlIn(req)
  const where = `delivery.${kind} ${id}`
  const expected = await rowOf(req, id)
  const columns: Record<string, PgColumn> = getTableColumns(table)
  const values = Object.entries(expected ?? {}).flatMap(([name, value]): [string, SQL][] => {
    const column = columns[name]
    if (!column) return []
    const wanted = valueOf(column, value)
    // Saving an entry of which nothing changes leaves the date of the row.
    return [[name, name === 'updatedAt' ? sql`least(${column}, ${wanted})` : wanted]]
  })
  const [row] = await db
    .select({ others: differingColumns(table, Object.fromEntries(values)) })
    .from(table)
    .where(eq(table.id, id))
  if (!expected) return row ? [{ where, problem: 'There is no such entry.' }] : []
  if (!row) return [{ where, problem: 'The entry is missing here.' }]
  return differs(where, row.others, 'It is not what the entry says')
}

async function compareAncestors(
  db: Sql,
  entries: readonly { id: string }[],
): Promise<AuditProblem[]> {
  const ids = sql.param(entries.map(({ id }) => id))
  const moved = movedAmong(sql`SELECT unnest(${ids}::uuid[])`)
  const rows = await db.select({ id: sql<string>`moved.id` }).from(moved)
  return rows.map(({ id }) => ({
    where: `delivery.regions ${id}`,
    problem: 'It is not what the entry says: within.',
  }))
}
