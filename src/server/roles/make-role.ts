import type pg from 'pg'
import type { SignIn } from './sign-ins.ts'

/** What takes away each right that a role may have beside those on tables. */
const withoutRight = {
  rolsuper: 'NOSUPERUSER',
  rolcreatedb: 'NOCREATEDB',
  rolcreaterole: 'NOCREATEROLE',
  rolreplication: 'NOREPLICATION',
  rolbypassrls: 'NOBYPASSRLS',
} as const

/**
 * Makes a role that can sign in and do nothing else, or gives it its password again and takes away what it can
 * beside. Within a transaction, and one process at a time.
 */
export async function makeRole(client: pg.Client, { name, password }: SignIn): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('berufsbild delivery role'))`)
  const { rows } = await client.query<Record<string, boolean>>(
    `SELECT ${Object.keys(withoutRight).join(', ')} FROM pg_roles WHERE rolname = $1`,
    [name],
  )
  const [known] = rows
  // PostgreSQL asks for the right to change an attribute also where nothing changes: only what is
  // there is taken away.
  const toTake = Object.entries(withoutRight)
    .filter(([right]) => known?.[right] === true)
    .map(([, attribute]) => attribute)
  await client.query(
    [
      known ? 'ALTER ROLE' : 'CREATE ROLE',
      client.escapeIdentifier(name),
      ...toTake,
      `LOGIN PASSWORD ${client.escapeLiteral(password)}`,
    ].join(' '),
  )
}
