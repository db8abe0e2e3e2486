import { sql, type GetColumnData, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** A value among what is selected, of a column's own type and under its name. */
export function asColumn<Column extends PgColumn>(
  column: Column,
  value: GetColumnData<Column>,
): SQL.Aliased<GetColumnData<Column>> {
  const typed = sql<
    GetColumnData<Column>
  >`${sql.param(value, column)}::${sql.raw(column.getSQLType())}`
  return typed.as(column.name)
}
