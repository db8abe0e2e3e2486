import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startProduct, type Product } from '#support/product.ts'

describe('the health of the authoring plane', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
    // The test's own connection is cut with the others.
    product.sql.on('error', () => undefined)
  })
  afterAll(() => product.close())

  it('is told to whoever asks, and nothing else with it', async () => {
    const answer = await product.respond('GET', '/healthz')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const body = (await answer.json()) as Record<string, unknown>
    expect(Object.keys(body).sort()).toEqual(['atWork', 'lagMilliseconds', 'status'])
    expect(body).toMatchObject({ status: 'ok', atWork: 0 })
  })

  it('is 503 while the database does not answer', async () => {
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
    const answer = await product.call('GET', '/healthz')
    expect(answer.status).toBe(503)
    expect(answer.get('status')).toBe('no database')
    await other.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    await other.end()
    expect((await product.call('GET', '/healthz')).status).toBe(200)
  })
})
