import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct, type Product } from '#support/product.ts'

describe('connections that the database cuts', () => {
  let product: Product
  const uncaught: unknown[] = []
  const note = (error: unknown) => uncaught.push(error)

  beforeAll(async () => {
    product = await startProduct()
    process.prependListener('uncaughtException', note)
  })
  afterAll(async () => {
    process.off('uncaughtException', note)
    await product.close()
  })

  it('fail the transaction they were in and nothing else', async () => {
    const { db } = product.payload
    const transactionID = await db.beginTransaction()
    expect(transactionID).not.toBeNull()
    await product.payload.count({ collection: 'regions', overrideAccess: true })
    const cut = await product.sql.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    expect(cut.rowCount).toBeGreaterThanOrEqual(3)
    await expect
      .poll(() => product.payload.count({ collection: 'regions', overrideAccess: true }))
      .toEqual({ totalDocs: 0 })
    const late = { transactionID: transactionID ?? '' }
    await expect(
      product.payload.count({ collection: 'regions', overrideAccess: true, req: late }),
    ).rejects.toThrow()
    await db.rollbackTransaction(late.transactionID)
    expect(uncaught).toEqual([])
  })
})
