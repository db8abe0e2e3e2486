import { sql } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'

/**
 * Tells every copy of the server, at commit, what its cache must drop: `document:…`, `profession:…`,
 * `region:…`, `jobs:…`, `portraits` (lists and searches), `jobs`, `sites`.
 */
export async function invalidate(db: Sql, tags: readonly string[]): Promise<void> {
  await db.execute(sql`SELECT delivery.invalidate(${sql.param(tags)}::text[])`)
}
