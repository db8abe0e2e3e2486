import { and, eq, exists, inArray, sql, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { workflowEvents as e, type users } from '#database/tables.ts'

const build = new QueryBuilder()

/**
 * In SQL, over the table of accounts or an alias of it: somebody has signed in to the account at least
 * once. Else it is an invitation that nobody has taken up: its owner sees and does nothing.
 */
export function hasSignedIn({ id }: Pick<typeof users, 'id'>): SQL {
  return exists(
    build
      .select({ id: e.id })
      .from(e)
      .where(
        and(
          eq(e.document, sql`${id}::text`),
          eq(e.documentCollection, 'users'),
          inArray(e.transition, ['login', 'resetPassword']),
        ),
      ),
  )
}
