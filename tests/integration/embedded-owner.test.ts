import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTemporaryDatabase, type TemporaryDatabase } from '#server/postgres/temporary.ts'
import { makeEmbeddedRoles } from '#server/roles/embedded-owner.ts'

// An embedded database from before there were roles: all of it is the superuser's.

let database: TemporaryDatabase
let ownerUrl: string

const ask = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  database = await openTemporaryDatabase('owner')
})
afterAll(() => database.close())

describe('the embedded database of an older version', () => {
  const held = `
    SELECT count(*)::int AS things FROM (
      SELECT relowner AS held_by FROM pg_class WHERE relnamespace::regnamespace::text IN ('public', 'delivery')
      UNION ALL SELECT proowner FROM pg_proc WHERE pronamespace::regnamespace::text IN ('public', 'delivery')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
      UNION ALL SELECT typowner FROM pg_type WHERE typnamespace::regnamespace::text IN ('public', 'delivery')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_type.oid AND deptype = 'e')
      UNION ALL SELECT nspowner FROM pg_namespace WHERE nspname = 'delivery'
      UNION ALL SELECT datdba FROM pg_database WHERE datname = current_database()) t
    WHERE held_by = (SELECT oid FROM pg_roles WHERE rolname = 'berufsbild')`

  it('becomes the owner’s, who is no superuser and makes no roles, and stays so', async () => {
    await ask(
      database.url,
      `CREATE EXTENSION pg_trgm;
       CREATE SCHEMA delivery;
       CREATE TYPE colour AS ENUM ('red');
       CREATE TABLE things (id serial PRIMARY KEY, counted bigint GENERATED ALWAYS AS IDENTITY, colour colour);
       CREATE VIEW delivery.things AS SELECT id FROM things;
       CREATE SEQUENCE delivery.loose;
       CREATE FUNCTION does(text) RETURNS text LANGUAGE sql AS 'SELECT $1'`,
    )
    expect(await ask(database.url, held)).not.toEqual([{ things: 0 }])
    ownerUrl = await makeEmbeddedRoles(database.url)
    expect(await ask(database.url, held)).toEqual([{ things: 0 }])
    expect(await makeEmbeddedRoles(database.url)).toBe(ownerUrl)
    const rights = `SELECT rolname::text AS name, rolsuper, rolcreaterole, rolcreatedb FROM pg_roles
      WHERE rolname = current_user`
    expect(await ask(ownerUrl, rights)).toEqual([
      { name: 'berufsbild_owner', rolsuper: false, rolcreaterole: false, rolcreatedb: false },
    ])
  })

  it('can be changed by its owner', async () => {
    await ask(ownerUrl, 'ALTER TABLE things ADD COLUMN more text; DROP VIEW delivery.things')
    await ask(ownerUrl, 'CREATE SCHEMA guard; CREATE TABLE guard.own (); DROP TABLE things')
    expect(await ask(database.url, held)).toEqual([{ things: 0 }])
  })
})
