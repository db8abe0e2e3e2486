import type pg from 'pg'
import type { Payload } from 'payload'
import { loadMigrations } from '#server/migrations.ts'
import type { Fixture } from './fixture.ts'
import { quoted } from './save.ts'

/**
 * Makes of an empty database the one that a fixture was saved from: its migrations, then its rows.
 *
 * @throws Error naming the migrations of the fixture that are there no more
 */
export async function restoreFixture(
  payload: Payload,
  sql: pg.Client,
  fixture: Fixture,
): Promise<void> {
  const known = await loadMigrations()
  const migrations = known.filter(({ name }) => fixture.migrations.includes(name))
  const missing = fixture.migrations.filter((name) => !known.some((one) => one.name === name))
  if (missing.length > 0) throw new Error(`Migrations are gone: ${missing.join(', ')}.`)
  await payload.db.migrate({ migrations })
  await loadRows(sql, fixture)
}

/**
 * Fills a database that has exactly the migrations of a fixture. No trigger fires and no constraint is
 * asked: the rows come back as they were. Needs a superuser.
 */
async function loadRows(sql: pg.Client, fixture: Fixture): Promise<void> {
  await sql.query('BEGIN')
  await sql.query('SET LOCAL session_replication_role = replica')
  // Its rows are the fixture's: those of the migrations that have just run have other dates.
  await sql.query('DELETE FROM payload_migrations')
  for (const [name, rows] of Object.entries(fixture.tables)) {
    await sql.query(
      `INSERT INTO ${quoted(name)} OVERRIDING SYSTEM VALUE
       SELECT * FROM json_populate_recordset(NULL::${quoted(name)}, $1::json)`,
      [rows],
    )
  }
  for (const [name, value] of Object.entries(fixture.sequences)) {
    await sql.query('SELECT setval($1::regclass, $2::bigint)', [quoted(name), value])
  }
  await sql.query('COMMIT')
}
