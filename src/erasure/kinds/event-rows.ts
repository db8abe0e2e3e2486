import { sql, type SQL } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { workflowEvents as e } from '#database/tables.ts'
import type { RowToEmpty } from '../kind.ts'

/**
 * Events as rows to empty, with the hash of what will be left of each.
 *
 * @param goes what of them goes; `name` may depend on the event
 */
export async function eventRows(
  db: Sql,
  where: SQL | undefined,
  goes: { name: SQL | boolean; words: boolean; paths: readonly string[] },
): Promise<RowToEmpty[]> {
  const { words, paths } = goes
  const name = typeof goes.name === 'boolean' ? sql`${goes.name}::boolean` : goes.name
  const left = sql`workflow_without(${e}, ${name}, ${words}::boolean, ${sql.param(paths)}::text[])`
  const rows = await db
    .select({
      id: sql<string>`${e.id}::text`,
      hash: e.hash,
      leftHash: sql<string>`workflow_event_hash(${left})`,
      name: sql<boolean>`coalesce(${name}, false)`,
    })
    .from(e)
    .where(where)
  return rows.map(({ id, ...row }) => ({
    place: 'workflow_events',
    row: id,
    words,
    paths,
    ...row,
  }))
}
