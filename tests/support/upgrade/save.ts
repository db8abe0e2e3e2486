import type pg from 'pg'
import type { Fixture } from './fixture.ts'

/** What publishing makes of the rest, and the worker makes again. */
const rebuilt: readonly string[] = ['delivery.portraits', 'delivery.lexicon']

/** Takes all rows of a database, but for what can be rebuilt, and where its sequences stand. */
export async function saveDatabase(sql: pg.Client): Promise<Omit<Fixture, 'answers'>> {
  const migrations = await sql.query<{ name: string }>(
    'SELECT name FROM payload_migrations WHERE batch >= 0 ORDER BY name',
  )
  const tables = await sql.query<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname IN ('public', 'delivery') ORDER BY 1`,
  )
  const saved: Record<string, string> = {}
  for (const { name } of tables.rows) {
    if (rebuilt.includes(name)) continue
    // row_to_json, not to_jsonb: a column of type json is put in as it is written.
    const { rows } = await sql.query<{ rows: string | null }>(
      `SELECT '[' || string_agg(row_to_json(t)::text, E',\\n' ORDER BY t::text) || ']' AS rows
       FROM ${quoted(name)} t`,
    )
    const [row] = rows
    if (typeof row?.rows === 'string') saved[name] = row.rows
  }
  const sequences = await sql.query<{ name: string; value: string }>(
    `SELECT schemaname || '.' || sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname IN ('public', 'delivery') AND last_value IS NOT NULL ORDER BY 1`,
  )
  return {
    migrations: migrations.rows.map(({ name }) => name),
    tables: saved,
    sequences: Object.fromEntries(sequences.rows.map(({ name, value }) => [name, value])),
  }
}

/** A name of the form `schema.name` as SQL takes it. */
export function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
}
