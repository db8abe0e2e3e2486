import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** Holds where a column has one of these values: one parameter, however many they are. */
export function isOneOf(column: SQLWrapper, values: readonly string[]): SQL {
  return sql`${column} = ANY (${sql.param(values)})`
}
