import { createHmac } from 'node:crypto'
import pg from 'pg'
import { serverRoles } from './grants.ts'
import { makeRole } from './make-role.ts'
import { addressAs, databaseOf, signInOf, type SignIn } from './sign-ins.ts'

const owner = 'berufsbild_owner'

/**
 * Makes, in the cluster that is ours, the role that owns the database and everything in it, and those of the
 * servers: the superuser, as whom all was done once, is there for this alone, and for copies of the database.
 * Gives the owner's address.
 */
export async function makeEmbeddedRoles(superuserUrl: string): Promise<string> {
  const signIn = ownerOf(superuserUrl)
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    const signIns = serverRoles.map((role) => signInOf(superuserUrl, role, ''))
    for (const one of [signIn, ...signIns]) await makeRole(client, one)
    await client.query(groupOfDelivery)
    const { rows } = await client.query<{ statement: string }>(ofOthers, [
      owner,
      databaseOf(superuserUrl),
    ])
    for (const { statement } of rows) await client.query(statement)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
  return addressAs(superuserUrl, signIn)
}

function ownerOf(superuserUrl: string): SignIn {
  const password = decodeURIComponent(new URL(superuserUrl).password)
  return {
    name: owner,
    password: createHmac('sha256', password).update('owner sign-in').digest('base64url'),
  }
}

/** A migration makes it elsewhere; the owner here makes no roles. */
const groupOfDelivery = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'berufsbild_delivery') THEN
      CREATE ROLE berufsbild_delivery NOLOGIN;
    END IF;
  END $$`

/** What is not the owner's yet: of a database that the superuser has made, or copied. */
const ofOthers = `
  WITH owner AS (SELECT oid FROM pg_roles WHERE rolname = $1::text),
    ours AS (SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('public', 'delivery', 'guard')),
    extensions AS (SELECT objid FROM pg_depend WHERE deptype = 'e')
  SELECT format('ALTER %s OWNER TO %I', object, $1) AS statement FROM (
    SELECT 'DATABASE ' || quote_ident(datname), datdba, oid FROM pg_database WHERE datname = $2::text
    UNION ALL
    SELECT 'SCHEMA ' || quote_ident(n.nspname), n.nspowner, n.oid FROM pg_namespace n
      WHERE n.nspname IN ('delivery', 'guard')
    UNION ALL
    SELECT CASE c.relkind WHEN 'v' THEN 'VIEW ' WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END
        || ours.nspname || '.' || quote_ident(c.relname), c.relowner, c.oid
      FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v') OR (c.relkind = 'S' AND NOT EXISTS (
        SELECT FROM pg_depend d
        WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')))
    UNION ALL
    SELECT 'ROUTINE ' || p.oid::regprocedure, p.proowner, p.oid
      FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace
    UNION ALL
    SELECT 'TYPE ' || ours.nspname || '.' || quote_ident(t.typname), t.typowner, t.oid
      FROM pg_type t JOIN ours ON ours.oid = t.typnamespace WHERE t.typtype = 'e'
  ) things(object, held_by, oid)
  WHERE held_by <> (SELECT oid FROM owner) AND oid NOT IN (SELECT objid FROM extensions)`
