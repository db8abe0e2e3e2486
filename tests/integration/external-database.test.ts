import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliveryAddress, ensureDeliverySignIn } from '#server/delivery-role.ts'
import { launcher } from '#server/launcher.ts'
import { childEnvironment } from '#server/configuration/environment.ts'
import { assertLimited } from '#server/roles/assert-limited.ts'
import { serverRoles } from '#server/roles/grants.ts'
import { makeSignIns } from '#server/roles/make-sign-ins.ts'
import { openToServers } from '#server/roles/open-to-servers.ts'
import { giveRights } from '#server/roles/rights.ts'
import { addressAs, addressesFrom, signInOf } from '#server/roles/sign-ins.ts'
import { openTemporaryDatabase, type TemporaryDatabase } from '#server/postgres/temporary.ts'
import { exitOf, launchStart, runCommand } from '#support/installation.ts'

// A server that is not ours: each database belongs to an account that may make roles, and is no
// superuser. That is what hosts of PostgreSQL hand out.

const secret = 'a secret for the tests only'
const readSites = 'SELECT FROM delivery.sites'
const wrongPassword = '28P01'
const notAllowed = '42501'

describe('a PostgreSQL server that the product did not make', () => {
  let server: TemporaryDatabase

  beforeAll(async () => {
    server = await openTemporaryDatabase('external')
  })
  afterAll(() => server.close())

  const addressOf = (database: string, account = database): string =>
    Object.assign(new URL(server.url), {
      username: account,
      password: account,
      pathname: `/${database}`,
    }).href
  const makeAccount = (name: string, rights = 'CREATEROLE') =>
    ask(server.url, `CREATE ROLE ${name} LOGIN NOSUPERUSER ${rights} PASSWORD '${name}'`)
  const makeDatabase = (name: string, owner: string, from = 'template1') =>
    ask(server.url, `CREATE DATABASE ${name} OWNER ${owner} TEMPLATE ${from}`)

  const settings = {
    NODE_ENV: 'production',
    PAYLOAD_SECRET: secret,
    DEMO: 'off',
    LOG_LEVEL: 'fatal',
  }

  /** What the start does first, in a process of its own, as the owner; and then the roles. */
  const prepare = async (url: string) => {
    await promisify(execFile)(process.execPath, [launcher, 'src/server/prepare.ts'], {
      env: childEnvironment({ ...settings, DATA_DIR: server.folder, DATABASE_OWNER_URL: url }),
    })
    await openToServers(url, secret)
    await ensureDeliverySignIn(url, secret)
  }

  it('serves a first start and a second one', async () => {
    await makeAccount('first')
    await makeDatabase('first', 'first')
    await prepare(addressOf('first'))
    await prepare(addressOf('first'))
    expect(await ask(deliveryAddress(addressOf('first'), secret), readSites)).toEqual([])
  })

  it('serves another installation of the same account', async () => {
    await makeDatabase('neighbour', 'first', 'first')
    const url = addressOf('neighbour', 'first')
    await ensureDeliverySignIn(url, secret)
    await ensureDeliverySignIn(url, secret)
    expect(await ask(deliveryAddress(url, secret), readSites)).toEqual([])
  })

  it('serves an installation of another account', async () => {
    await makeAccount('second')
    await makeDatabase('second', 'second')
    await prepare(addressOf('second'))
    await ensureDeliverySignIn(addressOf('second'), secret)
    expect(await ask(deliveryAddress(addressOf('second'), secret), readSites)).toEqual([])
  })

  it.each([
    ['first', 'SELECT FROM users'],
    ['first', 'UPDATE delivery.sites SET name = name'],
    ['first', 'CREATE TABLE public.own ()'],
    ['second', readSites],
  ])('keeps the delivery plane of the first from asking %s: %s', async (database, statement) => {
    const address = new URL(deliveryAddress(addressOf('first'), secret))
    address.pathname = `/${database}`
    await expect(ask(address.href, statement)).rejects.toMatchObject({ code: notAllowed })
  })

  it('ends the right to read of other installations that the delivery plane once had', async () => {
    const address = new URL(deliveryAddress(addressOf('first'), secret))
    await ask(addressOf('first'), `GRANT berufsbild_delivery TO ${address.username}`)
    await ensureDeliverySignIn(addressOf('first'), secret)
    address.pathname = '/second'
    await expect(ask(address.href, readSites)).rejects.toMatchObject({ code: notAllowed })
  })

  it('gives the delivery plane a new password with a new secret', async () => {
    const url = addressOf('first')
    const other = 'another secret for the tests'
    await ensureDeliverySignIn(url, other)
    await expect(ask(deliveryAddress(url, secret), readSites)).rejects.toMatchObject({
      code: wrongPassword,
    })
    expect(await ask(deliveryAddress(url, other), readSites)).toEqual([])
  })

  it('takes from the delivery plane what it may not have, or does not start', async () => {
    const { username } = new URL(deliveryAddress(addressOf('first'), secret))
    await ask(server.url, `ALTER ROLE ${username} CREATEROLE`)
    await ensureDeliverySignIn(addressOf('first'), secret)
    const rights = `SELECT rolcreaterole FROM pg_roles WHERE rolname = '${username}'`
    expect(await ask(server.url, rights)).toEqual([{ rolcreaterole: false }])
    await ask(server.url, `ALTER ROLE ${username} SUPERUSER`)
    await expect(ensureDeliverySignIn(addressOf('first'), secret)).rejects.toThrow(
      `"first" may not make the database role "${username}" for the delivery plane: permission denied to alter role`,
    )
    await ask(server.url, `ALTER ROLE ${username} NOSUPERUSER`)
  })

  it('has a role for each server, with its rights in its own database and in no other', async () => {
    for (const [database, other] of [
      ['first', 'second'],
      ['second', 'first'],
    ] as const) {
      const addresses = addressesFrom(addressOf(database), secret)
      for (const role of serverRoles) {
        await assertLimited(addresses[role], { may: [role], needs: [role] }, 'DATABASE_URL')
        const elsewhere = Object.assign(new URL(addresses[role]), { pathname: `/${other}` })
        await expect(ask(elsewhere.href, 'SELECT FROM users')).rejects.toMatchObject({
          code: notAllowed,
        })
      }
    }
  })

  it('gives nobody the password of another server, or of the owner', () => {
    const url = addressOf('first')
    const passwords = [url, ...Object.values(addressesFrom(url, secret))]
      .concat(deliveryAddress(url, secret))
      .map((address) => new URL(address).password)
    expect(new Set(passwords).size).toBe(4)
    // Who knows the secret, as every server does, does not know them either.
    const other = addressOf('first').replace(':first@', ':another@')
    expect(addressesFrom(other, secret).worker).not.toBe(addressesFrom(url, secret).worker)
  })

  it('is made ready by one command, as often as one likes, and used without the owner then', async () => {
    await makeDatabase('whole', 'first')
    const url = addressOf('whole', 'first')
    const run = async (name: string, args: readonly string[], own: Record<string, string>) => {
      const { process, output } = runCommand(name, args, {
        ...settings,
        DATA_DIR: server.folder,
        ...own,
      })
      return { status: await exitOf(process), said: output() }
    }
    for (const name of ['database-migrate', 'database-roles', 'database-migrate']) {
      expect(await run(name, [], { DATABASE_OWNER_URL: url })).toMatchObject({ status: 0 })
    }
    const { authoring, worker } = addressesFrom(url, secret)
    const servers = { DATABASE_URL: authoring, WORKER_DATABASE_URL: worker }
    expect(await run('audit', ['verify'], servers)).toMatchObject({ status: 0 })
    const found = await run('doctor', [], servers)
    expect(found).toMatchObject({ status: 0 })
    expect(found.said).not.toContain('note')
    const refused = await run('database-migrate', [], servers)
    expect(refused).toMatchObject({ status: 1 })
    expect(refused.said).toContain('DATABASE_OWNER_URL')
    const other = await run('audit', ['verify'], {
      ...servers,
      PAYLOAD_SECRET: `${secret}, changed`,
    })
    expect(other).toMatchObject({ status: 1 })
    expect(other.said).toContain('PAYLOAD_SECRET is not the one')
  })

  it('does not start servers as the owner', async () => {
    const started = await launchStart({ ...settings, DATABASE_URL: addressOf('first') })
    expect(await exitOf(started.process)).toBe(1)
    expect(started.output()).toMatch(
      /^DATABASE_URL signs in to the database as "first", who may do more than a server may: it has the attribute CREATEROLE; it owns the database; .*… and \d+ more\. .* DATABASE_OWNER_URL .*npm run database:roles -- --print/m,
    )
  })

  it('takes roles that somebody else has made, by the SQL that is printed', async () => {
    await makeAccount('humble', 'NOCREATEROLE')
    await makeDatabase('humble', 'humble')
    const url = addressOf('humble')
    const signIns = serverRoles.map((role) => signInOf(url, role, secret))
    await expect(makeSignIns(url, signIns)).rejects.toThrow(
      /^"humble" may not make the database role "berufsbild_authoring_[0-9a-f]{12}": permission denied to create role.*npm run database:roles -- --print/,
    )
    const printed = await promisify(execFile)(
      process.execPath,
      [launcher, 'src/server/commands/database-roles.ts', '--print'],
      { env: childEnvironment({ ...settings, DATABASE_OWNER_URL: url }) },
    )
    expect(printed.stdout).not.toContain(new URL(url).password + '@')
    const [roles = '', ofOwner = ''] = printed.stdout.split(/^-- [23]\..*$/m)
    const name = (sql: string) =>
      sql
        .replaceAll(/berufsbild_(authoring|worker|reader)/g, 'humble_$1')
        .replace('CREATE ROLE berufsbild_delivery NOLOGIN;', '')
        .replaceAll(/<password of (\w+)>/g, '$1')
    await ask(server.url, name(roles))
    await ask(url, name(ofOwner))
    await promisify(execFile)(process.execPath, [launcher, 'src/server/prepare.ts'], {
      env: childEnvironment({ ...settings, DATA_DIR: server.folder, DATABASE_OWNER_URL: url }),
    })
    const names = { authoring: 'humble_authoring', worker: 'humble_worker' }
    const addresses = {
      authoring: addressAs(url, { name: names.authoring, password: 'authoring' }),
      worker: addressAs(url, { name: names.worker, password: 'worker' }),
    }
    await expect(
      assertLimited(addresses.worker, { may: ['worker'], needs: ['worker'] }, 'X'),
    ).rejects.toThrow('lacks what a server needs (worker)')
    await giveRights(url, names)
    for (const role of serverRoles) {
      await assertLimited(addresses[role], { may: [role], needs: [role] }, 'X')
    }
  })

  it('is said to have no such role, where a name is wrong', async () => {
    await expect(
      giveRights(addressOf('first'), { authoring: 'nobody_here', worker: 'nobody_here' }),
    ).rejects.toThrow('There is no database role "nobody_here"')
  })

  it('tells which right is missing, and what the server said', async () => {
    await makeAccount('third', 'NOCREATEROLE')
    await makeDatabase('third', 'third', 'first')
    await expect(ensureDeliverySignIn(addressOf('third'), secret)).rejects.toThrow(
      /^"third" may not make the database role "berufsbild_delivery_[0-9a-f]{12}" for the delivery plane: permission denied to create role; Only roles with the CREATEROLE .*\. Give "third" CREATEROLE .* DELIVERY_DATABASE_URL\.$/,
    )
  })

  it('does not take another fault for a missing right', async () => {
    await makeDatabase('empty', 'first')
    await expect(ensureDeliverySignIn(addressOf('empty', 'first'), secret)).rejects.toThrow(
      'schema "delivery" does not exist',
    )
  })
}, 120_000)

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
