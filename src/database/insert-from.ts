import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { TypedQueryBuilder } from 'drizzle-orm/query-builders/query-builder'

type Selected<Table extends PgTable> = {
  [Name in keyof Table['$inferInsert']]?: PgColumn | SQL | SQL.Aliased
}

/**
 * INSERT of the rows that a select gives. Columns that it leaves out have their default: the builder's
 * own demands all of them, also those that the database alone may fill.
 *
 * @param rows names what it selects as the definition of the table names its columns
 */
export function insertFrom<Table extends PgTable>(
  table: Table,
  rows: TypedQueryBuilder<Selected<Table>>,
): SQL {
  const columns: Record<string, PgColumn> = getTableColumns(table)
  const names = Object.keys(rows._.selectedFields).map((name) => {
    const column = columns[name]
    if (!column) throw new Error(`The table has no column ${name}.`)
    return sql.identifier(column.name)
  })
  return sql`INSERT INTO ${table} (${sql.join(names, sql`, `)}) ${rows.getSQL()}`
}
