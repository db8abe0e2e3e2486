import { and, desc, eq, isNotNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { workflowEvents as e } from '#database/tables.ts'

/**
 * What somebody is called, in SQL: as their account says, or, where that is gone, as the record has it
 * from the last thing that they did. Null for whoever is known by neither.
 *
 * @param person the column with the id of the account
 * @param name the column with the name of the account, joined to it
 */
export function nameOrRecorded(person: SQLWrapper, name: SQLWrapper): SQL<string | null> {
  const recorded = new QueryBuilder()
    .select({ name: e.actorName })
    .from(e)
    .where(and(eq(e.actor, sql`${person}::text`), isNotNull(e.actorName)))
    .orderBy(desc(e.sequence))
    .limit(1)
  return sql<string | null>`coalesce(${name}, (${recorded}))`
}
