import { getTableColumns, sql, SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { comparable } from './upsert.ts'

/**
 * The names, in the database, of the columns of a row that hold something else than expected. JSON is
 * compared as it is written.
 *
 * @param expected what each column should hold, by its name in the definition of the table
 */
export function differingColumns(
  table: PgTable,
  expected: Readonly<Record<string, SQL>>,
): SQL<string[]> {
  const columns: Record<string, PgColumn> = getTableColumns(table)
  const cases = Object.entries(expected).map(([name, value]) => {
    const column = columns[name]
    if (!column) throw new Error(`The table has no column ${name}.`)
    return sql`CASE WHEN ${comparable(column, sql`${column}`)} IS DISTINCT FROM ${comparable(column, value)}
      THEN ${column.name}::text END`
  })
  return sql<string[]>`array_remove(ARRAY[${sql.join(cases, sql`, `)}]::text[], NULL)`
}

/** A value as SQL of a column's own type. */
export function valueOf(column: PgColumn, value: unknown): SQL {
  return value instanceof SQL
    ? value
    : sql`${sql.param(value, column)}::${sql.raw(column.getSQLType())}`
}
