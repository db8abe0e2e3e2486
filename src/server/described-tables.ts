import type pg from 'pg'
import { MigrationMissing } from './configuration/faults.ts'

/** What we read of a table as Payload describes it to its database adapter (`payload.db.rawTables`). */
export interface DescribedTable {
  name: string
  columns: Readonly<Record<string, { name: string }>>
  foreignKeys?: Readonly<
    Record<string, { columns: readonly string[]; foreignColumns: readonly { table: string }[] }>
  >
}

export type DescribedTables = Readonly<Record<string, DescribedTable>>

/**
 * Asserts that each table and column that the collections need is there. A field whose migration was
 * forgotten would else be found out by whoever reads a text first.
 *
 * @throws MigrationMissing naming what is not there, and what to do
 */
export async function assertDescribed(
  client: pg.Client,
  described: DescribedTables,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    // The catalogue itself: information_schema leaves out what somebody has no right to.
    `SELECT c.relname || '.' || a.attname AS name
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped`,
  )
  const there = new Set(rows.map(({ name }) => name))
  const absent = Object.values(described)
    .flatMap(({ name: table, columns }) =>
      Object.values(columns).map(({ name }) => `${table}.${name}`),
    )
    .filter((column) => !there.has(column))
  if (absent.length === 0) return
  throw new MigrationMissing(
    `The collections need what no migration makes (table.column): ${absent.join(', ')}. Make it with "npm run generate -- NAME", or take the change of the collections back.`,
  )
}
