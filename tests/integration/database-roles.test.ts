import { randomUUID } from 'node:crypto'
import { sql as drizzleSql } from 'drizzle-orm'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqlIn } from '#database/sql.ts'
import { assertLimited } from '#server/roles/assert-limited.ts'
import { serverRoles, type ServerRole } from '#server/roles/grants.ts'
import { makeSignIns } from '#server/roles/make-sign-ins.ts'
import { giveRights } from '#server/roles/rights.ts'
import { addressAs, nameAt } from '#server/roles/sign-ins.ts'
import { makeLive, transition, writeSection } from '#support/factories.ts'
import { forgeries } from '#support/forgeries.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// What somebody can do who speaks SQL with the rights of a server, and nothing else of the product.

let product: Product
let author: SignedIn
let editor: SignedIn
let other: SignedIn
const clients = new Map<ServerRole, pg.Client>()

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  editor = await product.signIn('editor')
  other = await product.signIn('editor')
  for (const role of serverRoles) clients.set(role, await product.connect(role))
})
afterAll(async () => {
  for (const client of clients.values()) await client.end()
  await product.close()
})

/** Tries statements in one transaction, and takes back what they did; gives why they were refused. */
const attempt = async (role: ServerRole, statements: readonly string[]): Promise<string | null> => {
  const client = clients.get(role)
  await client?.query('BEGIN')
  try {
    for (const statement of statements) await client?.query(statement)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await client?.query('ROLLBACK')
  }
}

describe.each(serverRoles)('SQL as the %s', (role) => {
  const denied = /permission denied|must be owner|must be member|must be superuser|must have/
  it.each([
    'CREATE TABLE public.own ()',
    'CREATE TABLE delivery.own ()',
    'CREATE SCHEMA own',
    'CREATE TEMPORARY TABLE own ()',
    `CREATE FUNCTION public.own() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    `CREATE FUNCTION pg_temp.own() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    'CREATE VIEW public.own AS SELECT 1',
    'CREATE TRIGGER own BEFORE INSERT ON workflow_events EXECUTE FUNCTION workflow_append_only()',
    'CREATE RULE own AS ON INSERT TO workflow_events DO INSTEAD NOTHING',
    'CREATE INDEX own ON workflow_events (digest)',
    'CREATE EXTENSION hstore',
    'CREATE ROLE own',
    'ALTER TABLE regional_sections DISABLE TRIGGER workflow_guard_document',
    'ALTER TABLE workflow_events ADD COLUMN own text',
    'ALTER TABLE workflow_events OWNER TO CURRENT_USER',
    'ALTER FUNCTION workflow_is_approved(text, text) SECURITY DEFINER',
    'ALTER FUNCTION workflow_guard_document() OWNER TO CURRENT_USER',
    'ALTER ROLE CURRENT_USER SUPERUSER',
    'ALTER ROLE CURRENT_USER CREATEROLE',
    'ALTER DATABASE CURRENT_DATABASE SET session_replication_role = replica',
    'DROP TRIGGER workflow_guard_document ON regional_sections',
    'DROP TABLE workflow_trash',
    'DROP FUNCTION workflow_is_approved(text, text)',
    'SET session_replication_role = replica',
    `SELECT set_config('session_replication_role', 'replica', false)`,
    'SET ROLE pg_write_all_data',
    'GRANT pg_write_all_data TO CURRENT_USER',
    'SET SESSION AUTHORIZATION pg_database_owner',
    'TRUNCATE regional_sections CASCADE',
    'TRUNCATE workflow_events',
    'TRUNCATE workflow_trash',
    'SELECT FROM guard.keys',
    'SELECT FROM pseudonym_keys',
    `SELECT guard.proof_of('event')`,
    `SELECT guard.signer('a', 'b')`,
    'INSERT INTO workflow_approvals DEFAULT VALUES',
    'UPDATE workflow_approvals SET round = 1',
    'DELETE FROM workflow_approvals',
    'COPY workflow_approvals FROM STDIN',
    'INSERT INTO workflow_sign_offs DEFAULT VALUES',
    'UPDATE workflow_sign_offs SET kind = kind',
    'DELETE FROM workflow_sign_offs',
    'UPDATE workflow_events SET comment = NULL',
    'DELETE FROM workflow_events',
    'DELETE FROM workflow_revocations',
    'UPDATE workflow_anchors SET hash = hash',
    `INSERT INTO workflow_chains VALUES ('own', 0, '')`,
    'UPDATE workflow_chains SET position = position + 1',
    'DELETE FROM workflow_stage_times',
    'INSERT INTO newsroom_texts DEFAULT VALUES',
    'DELETE FROM newsroom_texts',
    'UPDATE delivery.releases SET reason = reason',
    'DELETE FROM delivery.releases',
    `SELECT nextval('delivery.release_positions')`,
    `SELECT setval('users_rels_id_seq', 1)`,
    'INSERT INTO payload_migrations DEFAULT VALUES',
    'UPDATE database_functions SET triggers = NULL',
    `COPY (SELECT 1) TO '/tmp/own'`,
    `COPY users TO PROGRAM 'cat'`,
    `COPY users FROM PROGRAM 'cat'`,
    `SELECT pg_read_file('/etc/passwd')`,
    `SELECT pg_ls_dir('.')`,
    `SELECT lo_import('/etc/passwd')`,
    'SELECT FROM pg_authid',
    `UPDATE pg_trigger SET tgenabled = 'D'`,
    'UPDATE pg_class SET relowner = relowner',
  ])('is refused: %s', async (statement) => {
    const own = statement.replace(
      'CURRENT_DATABASE',
      new URL(product.databaseUrl).pathname.slice(1),
    )
    expect(await attempt(role, [own])).toMatch(denied)
  })

  it.each(['CREATE DATABASE own', 'ALTER SYSTEM SET fsync = off', 'DROP OWNED BY pg_monitor'])(
    'is refused outside a transaction: %s',
    async (statement) => {
      await expect(clients.get(role)?.query(statement)).rejects.toThrow(denied)
    },
  )

  it('gives itself no right that it has not', async () => {
    const give = 'GRANT INSERT ON workflow_approvals TO CURRENT_USER'
    const use = 'INSERT INTO workflow_approvals DEFAULT VALUES'
    expect(await attempt(role, [give, use])).toMatch(denied)
  })

  it.each([
    `DO $$ BEGIN EXECUTE 'ALTER TABLE workflow_events DISABLE TRIGGER ALL'; END $$`,
    `DO $$ BEGIN SET session_replication_role = replica; END $$`,
    `DO LANGUAGE plpgsql $$ BEGIN CREATE TABLE public.own (); END $$`,
  ])('is refused in a block of code: %s', async (statement) => {
    expect(await attempt(role, [statement])).toMatch(denied)
  })
})

describe('SQL as the worker', () => {
  it.each([
    `UPDATE users SET role = 'admin'`,
    'INSERT INTO users_sessions DEFAULT VALUES',
    `UPDATE sites SET name = name`,
    'UPDATE workflow_settings SET id = id',
    'UPDATE professions SET slug = slug',
    `SELECT workflow_approve(gen_random_uuid(), '', '', '', 1, '', '', '', '', '', 1, '')`,
    `SELECT workflow_sign_off(gen_random_uuid(), '', '', '', '', '', '', '', '', '')`,
  ])('is refused beside: %s', async (statement) => {
    expect(await attempt('worker', [statement])).toContain('permission denied')
  })
})

describe('a forgery in one transaction', () => {
  /** The text of each standing that a forgery could begin at. */
  const standings: Readonly<Record<string, () => Promise<string>>> = {
    'a draft': () => writeSection(product, author),
    'a text in review': async () => {
      const id = await writeSection(product, author)
      await transition(product, author, id, { transition: 'submit' })
      return id
    },
    'an approved text': async () => {
      const id = await writeSection(product, author)
      await transition(product, author, id, { transition: 'submit' })
      await transition(product, editor, id, { transition: 'approve' })
      return id
    },
    'a live text': () => makeLive(product, { author, editor }),
  }

  describe.each(Object.keys(standings))('on %s', (standing) => {
    let id: string
    beforeAll(async () => {
      id = (await standings[standing]?.()) ?? ''
    })

    it.each(forgeries.flatMap(({ name }) => serverRoles.map((role) => [name, role] as const)))(
      'is refused: %s, as the %s',
      async (name, role) => {
        const forgery = forgeries.find((one) => one.name === name)
        const statements = forgery?.statements({
          collection: 'regional-sections',
          table: 'regional_sections',
          id,
          signer: other.id,
        })
        const refusal = await attempt(role, statements ?? [])
        expect(refusal).not.toBeNull()
        // By a right or by the guard, and not because the statement makes no sense.
        expect(refusal).toMatch(
          /permission denied|must be owner|publish only|unpublish and archive only|through the product|another event|duplicate key/,
        )
      },
    )
  })

  it('is told apart from what the product does, which has these same roles', async () => {
    const id = await standings['a live text']?.()
    const { rows } = await product.sql.query(
      'SELECT _status FROM regional_sections WHERE id = $1',
      [id],
    )
    expect(rows).toEqual([{ _status: 'published' }])
    const db = await sqlIn(await product.localRequest())
    const { rows: names } = await db.execute(drizzleSql`SELECT current_user AS name`)
    expect(names).toEqual([{ name: nameAt(product.addresses.authoring) }])
  })
})

describe('SQL as the worker', () => {
  it.each([
    'SELECT hash FROM users',
    'SELECT salt FROM users',
    'SELECT reset_password_token FROM users',
    'SELECT * FROM users',
    'SELECT users FROM users',
    `SELECT count(*) FROM users WHERE hash LIKE 'a%'`,
    'SELECT id FROM users_sessions',
    'SELECT hash FROM sites_keys',
    'SELECT hash FROM delivery.site_keys',
    'SELECT FROM second_factors',
    'SELECT FROM passkeys',
    'SELECT FROM recovery_codes',
    'COPY users TO STDOUT',
  ])('reads nothing that people and sites sign in by: %s', async (statement) => {
    expect(await attempt('worker', [statement])).toMatch(/permission denied/)
  })

  it('reads whom it writes to', async () => {
    expect(await attempt('worker', ['SELECT id, name, email, role FROM users'])).toBeNull()
  })

  it('is refused at the start where it may read more, and the rights mend that', async () => {
    const { worker, authoring } = product.addresses
    const names = { authoring: nameAt(authoring), worker: nameAt(worker) }
    const served = { may: ['worker'], needs: ['worker'] } as const
    for (const [harm, told] of [
      ['GRANT SELECT ON users TO', 'SELECT (hash'],
      ['GRANT SELECT (hash) ON users TO', 'SELECT (hash) on public.users'],
      ['REVOKE SELECT (email) ON users FROM', 'lacks'],
    ] as const) {
      await product.sql.query(`${harm} ${names.worker}`)
      await expect(assertLimited(worker, served, 'X')).rejects.toThrow(told)
      await giveRights(product.databaseUrl, names)
      await assertLimited(worker, served, 'X')
    }
  })
})

describe('the start', () => {
  const name = `own_${randomUUID().replaceAll('-', '')}`
  let address: string
  beforeAll(async () => {
    const signIn = { name, password: 'own' }
    await makeSignIns(product.databaseUrl, [signIn])
    await giveRights(product.databaseUrl, { authoring: name, worker: name })
    address = addressAs(product.databaseUrl, signIn)
  })
  afterAll(async () => {
    await product.sql.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`)
  })
  const both = { may: serverRoles, needs: serverRoles }

  it('takes the roles as they are made', async () => {
    await assertLimited(
      product.addresses.authoring,
      { may: ['authoring'], needs: ['authoring'] },
      'X',
    )
    await assertLimited(product.addresses.worker, { may: ['worker'], needs: ['worker'] }, 'X')
    await assertLimited(address, both, 'X')
  })

  it.each([
    [`ALTER ROLE ${name} CREATEDB`, `ALTER ROLE ${name} NOCREATEDB`, 'attribute CREATEDB'],
    [`ALTER ROLE ${name} SUPERUSER`, `ALTER ROLE ${name} NOSUPERUSER`, 'attribute SUPERUSER'],
    [`ALTER ROLE ${name} BYPASSRLS`, `ALTER ROLE ${name} NOBYPASSRLS`, 'attribute BYPASSRLS'],
    [
      `GRANT pg_read_all_data TO ${name}`,
      `REVOKE pg_read_all_data FROM ${name}`,
      'pg_read_all_data',
    ],
    [
      `GRANT CREATE ON SCHEMA public TO ${name}`,
      `REVOKE CREATE ON SCHEMA public FROM ${name}`,
      'make things in the schema public',
    ],
    [
      `GRANT USAGE ON SCHEMA guard TO ${name}`,
      `REVOKE USAGE ON SCHEMA guard FROM ${name}`,
      'guard',
    ],
    [
      `GRANT SET ON PARAMETER session_replication_role TO ${name}`,
      `REVOKE SET ON PARAMETER session_replication_role FROM ${name}`,
      'session_replication_role',
    ],
    [
      `GRANT INSERT ON workflow_approvals TO ${name}`,
      `REVOKE INSERT ON workflow_approvals FROM ${name}`,
      'INSERT on public.workflow_approvals',
    ],
    [
      `GRANT UPDATE (comment) ON workflow_events TO ${name}`,
      `REVOKE UPDATE (comment) ON workflow_events FROM ${name}`,
      'UPDATE on public.workflow_events',
    ],
    [
      `GRANT TRIGGER ON career_profiles TO PUBLIC`,
      `REVOKE TRIGGER ON career_profiles FROM PUBLIC`,
      'TRIGGER on public.career_profiles',
    ],
    [
      `ALTER TABLE workflow_trash OWNER TO ${name}`,
      `ALTER TABLE workflow_trash OWNER TO CURRENT_USER`,
      'owns tables',
    ],
  ])('refuses a role after %s', async (harm, mend, told) => {
    await product.sql.query(harm)
    try {
      await expect(assertLimited(address, both, 'DATABASE_URL')).rejects.toThrow(told)
    } finally {
      await product.sql.query(mend)
    }
    // What goes with an owner goes with the mending, too.
    await giveRights(product.databaseUrl, { authoring: name, worker: name })
    await assertLimited(address, both, 'DATABASE_URL')
  })

  it('refuses temporary tables, in which a record could lie that only has its name', async () => {
    const database = new URL(address).pathname.slice(1)
    await product.sql.query(`GRANT TEMPORARY ON DATABASE ${database} TO PUBLIC`)
    await expect(assertLimited(address, both, 'DATABASE_URL')).rejects.toThrow('temporary tables')
    await giveRights(product.databaseUrl, { authoring: name, worker: name })
    await assertLimited(address, both, 'DATABASE_URL')
  })

  it('says what a role lacks, and gives it', async () => {
    await product.sql.query(`REVOKE INSERT ON workflow_events FROM ${name}`)
    await expect(assertLimited(address, both, 'DATABASE_URL')).rejects.toThrow(
      'lacks what a server needs (authoring, worker): INSERT on public.workflow_events',
    )
    await giveRights(product.databaseUrl, { authoring: name, worker: name })
    await assertLimited(address, both, 'DATABASE_URL')
  })

  it('takes away a function that a role may call no more, where its tables are as they were', async () => {
    await product.sql.query(`GRANT EXECUTE ON FUNCTION guard.proof_of TO ${name}`)
    const may = async () => {
      const { rows } = await product.sql.query<{ may: boolean }>(
        `SELECT has_function_privilege($1, 'guard.proof_of(text[])', 'EXECUTE') AS may`,
        [name],
      )
      return rows[0]?.may
    }
    expect(await may()).toBe(true)
    await giveRights(product.databaseUrl, { authoring: name, worker: name })
    expect(await may()).toBe(false)
    await assertLimited(address, both, 'DATABASE_URL')
  })

  it('refuses a table that nobody has named', async () => {
    await product.sql.query('CREATE TABLE public.of_nobody ()')
    try {
      await expect(
        giveRights(product.databaseUrl, { authoring: name, worker: name }),
      ).rejects.toThrow('public.of_nobody')
    } finally {
      await product.sql.query('DROP TABLE public.of_nobody')
    }
  })
})
