import pg from 'pg'
import { DatabaseInUse, NoSuchCopy } from './configuration/faults.ts'

// Before a start changes the tables of a database that holds something, a copy of it is kept beside it, on
// the same server: whole, made in seconds, and put back by a rename.

/** How many copies are kept: the newest. */
const kept = 2

/**
 * Copies the database, and deletes copies that are older than the newest few. Nobody else may be
 * connected to it. Gives the name of the copy.
 *
 * @param pending the migrations that the copy is kept before
 * @throws DatabaseInUse where somebody is
 */
export async function keepCopy(
  databaseUrl: string,
  pending: readonly string[],
  moment = new Date(),
): Promise<string> {
  const name = nameOf(databaseUrl)
  const copy = `${name}_before_${stampOf(moment)}`
  return withServer(databaseUrl, async (server) => {
    await refuseOthers(server, name)
    await server.query(`CREATE DATABASE ${quoted(copy)} TEMPLATE ${quoted(name)}`)
    await server.query(
      `COMMENT ON DATABASE ${quoted(copy)} IS ${pg.escapeLiteral(pending.join('\n'))}`,
    )
    const [, ...older] = await copiesOf(server, name)
    for (const old of older.slice(kept - 1)) await server.query(`DROP DATABASE ${quoted(old)}`)
    return copy
  })
}

/**
 * The copy from before a change that broke off half-way: of the migrations that it was kept before, some
 * are still to come and some are not. Another copy would be of a database that no version can use, and in
 * the end push out this one.
 *
 * @param pending the migrations that are still to come
 */
export async function findCopyBeforeUnfinished(
  databaseUrl: string,
  pending: readonly string[],
): Promise<string | undefined> {
  return withServer(databaseUrl, async (server) => {
    const [newest] = await copiesOf(server, nameOf(databaseUrl))
    if (newest === undefined) return undefined
    const { rows } = await server.query<{ pending: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS pending FROM pg_database WHERE datname = $1`,
      [newest],
    )
    const before = rows[0]?.pending?.split('\n') ?? []
    const isUnfinished =
      before.length > pending.length && pending.every((name) => before.includes(name))
    return isUnfinished ? newest : undefined
  })
}

/** The copies that are kept of a database, newest first, then what copies have taken the place of. */
export async function findCopies(databaseUrl: string): Promise<string[]> {
  const name = nameOf(databaseUrl)
  return withServer(databaseUrl, async (server) => [
    ...(await copiesOf(server, name)),
    ...(await replacedOf(server, name)),
  ])
}

/**
 * Puts a copy in the place of the database, or what a copy once took the place of; what was there is kept
 * under a name of its own, which it gives. Nobody else may be connected to either.
 *
 * @throws NoSuchCopy, DatabaseInUse
 */
export async function restoreCopy(
  databaseUrl: string,
  copy: string,
  moment = new Date(),
): Promise<string> {
  const name = nameOf(databaseUrl)
  return withServer(databaseUrl, async (server) => {
    const copies = [...(await copiesOf(server, name)), ...(await replacedOf(server, name))]
    if (!copies.includes(copy)) {
      throw new NoSuchCopy(
        `There is no copy "${copy}". There ${copies.length === 0 ? 'are none' : `are: ${copies.join(', ')}`}.`,
      )
    }
    for (const database of [name, copy]) await refuseOthers(server, database)
    const replaced = `${name}_replaced_${stampOf(moment)}`
    await server.query(`ALTER DATABASE ${quoted(name)} RENAME TO ${quoted(replaced)}`)
    await server.query(`ALTER DATABASE ${quoted(copy)} RENAME TO ${quoted(name)}`)
    return replaced
  })
}

function copiesOf(server: pg.Client, name: string): Promise<string[]> {
  return namedFrom(server, `${name}_before_`)
}

function replacedOf(server: pg.Client, name: string): Promise<string[]> {
  return namedFrom(server, `${name}_replaced_`)
}

async function namedFrom(server: pg.Client, beginning: string): Promise<string[]> {
  const { rows } = await server.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE starts_with(datname, $1) ORDER BY datname DESC`,
    [beginning],
  )
  return rows.map(({ datname }) => datname)
}

async function refuseOthers(server: pg.Client, name: string): Promise<void> {
  const { rows } = await server.query(
    `SELECT FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`,
    [name],
  )
  if (rows.length === 0) return
  throw new DatabaseInUse(
    `Others are connected to the database ${name} (${String(rows.length)}): stop the product, and whoever else they are, so that it can be copied or exchanged whole.`,
  )
}

/** Connects to the server, but to no database of the product. */
async function withServer<T>(
  databaseUrl: string,
  work: (server: pg.Client) => Promise<T>,
): Promise<T> {
  const url = new URL(databaseUrl)
  url.pathname = '/postgres'
  const server = new pg.Client({ connectionString: url.href })
  await server.connect()
  try {
    return await work(server)
  } finally {
    await server.end()
  }
}

function nameOf(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1))
}

/** Of a moment in UTC: as text in the order of time. */
function stampOf(moment: Date): string {
  return moment.toISOString().replace(/\D/g, '').slice(0, 14)
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name)
}
