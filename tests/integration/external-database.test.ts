import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliveryAddress, ensureDeliverySignIn } from '#server/delivery-role.ts'
import { childEnvironment } from '#server/configuration/environment.ts'
import { openTemporaryDatabase, type TemporaryDatabase } from '#server/postgres/temporary.ts'

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

  /** What the start does first, in a process of its own. */
  const prepare = (url: string) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/server/prepare.ts'], {
      env: childEnvironment({
        NODE_ENV: 'production',
        DATABASE_URL: url,
        PAYLOAD_SECRET: secret,
        DATA_DIR: server.folder,
        DEMO: 'off',
        LOG_LEVEL: 'fatal',
      }),
    })

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
