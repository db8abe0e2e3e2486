import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import { PgJson, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'

// INSERT … ON CONFLICT DO UPDATE over many columns, named by their names in the definition of the table.

type ColumnsOf<Table extends PgTable> = readonly (keyof Table['_']['columns'] & string)[]

/** For `set`: these columns become what would have been inserted. */
export function excluded<Table extends PgTable>(
  table: Table,
  names: ColumnsOf<Table>,
): Record<string, SQL> {
  return Object.fromEntries(columnsOf(table, names).map(([name, column]) => [name, newOf(column)]))
}

/** For `setWhere`: one of these columns would become another. JSON is compared as it is written. */
export function isOther<Table extends PgTable>(table: Table, names: ColumnsOf<Table>): SQL {
  const columns = columnsOf(table, names).map(([, column]) => column)
  const before = columns.map((column) => comparable(column, sql`${column}`))
  const after = columns.map((column) => comparable(column, newOf(column)))
  return sql`(${sql.join(before, sql`, `)}) IS DISTINCT FROM (${sql.join(after, sql`, `)})`
}

function columnsOf<Table extends PgTable>(
  table: Table,
  names: ColumnsOf<Table>,
): [string, PgColumn][] {
  return Object.entries<PgColumn>(getTableColumns(table)).filter(([name]) => names.includes(name))
}

function newOf(column: PgColumn): SQL {
  return sql`excluded.${sql.identifier(column.name)}`
}

/** A column's value as it can be compared: JSON as it is written. */
export function comparable(column: PgColumn, value: SQL): SQL {
  return column instanceof PgJson ? sql`${value}::text` : value
}
