import type pg from 'pg'
import { loadMigrations } from './migrations.ts'

/**
 * The migrations that would change a database in which there is something already, in their order: none
 * for one that is empty, or up to date.
 */
export async function findPendingMigrations(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string | null }>(
    `SELECT to_regclass('public.payload_migrations') AS name`,
  )
  if (tables[0]?.name === null) return []
  const { rows } = await client.query<{ name: string }>('SELECT name FROM payload_migrations')
  const applied = new Set(rows.map(({ name }) => name))
  if (applied.size === 0) return []
  const all = await loadMigrations()
  return all.map(({ name }) => name).filter((name) => !applied.has(name))
}
