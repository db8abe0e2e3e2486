import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

// Functions and triggers are no migrations: each stands in migrations/functions in its newest form, is
// applied whole after the migrations, and can be applied as often as one likes.

const folder = new URL('../../migrations/functions/', import.meta.url)

/**
 * Applies migrations/functions, in the order of their names and in one transaction, unless that has been
 * done under the same migrations: a trigger that is made anew keeps writers waiting. `isAgain`: applies
 * them even so. The migrations must have run.
 */
export async function applyFunctions(client: pg.Client, { isAgain = false } = {}): Promise<void> {
  const files = await readFiles()
  const migrations = await client.query('SELECT name FROM payload_migrations ORDER BY name')
  const digest = createHash('sha256')
    .update(JSON.stringify([files, migrations.rows]))
    .digest('hex')
  const applied = await client.query('SELECT FROM database_functions WHERE digest = $1', [digest])
  if (applied.rows.length > 0 && !isAgain) return
  await client.query('BEGIN')
  try {
    for (const text of files) await client.query(text)
    await client.query(
      'UPDATE database_functions SET digest = $1, triggers = $2, applied_at = clock_timestamp()',
      [digest, await findTriggers(client)],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/**
 * The triggers (`schema.table.trigger`) that were there when the functions were applied last, but for
 * those of tables that a migration has dropped since.
 */
export async function findTriggersLeft(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ trigger: string }>(
    `SELECT trigger FROM database_functions, unnest(triggers) trigger
     WHERE to_regclass(regexp_replace(trigger, '[.][^.]*$', '')) IS NOT NULL`,
  )
  return rows.map(({ trigger }) => trigger)
}

/** The triggers (`schema.table.trigger`) that are there and fire. */
export async function findTriggers(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ trigger: string }>(
    `SELECT n.nspname || '.' || c.relname || '.' || t.tgname AS trigger
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'delivery') AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
     ORDER BY 1`,
  )
  return rows.map(({ trigger }) => trigger)
}

async function readFiles(): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
}
