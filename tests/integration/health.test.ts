import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { doesDatabaseAnswer } from '#database/does-database-answer.ts'
import { openDatabase } from '#delivery/context/database.ts'
import { openDelivery, type Delivered } from '#support/delivery.ts'
import { startProduct, type Product } from '#support/product.ts'

describe('the health of the authoring plane', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
    // The test's own connection is cut with the others.
    product.sql.on('error', () => undefined)
  })
  afterAll(() => product.close())

  /** Does something while nobody reaches the database. */
  const withoutDatabase = async (work: () => Promise<void>) => {
    const administration = new URL(inject('databaseUrl'))
    administration.pathname = '/postgres'
    const other = new pg.Client({ connectionString: administration.href })
    await other.connect()
    const name = new URL(product.databaseUrl).pathname.slice(1)
    await other.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await other.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = $1`,
      [name],
    )
    await work()
    await other.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    await other.end()
  }

  /** What it answered a moment ago still counts for a while. */
  const untilAnswered = async (ask: () => Promise<Delivered>, status: number) => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const answer = await ask()
      if (answer.status === status) return answer
      await wait(200)
    }
    throw new Error(`It was never ${String(status)}.`)
  }

  it('is told to whoever asks, and nothing else with it', async () => {
    const answer = await product.respond('GET', '/healthz')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const body = (await answer.json()) as Record<string, unknown>
    expect(Object.keys(body).sort()).toEqual(['atWork', 'lagMilliseconds', 'status'])
    expect(body).toMatchObject({ status: 'ok', atWork: 0 })
  })

  it('takes one connection, however many ask', async () => {
    const database = openDatabase(product.databaseUrl, { connections: 1 })
    const asked = Array.from({ length: 100 }, () => database.answers())
    expect(database.waiting()).toBeLessThanOrEqual(1)
    expect(new Set(await Promise.all(asked))).toEqual(new Set([true]))
    expect(await database.answers()).toBe(true)
    await database.close()
    const select = vi.spyOn(product.payload.db.drizzle, 'select')
    const many = Array.from({ length: 100 }, () => doesDatabaseAnswer(product))
    expect(new Set(await Promise.all(many))).toEqual(new Set([true]))
    expect(select).toHaveBeenCalledTimes(1)
    select.mockRestore()
  })

  it('is told of the delivery plane as well, to the start by a route of its own', async () => {
    const delivery = await openDelivery(product)
    await withoutDatabase(async () => {
      expect((await delivery.get('/healthz')).status).toBe(200)
      const answer = await untilAnswered(() => delivery.get('/healthz/database'), 503)
      expect(answer.get('status')).toBe('no database')
    })
    expect((await untilAnswered(() => delivery.get('/healthz/database'), 200)).status).toBe(200)
    await delivery.close()
  })

  it('is 503 while the database does not answer', async () => {
    await withoutDatabase(async () => {
      const answer = await product.call('GET', '/healthz')
      expect(answer.status).toBe(503)
      expect(answer.get('status')).toBe('no database')
      expect(await doesDatabaseAnswer({ payload: product.payload })).toBe(false)
    })
    expect((await product.call('GET', '/healthz')).status).toBe(200)
  })
})
