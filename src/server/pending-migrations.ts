import pg from 'pg'
import { DatabaseNewer } from './configuration/faults.ts'
import { loadMigrations } from './migrations.ts'

/**
 * The migrations that would change a database in which there is something already, in their order: none
 * for one that is empty, or up to date.
 */
export async function findPendingMigrations(client: pg.Client): Promise<string[]> {
  return (await isEmpty(client)) ? [] : findMissingMigrations(client)
}

/** The migrations that the database has not seen, in their order. */
export async function findMissingMigrations(client: pg.Client): Promise<string[]> {
  const applied = await findAppliedMigrations(client)
  const all = await loadMigrations()
  return all.map(({ name }) => name).filter((name) => !applied.includes(name))
}

/** Says whether no version of the product has been in the database at an address. */
export async function isEmptyAt(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await isEmpty(client)
  } finally {
    await client.end()
  }
}

async function isEmpty(client: pg.Client): Promise<boolean> {
  return (await findAppliedMigrations(client)).length === 0
}

/**
 * An older version would run on the database of a newer one, and write texts, digests and what sites read
 * without what it does not know.
 *
 * @throws DatabaseNewer where the database records migrations that this version does not have
 */
export async function refuseNewer(client: pg.Client): Promise<void> {
  const own = (await loadMigrations()).map(({ name }) => name)
  const unknown = (await findAppliedMigrations(client)).filter((name) => !own.includes(name))
  if (unknown.length === 0) return
  throw new DatabaseNewer(
    `The database is of a newer version (it records: ${unknown.join(', ')}). Start that version, or put back what was kept before it: npm run database:restore, or a backup.`,
  )
}

async function findAppliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string | null }>(
    `SELECT to_regclass('public.payload_migrations') AS name`,
  )
  if (tables[0]?.name === null) return []
  const { rows } = await client.query<{ name: string }>('SELECT name FROM payload_migrations')
  return rows.map(({ name }) => name)
}
