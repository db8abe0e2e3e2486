import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Payload } from 'payload'
import { deliveryAddress } from '../delivery-role.ts'
import { DatabaseUnguarded, reasonOf } from '../configuration/faults.ts'
import type { Environment } from '../configuration/environment.ts'
import { projectRoot } from '../installation/installation.ts'
import { assertGuarded } from '../migrate.ts'
import { loadMigrations } from '../migrations.ts'
import { examineRole, shortened } from '../roles/assert-limited.ts'
import { examineReader } from '../roles/assert-reader.ts'
import { serverRoles, type ServerRole } from '../roles/grants.ts'
import type { ServerAddresses } from '../roles/sign-ins.ts'
import { describeStructure } from '../structure.ts'
import { examineAddresses } from './addresses.ts'
import { examineFiles, examineVersion } from './files.ts'
import { examineOpenness } from './openness.ts'
import { examineSecondFactors } from './second-factors.ts'
import { examineSignIn } from './sign-in.ts'
import { ill, well, worthKnowing, type Diagnosis } from './diagnosis.ts'

/** The oldest major version of PostgreSQL that the product is tried on. */
const oldestPostgres = 15

/**
 * Looks at an installation and changes nothing in it: versions, database, its structure and triggers, what the
 * role of each server may do, by what people get in, what is open to others, and whether the worker keeps up. Each part is looked at whatever the
 * one before has come to.
 */
export async function* examine(
  payload: Payload,
  environment: Environment,
  addresses: ServerAddresses,
  place: { isEmbedded: boolean; dataDirectory?: string } = { isEmbedded: false },
): AsyncGenerator<Diagnosis> {
  const databaseUrl = environment.DATABASE_URL ?? ''
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    yield await examineVersion(projectRoot)
    yield examineNode(process.versions.node)
    yield* examineDatabase(client)
    const [migrations, isCurrent] = await examineMigrations(client)
    yield migrations
    if (isCurrent) {
      yield await examineTriggers(client, payload)
      yield await examineStructure(client)
      yield* examineWork(client)
      yield* examineComparison(client, environment.AUDIT_ROWS_PER_MINUTE)
      for (const role of serverRoles) yield await examineServer(role, addresses)
    }
    yield* examineSignIn(environment)
    if (isCurrent) yield await examineSecondFactors(client, environment)
    yield* examineAddresses(environment)
    yield* examineOpenness(environment, place)
    if (place.dataDirectory !== undefined) {
      yield await examineFiles(place.dataDirectory, projectRoot)
    }
    yield await examineDeliverySignIn(
      environment.DELIVERY_DATABASE_URL ??
        deliveryAddress(databaseUrl, environment.PAYLOAD_SECRET ?? ''),
    )
  } finally {
    await client.end()
  }
}

function examineNode(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 20)
    ? well('Node', version)
    : ill('Node', version, 'The product runs on Node 20.20 and later.')
}

async function* examineDatabase(client: pg.Client): AsyncGenerator<Diagnosis> {
  const { rows } = await client.query<{
    version: string
    number: number
    encoding: string
  }>(
    `SELECT current_setting('server_version') AS version,
            current_setting('server_version_num')::int AS number,
            pg_encoding_to_char(encoding) AS encoding
     FROM pg_database WHERE datname = current_database()`,
  )
  const [server] = rows
  if (!server) return
  const { version, encoding } = server
  yield Math.floor(server.number / 10_000) >= oldestPostgres
    ? well('PostgreSQL', version)
    : ill('PostgreSQL', version, `Use PostgreSQL ${String(oldestPostgres)} or later.`)
  yield encoding === 'UTF8'
    ? well('encoding', encoding)
    : ill('encoding', encoding, 'Make the database anew with ENCODING UTF8.')
}

/** Who a server signs in as, and what that role may do beyond the server's work, or lacks for it. */
async function examineServer(role: ServerRole, addresses: ServerAddresses): Promise<Diagnosis> {
  const about = `${role} sign-in`
  const needs = serverRoles.filter((other) => addresses[other] === addresses[role])
  try {
    const found = await examineRole(addresses[role], { may: needs, needs })
    const { account, beyond, lacking } = found
    if (beyond.length > 0) {
      return ill(
        about,
        `"${account}" may do more than its work: ${shortened(beyond, 4).join('; ')}`,
        'Name the owner in DATABASE_OWNER_URL alone, and see to the roles with: npm run database:roles.',
      )
    }
    if (lacking.length > 0) {
      return ill(
        about,
        `"${account}" lacks: ${shortened(lacking, 4).join('; ')}`,
        'Give it its rights with: npm run database:roles.',
      )
    }
    return needs.length > 1
      ? worthKnowing(
          about,
          `"${account}" is the role of ${needs.join(' and ')}`,
          'Name a role of its own for the worker in WORKER_DATABASE_URL: it needs less.',
        )
      : well(about, `"${account}" may do its work, and nothing else`)
  } catch (error) {
    return ill(
      about,
      `cannot sign in: ${reasonOf(error)}`,
      'Start the product once, or make the role: npm run database:roles.',
    )
  }
}

/** The diagnosis, and whether what depends on the tables can be looked at. */
async function examineMigrations(client: pg.Client): Promise<[Diagnosis, boolean]> {
  const about = 'migrations'
  const { rows: tables } = await client.query<{ name: string | null }>(
    `SELECT to_regclass('public.payload_migrations') AS name`,
  )
  if (tables[0]?.name === null) {
    return [ill(about, 'the database is empty', 'Start the product once: npm start.'), false]
  }
  const { rows } = await client.query<{ name: string }>('SELECT name FROM payload_migrations')
  const applied = rows.map(({ name }) => name)
  const known = (await loadMigrations()).map(({ name }) => name)
  const missing = known.filter((name) => !applied.includes(name))
  // Payload records its own development pushes under this name.
  const unknown = applied.filter((name) => !known.includes(name) && name !== 'dev')
  if (unknown.length > 0) {
    return [
      ill(
        about,
        `the database is of a newer version: ${unknown.join(', ')}`,
        'Run the version of the product that made these, or restore the copy from before it.',
      ),
      false,
    ]
  }
  if (missing.length > 0) {
    return [
      ill(about, `missing: ${missing.join(', ')}`, 'Start the product once: npm start.'),
      false,
    ]
  }
  return [well(about, `all ${String(known.length)} are applied`), true]
}

async function examineTriggers(client: pg.Client, payload: Payload): Promise<Diagnosis> {
  try {
    await assertGuarded(client, payload)
    return well('triggers', 'all that guard what is live are there and fire')
  } catch (error) {
    if (!(error instanceof DatabaseUnguarded)) throw error
    return ill('triggers', 'the database does not guard what is live', error.message)
  }
}

/** At most so many lines of a difference are told. */
const linesTold = 5

async function examineStructure(client: pg.Client): Promise<Diagnosis> {
  const about = 'structure'
  const file = new URL('../../../migrations/structure.sql', import.meta.url)
  const wanted = new Set((await readFile(file, 'utf8')).split('\n'))
  const there = new Set((await describeStructure(client)).split('\n'))
  const lines = [
    ...[...wanted].filter((line) => !there.has(line)).map((line) => `- ${line}`),
    ...[...there].filter((line) => !wanted.has(line)).map((line) => `+ ${line}`),
  ]
  if (lines.length === 0) return well(about, 'is that of migrations/structure.sql')
  const told = lines.slice(0, linesTold).join('\n')
  const more = lines.length - linesTold
  return worthKnowing(
    about,
    `differs from migrations/structure.sql in ${String(lines.length)} lines`,
    `Find out who changed it:\n${told}${more > 0 ? `\n… and ${String(more)} more` : ''}`,
  )
}

async function examineDeliverySignIn(address: string): Promise<Diagnosis> {
  const about = 'delivery sign-in'
  try {
    const { account, reads, beyond } = await examineReader(address)
    if (!reads) {
      return ill(about, 'may not read what is delivered', 'Start the product: it gives the rights.')
    }
    return beyond.length > 0
      ? ill(
          about,
          `"${account}" may do more than read what is delivered: ${shortened(beyond, 4).join('; ')}`,
          'Take its other rights away, or name another account in DELIVERY_DATABASE_URL.',
        )
      : well(about, 'reads what is delivered, and nothing else')
  } catch (error) {
    return ill(
      about,
      `cannot sign in: ${reasonOf(error)}`,
      'Start the product once: npm start makes the account.',
    )
  }
}

/** What waits for the worker for longer than it should: a minute for a plan, an hour for the rest. */
async function* examineWork(client: pg.Client): AsyncGenerator<Diagnosis> {
  const { rows } = await client.query<{
    plans: number
    lapses: number
    mails: number
    dead: number
  }>(
    `SELECT (SELECT count(*)::int FROM workflow_plans
             WHERE status = 'pending' AND due_at < now() - interval '1 minute') AS plans,
            (SELECT count(*)::int FROM delivery.documents
             WHERE lapses_after + 1 < (now() - interval '1 hour') AT TIME ZONE 'Europe/Berlin') AS lapses,
            (SELECT count(*)::int FROM notification_mails WHERE status = 'pending'
               AND mode = 'immediate' AND next_attempt_at < now() - interval '1 hour') AS mails,
            (SELECT count(*)::int FROM webhook_deliveries WHERE status = 'dead') AS dead`,
  )
  const { plans = 0, lapses = 0, mails = 0, dead = 0 } = rows[0] ?? {}
  yield plans === 0
    ? well('plans', 'none is overdue')
    : ill(
        'plans',
        `${String(plans)} are overdue`,
        'Is the worker running? npm start, or npm run worker.',
      )
  yield lapses === 0
    ? well('lapses', 'nothing is shown for longer than it may be')
    : ill(
        'lapses',
        `${String(lapses)} texts show what has lapsed`,
        'Is the worker running? npm start, or npm run worker.',
      )
  yield mails === 0
    ? well('mails', 'none waits')
    : ill(
        'mails',
        `${String(mails)} wait for over an hour`,
        'See the log of the worker, and SMTP_URL.',
      )
  if (dead > 0) {
    yield worthKnowing(
      'webhooks',
      `${String(dead)} messages could not be delivered`,
      'See the site in the admin, under webhooks: they can be sent again there.',
    )
  }
}

/** At most so many places are told of one by one. */
const placesTold = 20

/** Whether what sites read is what was published, as far as the worker has compared it. */
async function* examineComparison(
  client: pg.Client,
  rowsPerMinute: number,
): AsyncGenerator<Diagnosis> {
  const about = 'what sites read'
  const { rows: faults } = await client.query<{ place: string; problem: string; all: number }>(
    `SELECT place, problem, count(*) OVER ()::int AS all FROM audit_faults WHERE gone_at IS NULL
     ORDER BY first_seen_at, place, problem LIMIT ${String(placesTold)}`,
  )
  const [first] = faults
  yield first
    ? ill(
        about,
        `${String(first.all)} places differ from what was published`,
        `Find out who changed them past the application, then write them anew with "npm run delivery:rebuild" and see with "npm run audit:verify -- --anew" that nothing is left:\n${faults
          .map(({ place, problem }) => `${place}: ${problem}`)
          .join('\n')}`,
      )
    : well(about, 'nothing is known that differs from what was published')
  const isLate = await isComparisonLate(client)
  if (isLate) {
    yield ill(
      'comparison',
      'none has come to its end for two days',
      'Is the worker running? If so, see its log, and raise AUDIT_ROWS_PER_MINUTE; or run "npm run audit:verify".',
    )
  }
  if (rowsPerMinute === 0) {
    yield worthKnowing(
      'comparison',
      'the worker compares nothing',
      'AUDIT_ROWS_PER_MINUTE is 0: run "npm run audit:verify" once a day yourself.',
    )
    return
  }
  const { rows: sweeps } = await client.query<{ hours: number; isFinished: boolean }>(
    `SELECT extract(epoch FROM now() - started_at)::float8 / 3600 AS hours,
            finished_at IS NOT NULL AS "isFinished" FROM audit_sweeps WHERE runner = 'worker'`,
  )
  const [sweep] = sweeps
  if (!isLate && sweep && (sweep.isFinished ? sweep.hours > 49 : sweep.hours > 25)) {
    yield worthKnowing(
      'comparison',
      'the worker has not compared all of it within a day',
      'Is the worker running? If so, raise AUDIT_ROWS_PER_MINUTE.',
    )
  }
}

/** Whether nobody has compared all of it within two days; the first time counts from its beginning. */
async function isComparisonLate(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ isLate: boolean | null }>(
    `SELECT coalesce(max(last_finished_at), min(started_at)) < now() - interval '2 days' AS "isLate"
     FROM audit_sweeps`,
  )
  return rows[0]?.isLate === true
}
