import pg from 'pg'
import type { Payload } from 'payload'
import { DatabaseOutdated, DatabaseUnguarded } from './configuration/faults.ts'
import { assertDescribed } from './described-tables.ts'
import { applyFunctions, findTriggers, findTriggersLeft } from './functions.ts'
import { triggersOfTexts } from './guarded-tables.ts'
import { loadMigrations } from './migrations.ts'
import { findMissingMigrations, refuseNewer } from './pending-migrations.ts'
import { assertKey, putKeys } from './put-key.ts'

/**
 * Asserts that the database is of this version and guards what is live. `mayChange`: whoever signs in at the
 * address owns it, and applies the migrations that are missing before, then functions, triggers and the keys of
 * proofs and pseudonyms, one process at a time; the start has seen to a copy or a backup.
 *
 * @throws DatabaseUnguarded naming what is missing, DatabaseOutdated where this would change it,
 *   DatabaseNewer where a newer version has changed it,
 *   MigrationMissing where the collections have moved away from the migrations, InvalidEnvironment where
 *   the database knows another secret
 */
export async function migrate(
  payload: Payload,
  databaseUrl: string,
  { mayChange = false } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('berufsbild migrations'))`)
    await refuseNewer(client)
    if (mayChange) await payload.db.migrate({ migrations: await loadMigrations() })
    else await refuseToChange(client)
    await assertDescribed(client, payload.db.rawTables)
    // Before the triggers are made: one that somebody took away is a reason to look closely.
    await assertTriggers(client, await findTriggersLeft(client))
    if (mayChange) {
      await applyFunctions(client)
      await putKeys(client, payload.secret)
    }
    await assertGuarded(client, payload)
    await assertKey(client, payload.secret)
  } finally {
    await client.end()
  }
}

async function refuseToChange(client: pg.Client): Promise<void> {
  const missing = await findMissingMigrations(client)
  if (missing.length === 0) return
  if (missing.length === (await loadMigrations()).length) {
    throw new DatabaseOutdated('The database is empty. Start the product once: npm start.')
  }
  throw new DatabaseOutdated(
    `The database is of an older version (missing: ${missing.join(', ')}). Start the product once, which brings it up to date: npm start, with DATABASE_OWNER_URL where the database is not the embedded one.`,
  )
}

/**
 * Asserts that every migration is recorded and that every trigger is there and enabled: those that the
 * functions left behind, and those of each table that holds a part of a live text.
 *
 * @throws DatabaseUnguarded naming what is missing, and what to do
 */
export async function assertGuarded(client: pg.Client, { db }: Payload): Promise<void> {
  const migrations = await loadMigrations()
  const applied = await client.query<{ name: string }>('SELECT name FROM payload_migrations')
  const missing = migrations
    .map(({ name }) => name)
    .filter((name) => !applied.rows.some((row) => row.name === name))
  if (missing.length > 0) {
    throw new DatabaseUnguarded(
      `The database does not record these migrations: ${missing.join(', ')}. Restore it from a backup.`,
    )
  }
  const left = await findTriggersLeft(client)
  await assertTriggers(client, [...new Set([...left, ...triggersOfTexts(db.rawTables)])])
}

async function assertTriggers(client: pg.Client, wanted: readonly string[]): Promise<void> {
  const enabled = new Set(await findTriggers(client))
  const absent = wanted.filter((trigger) => !enabled.has(trigger))
  if (absent.length === 0) return
  throw new DatabaseUnguarded(
    `The database does not guard what is live: these triggers (schema.table.trigger) are missing or disabled: ${absent.join(', ')}. Find out who took them away, make them again with "npm run guard:apply" and see with "npm run audit:verify" that nothing was forged meanwhile, or restore a backup; then start again.`,
  )
}
