import pg from 'pg'
import { ServerRoleUnfit } from '../configuration/faults.ts'
import {
  callable,
  columnsReadOn,
  rightsOn,
  rightsOnWhole,
  serverRoles,
  type ServerRole,
} from './grants.ts'

/** The names of the roles that the servers sign in as. */
export type RoleNames = Readonly<Record<ServerRole, string>>

/** What stands in a database and has rights. */
export interface Objects {
  /** `schema.table`, views too. */
  tables: readonly string[]
  /** Sequences that a column counts by. */
  sequences: readonly string[]
}

/**
 * The statements that give a server's role its rights, from nothing.
 *
 * @throws ServerRoleUnfit where a table has no line in grants.ts
 */
export function statementsFor(role: ServerRole, name: string, objects: Objects): string[] {
  return statementsForAll([role], name, objects)
}

/** The same for a role that several servers sign in as. */
function statementsForAll(roles: readonly ServerRole[], name: string, objects: Objects): string[] {
  const to = pg.escapeIdentifier(name)
  const { tables, sequences } = objects
  assertNamed(tables)
  return [
    `GRANT USAGE ON SCHEMA public, delivery TO ${to}`,
    ...tables.flatMap((table) => {
      const rights = rightsAsSaid(table, roles)
      return rights.length === 0 ? [] : [`GRANT ${rights.join(', ')} ON ${table} TO ${to}`]
    }),
    ...sequences.map((sequence) => `GRANT USAGE ON SEQUENCE ${sequence} TO ${to}`),
    ...Object.entries(callable)
      .filter(([, callers]) => roles.some((role) => callers.includes(role)))
      .map(([called]) => `GRANT EXECUTE ON FUNCTION ${called} TO ${to}`),
  ]
}

/** What some servers may do with a table, as a GRANT says it. */
function rightsAsSaid(table: string, roles: readonly ServerRole[]): string[] {
  const columns = columnsReadOn(table, roles)
  const inPart = columns === undefined ? [] : [`SELECT (${columns.join(', ')})`]
  return [...inPart, ...rightsOnWhole(table, roles)]
}

/** What takes from everybody what PostgreSQL gives to everybody. It is the owner of the database who says so. */
export const forEverybody = (database: string): string[] => [
  `REVOKE TEMPORARY, CREATE ON DATABASE ${pg.escapeIdentifier(database)} FROM PUBLIC`,
  'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
]

/**
 * Gives the servers' roles the rights of grants.ts, and takes all others away, in the database of the address,
 * whose tables the account owns. Where they have those on tables, these are left alone.
 *
 * @throws ServerRoleUnfit where a table has no line in grants.ts, or a role is not there
 */
export async function giveRights(ownerUrl: string, names: RoleNames): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const objects = await findObjects(client)
    assertNamed(objects.tables)
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('berufsbild rights'))`)
    await takeFromEverybody(client)
    // Two servers may sign in as one role: that has the rights of both.
    const roles = [...new Set(serverRoles.map((role) => names[role]))]
    for (const name of roles) {
      const served = serverRoles.filter((role) => names[role] === name)
      await giveTo(client, { name, served, objects })
    }
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function giveTo(
  client: pg.Client,
  { name, served, objects }: { name: string; served: readonly ServerRole[]; objects: Objects },
): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  if (rowCount === 0) {
    throw new ServerRoleUnfit(
      `There is no database role "${name}". Let whoever administrates the database run what "npm run database:roles -- --print" prints.`,
    )
  }
  const has = await findRights(client, name)
  const wanted = new Map(objects.tables.map((table) => [table, rightsAsSaid(table, served)]))
  const isRight = objects.tables.every(
    (table) => sorted(has.get(table) ?? []) === sorted(wanted.get(table) ?? []),
  )
  const to = pg.escapeIdentifier(name)
  // Sequences and functions are taken and given again each time: they are few.
  const taken = [...(isRight ? [] : ['TABLES']), 'SEQUENCES', 'FUNCTIONS']
  for (const schema of ['public', 'delivery', 'guard']) {
    for (const kind of taken) {
      await client.query(`REVOKE ALL ON ALL ${kind} IN SCHEMA ${schema} FROM ${to}`)
    }
  }
  const tables = isRight ? [] : objects.tables
  for (const statement of statementsForAll(served, name, { ...objects, tables })) {
    await client.query(statement)
  }
}

function sorted(rights: readonly string[]): string {
  return [...rights].sort().join()
}

async function takeFromEverybody(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; owns: boolean }>(
    `SELECT datname AS name, pg_has_role(datdba, 'USAGE') AS owns FROM pg_database
     WHERE datname = current_database()`,
  )
  const [database] = rows
  if (!database?.owns) return
  for (const statement of forEverybody(database.name)) await client.query(statement)
}

/** All tables and views of the product's schemas, and the sequences of columns. */
export async function findObjects(client: pg.Client): Promise<Objects> {
  const { rows } = await client.query<{ name: string; isSequence: boolean }>(
    `SELECT n.nspname || '.' || quote_ident(c.relname) AS name, c.relkind = 'S' AS "isSequence"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'delivery', 'guard') AND (c.relkind IN ('r', 'p', 'v', 'm')
         OR (c.relkind = 'S' AND n.nspname = 'public' AND EXISTS (
           SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'a')))
       AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')
     ORDER BY 1`,
  )
  const named = (isSequence: boolean) =>
    rows.filter((row) => row.isSequence === isSequence).map(({ name }) => name)
  return { tables: named(false), sequences: named(true) }
}

/** The rights on tables and on columns that somebody was given by name, of whatever kind, as a GRANT says them. */
async function findRights(client: pg.Client, name: string): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ name: string; rights: string[] }>(
    `SELECT name, array_agg(said) AS rights FROM (
       SELECT n.nspname || '.' || quote_ident(c.relname) AS name, x.privilege_type AS said
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) x
       WHERE n.nspname IN ('public', 'delivery', 'guard') AND x.grantee = (SELECT oid FROM pg_roles WHERE rolname = $1)
       UNION ALL
       SELECT n.nspname || '.' || quote_ident(c.relname),
         x.privilege_type || ' (' || string_agg(a.attname, ', ' ORDER BY a.attname COLLATE "C") || ')'
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace,
         aclexplode(a.attacl) x
       WHERE n.nspname IN ('public', 'delivery', 'guard') AND x.grantee = (SELECT oid FROM pg_roles WHERE rolname = $1)
       GROUP BY n.nspname, c.relname, x.privilege_type) given
     GROUP BY 1`,
    [name],
  )
  return new Map(rows.map(({ name, rights }) => [name, rights]))
}

function assertNamed(tables: readonly string[]): void {
  const unnamed = tables.filter((table) => rightsOn(table, 'authoring') === undefined)
  if (unnamed.length === 0) return
  throw new ServerRoleUnfit(
    `Nobody has said what the servers may do with these tables: ${unnamed.join(', ')}. Each has a line in src/server/roles/grants.ts.`,
  )
}
