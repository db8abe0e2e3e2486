import { commitTransaction, initTransaction, killTransaction } from 'payload'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { afterCommit } from '#database/after-commit.ts'
import { sqlIn } from '#database/sql.ts'
import { startProduct, type Product } from '#support/product.ts'

describe('what waits for a commit', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.close())

  const begin = async () => {
    const req = await product.localRequest()
    await initTransaction(req)
    const done: string[] = []
    await afterCommit(req, () => done.push('first'))
    await afterCommit(req, () => done.push('second'))
    return { req, done }
  }

  it('happens after it, in order and once', async () => {
    const { req, done } = await begin()
    expect(done).toEqual([])
    await commitTransaction(req)
    expect(done).toEqual(['first', 'second'])
  })

  it('happens never where the transaction is rolled back', async () => {
    const { req, done } = await begin()
    await killTransaction(req)
    expect(done).toEqual([])
  })

  it('happens never where the commit fails', async () => {
    await product.sql.query(
      `CREATE TABLE trial (id int PRIMARY KEY, other int REFERENCES trial DEFERRABLE INITIALLY DEFERRED);
       GRANT ALL ON trial TO PUBLIC`,
    )
    const { req, done } = await begin()
    const db = await sqlIn(req)
    // Refused by COMMIT itself.
    await db.execute(sql`INSERT INTO trial VALUES (1, 2)`)
    await expect(commitTransaction(req)).rejects.toThrow()
    expect(done).toEqual([])
  })

  it('happens at once where there is no transaction', async () => {
    const done: string[] = []
    await afterCommit(await product.localRequest(), () => done.push('now'))
    expect(done).toEqual(['now'])
  })
})
