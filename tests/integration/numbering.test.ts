import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proveRow } from '#publishing/log/proofs.ts'
import { serverRoles } from '#server/roles/grants.ts'
import { startProduct, type Product } from '#support/product.ts'

// What is numbered at commit is numbered by the database: no server chooses a place.

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.close())

describe.each(serverRoles)('SQL as the %s', (role) => {
  const run = async (statement: string, values: readonly unknown[] = []) => {
    const client = await product.connect(role)
    try {
      await client.query(statement, [...values])
    } finally {
      await client.end()
    }
  }

  it('chooses no index of a leaf of the log', async () => {
    const { secret } = product.payload
    const [entry, document, statement, salt] = [
      randomBytes(32),
      randomUUID(),
      '{}',
      randomBytes(32),
    ]
    await run(
      `INSERT INTO log_leaves (index, entry, document, statement, salt, proof)
       VALUES (1000000, $1, $2, $3, $4, $5)`,
      [
        ...[entry, document, statement, salt],
        proveRow(secret, ['leaf', entry, document, null, null, statement, salt, null]),
      ],
    )
    const { rows } = await product.sql.query<{ count: number; last: number }>(
      'SELECT count(*)::int, max(index)::int AS last FROM log_leaves',
    )
    expect(rows[0]?.last).toBe(Number(rows[0]?.count) - 1)
  })

  it('chooses no place in the feed, with a hash that would be right there', async () => {
    const columns = 'document, collection, profession, profession_slug, region_slug, sites, reason'
    const values = `gen_random_uuid(), 'regional-sections', gen_random_uuid(), 'p', '', '{}'::uuid[], 'text'`
    await run(`INSERT INTO delivery.releases (${columns}) SELECT ${values}`)
    await run(
      `INSERT INTO delivery.releases (position, hash, ${columns})
       SELECT max(position) + 1, 'a chosen hash', ${values} FROM delivery.releases`,
    )
    await run(`INSERT INTO delivery.releases (${columns}) SELECT ${values}`)
    const { rows } = await product.sql.query<{ isChained: boolean }>(
      `SELECT bool_and(hash = delivery.release_hash(r, before)) AS "isChained"
       FROM (SELECT r, r.hash, coalesce(lag(r.hash) OVER (ORDER BY position), '') AS before
             FROM delivery.releases r) entries`,
    )
    expect(rows).toEqual([{ isChained: true }])
  })
})
