import pg from 'pg'
import { ServerRoleUnfit } from '../configuration/faults.ts'
import { callable, columnsReadOn, rightsOnWhole, rowRights, type ServerRole } from './grants.ts'

/** What is wrong with the role that somebody signs in as: what it may beyond its work, and what it lacks. */
export interface Unfitness {
  account: string
  beyond: string[]
  lacking: string[]
}

/** Whose work a role does. */
export interface Served {
  /** The servers that it may be of: more than these may do, it may not. */
  may: readonly ServerRole[]
  /** Those that it has to serve. */
  needs: readonly ServerRole[]
}

/**
 * Asserts that whoever signs in at an address may do the work of its servers in this database, and nothing
 * else: neither own or make anything, nor write past the triggers, nor become somebody else.
 *
 * @param variable where the address comes from, for whoever has to mend it
 * @throws ServerRoleUnfit naming what it may beyond that, or lacks, and what to do
 */
export async function assertLimited(
  databaseUrl: string,
  served: Served,
  variable: string,
): Promise<void> {
  const { account, beyond, lacking } = await examineRole(databaseUrl, served)
  if (beyond.length > 0) {
    throw new ServerRoleUnfit(
      `${variable} signs in to the database as "${account}", who may do more than a server may: ${shortened(beyond, 4).join('; ')}. If that is the owner, name the address in DATABASE_OWNER_URL and leave ${variable} out: the start makes a role for each server, where the owner has CREATEROLE. Else let whoever administrates the database run what "npm run database:roles -- --print" prints.`,
    )
  }
  if (lacking.length > 0) {
    throw new ServerRoleUnfit(
      `${variable} signs in to the database as "${account}", who lacks what a server needs (${served.needs.join(', ')}): ${shortened(lacking, 4).join('; ')}. Start the product once with DATABASE_OWNER_URL, or run: npm run database:roles.`,
    )
  }
}

/** Looks at whoever signs in at an address. A database that is empty has no tables to lack a right on. */
export async function examineRole(databaseUrl: string, served: Served): Promise<Unfitness> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ account: string }>('SELECT current_user AS account')
    const tables = await examineTables(client, served)
    const functions = await examineFunctions(client, served)
    return {
      account: rows[0]?.account ?? '',
      beyond: [...(await examinePowers(client)), ...tables.beyond, ...functions.beyond],
      lacking: [...tables.lacking, ...functions.lacking],
    }
  } finally {
    await client.end()
  }
}

/** Each gives, as `found`, what somebody may who is no server. */
const powers: readonly string[] = [
  `SELECT 'it has the attribute ' || attribute AS found FROM pg_roles r CROSS JOIN LATERAL (VALUES
     ('SUPERUSER', rolsuper), ('CREATEDB', rolcreatedb), ('CREATEROLE', rolcreaterole),
     ('REPLICATION', rolreplication), ('BYPASSRLS', rolbypassrls)) has(attribute, it)
   WHERE r.rolname = current_user AND it`,
  `SELECT 'it owns the database' FROM pg_database
   WHERE datname = current_database() AND datdba = (SELECT oid FROM pg_roles WHERE rolname = current_user)`,
  `SELECT DISTINCT 'it owns ' || kind FROM (
     SELECT 'schemas' FROM pg_namespace WHERE nspowner = (SELECT oid FROM pg_roles WHERE rolname = current_user) AND nspname !~ '^pg_'
     UNION ALL SELECT 'tables' FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user) AND NOT relisshared
     UNION ALL SELECT 'functions' FROM pg_proc WHERE proowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
     UNION ALL SELECT 'types' FROM pg_type WHERE typowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)) owned(kind)`,
  `SELECT 'it is a member of ' || roleid::regrole FROM pg_auth_members
   WHERE member = (SELECT oid FROM pg_roles WHERE rolname = current_user)`,
  `SELECT 'it may make things in the schema ' || nspname FROM pg_namespace
   WHERE nspname !~ '^pg_(toast_)?temp_' AND has_schema_privilege(oid, 'CREATE')`,
  `SELECT 'it may look into the schema guard' FROM pg_namespace
   WHERE nspname = 'guard' AND has_schema_privilege(oid, 'USAGE')`,
  `SELECT 'it may ' || what || ' in the database' FROM (VALUES
     ('CREATE', 'make schemas'), ('TEMPORARY', 'make temporary tables')) may(privilege, what)
   WHERE has_database_privilege(current_database(), privilege)`,
  `SELECT 'it may set ' || name FROM (VALUES ('session_replication_role')) parameters(name)
   WHERE has_parameter_privilege(name, 'SET')`,
]

/** What somebody may who is no server. */
export async function examinePowers(client: pg.Client): Promise<string[]> {
  const found: string[] = []
  for (const power of powers) {
    const { rows } = await client.query<{ found: string }>(
      `SELECT found FROM (${power}) powers(found) ORDER BY found`,
    )
    found.push(...rows.map((row) => row.found))
  }
  return found
}

async function examineTables(
  client: pg.Client,
  { may: mayBe, needs }: Served,
): Promise<Omit<Unfitness, 'account'>> {
  const kinds = [...rowRights, 'TRUNCATE', 'REFERENCES', 'TRIGGER']
  const { rows } = await client.query<{
    name: string
    may: string[]
    mayInPart: string[]
    reads: string[]
  }>(
    `SELECT n.nspname || '.' || c.relname AS name,
       ARRAY(SELECT k FROM unnest($1::text[]) k WHERE has_table_privilege(c.oid, k)) AS may,
       ARRAY(SELECT k FROM unnest($2::text[]) k WHERE has_any_column_privilege(c.oid, k)) AS "mayInPart",
       ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
         AND NOT a.attisdropped AND has_column_privilege(c.oid, a.attnum, 'SELECT') ORDER BY a.attname COLLATE "C") AS reads
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'delivery', 'guard') AND c.relkind IN ('r', 'p', 'v', 'm')
       AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')
     ORDER BY 1`,
    [kinds, ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']],
  )
  const beyond: string[] = []
  const lacking: string[] = []
  for (const { name, may, mayInPart, reads } of rows) {
    const allowed = rightsOnWhole(name, mayBe)
    const readable = columnsReadOn(name, mayBe)
    const held = new Set([...may, ...mayInPart])
    if (readable) held.delete('SELECT')
    const more = [...held].filter((right) => !isIn(allowed, right))
    const less = rightsOnWhole(name, needs).filter((right) => !may.includes(right))
    if (more.length > 0) beyond.push(`it may ${more.join(', ')} on ${name}`)
    if (less.length > 0) lacking.push(`${less.join(', ')} on ${name}`)
    const columns = readable ? reads.filter((column) => !readable.includes(column)) : []
    if (columns.length > 0) beyond.push(`it may SELECT (${columns.join(', ')}) on ${name}`)
    const missing = (columnsReadOn(name, needs) ?? []).filter((column) => !reads.includes(column))
    if (missing.length > 0) lacking.push(`SELECT (${missing.join(', ')}) on ${name}`)
  }
  return { beyond, lacking }
}

function isIn(rights: readonly string[], right: string): boolean {
  return rights.includes(right)
}

async function examineFunctions(
  client: pg.Client,
  { may: mayBe, needs }: Served,
): Promise<Omit<Unfitness, 'account'>> {
  const { rows } = await client.query<{ name: string; may: boolean }>(
    `SELECT n.nspname || '.' || p.proname AS name, has_function_privilege(p.oid, 'EXECUTE') AS may
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname || '.' || p.proname = ANY ($1) ORDER BY 1`,
    [Object.keys(callable)],
  )
  const isFor = (roles: readonly ServerRole[], name: string) =>
    roles.some((role) => callable[name]?.includes(role) === true)
  const named = (found: typeof rows) => found.map(({ name }) => name)
  return {
    beyond: named(rows.filter(({ name, may }) => may && !isFor(mayBe, name))).map(
      (name) => `it may call ${name}`,
    ),
    lacking: named(rows.filter(({ name, may }) => !may && isFor(needs, name))).map(
      (name) => `EXECUTE on ${name}`,
    ),
  }
}

/** The first few, and how many more. */
export function shortened(list: readonly string[], most: number): string[] {
  const more = list.length - most
  return more > 0 ? [...list.slice(0, most), `… and ${String(more)} more`] : [...list]
}
