import type { Query } from '#read-model/query.ts'

/**
 * Tells every copy of the server, at commit, what its cache must forget: `document:…`, `profession:…`,
 * `region:…`, `jobs:…`, `portraits` (lists and searches), `jobs`, `sites`.
 */
export async function forget(query: Query, tags: readonly string[]): Promise<void> {
  await query('SELECT delivery.forget($1::text[])', [tags])
}
