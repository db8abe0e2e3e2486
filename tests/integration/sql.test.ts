import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sqlIn } from '#database/sql.ts'
import { notificationPreferences, workflowChains, workflowPlans } from '#database/tables.ts'
import { startProduct, type Product } from '#support/product.ts'

describe('the builder of a request', () => {
  let product: Product
  let req: PayloadRequest

  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.close())
  beforeEach(async () => {
    req = await product.localRequest()
  })

  const connectionOf = async (of: PayloadRequest) => {
    const db = await sqlIn(of)
    const [row] = await db
      .select({ pid: sql<number>`pg_backend_pid()` })
      .from(sql`(VALUES (1)) one`)
    return row?.pid
  }
  const preference = { person: 'somebody', kind: 'due', mode: 'off' } as const
  const kept = async () =>
    (await product.sql.query(`SELECT FROM notification_preferences WHERE person = 'somebody'`))
      .rowCount

  it('stays on one connection, which others do not have, to the end of the transaction', async () => {
    const other = await product.localRequest()
    await initTransaction(req)
    await initTransaction(other)
    const [own, again, others] = [
      await connectionOf(req),
      await connectionOf(req),
      await connectionOf(other),
    ]
    expect(own).toBe(again)
    expect(others).not.toBe(own)
    await killTransaction(req)
    await killTransaction(other)
  })

  it('is on the connection that Payload itself writes on', async () => {
    await initTransaction(req)
    const user = await product.payload.create({
      collection: 'desks',
      data: { name: 'Nur hier' },
      overrideAccess: true,
      req,
    })
    const db = await sqlIn(req)
    const { rows } = await db.execute(sql`SELECT FROM desks WHERE id = ${user.id}`)
    expect(rows).toHaveLength(1)
    await killTransaction(req)
  })

  it('writes what is undone with the transaction, and kept with it', async () => {
    await initTransaction(req)
    await (await sqlIn(req)).insert(notificationPreferences).values(preference)
    expect(await kept()).toBe(0)
    await killTransaction(req)
    expect(await kept()).toBe(0)
    await initTransaction(req)
    await (await sqlIn(req)).insert(notificationPreferences).values(preference)
    await commitTransaction(req)
    expect(await kept()).toBe(1)
    const db = await sqlIn(req)
    await db.delete(notificationPreferences).where(eq(notificationPreferences.person, 'somebody'))
    expect(await kept()).toBe(0)
  })

  it('gives numbers as numbers, JSON as it was, and moments as ISO 8601 in UTC', async () => {
    const db = await sqlIn(req)
    await product.sql.query(`INSERT INTO workflow_chains VALUES ('test', 9007199254740991, '')`)
    const [chain] = await db
      .select({ position: workflowChains.position })
      .from(workflowChains)
      .where(eq(workflowChains.chain, 'test'))
    expect(chain).toEqual({ position: 9_007_199_254_740_991 })
    const [plan] = await db
      .insert(workflowPlans)
      .values({
        documentCollection: 'regional-sections',
        document: randomUUID(),
        action: 'publish',
        dueAt: '2026-03-29T03:30:00.12+02:00',
        digest: '',
        round: 1,
        approvals: ['one', 'two'],
        plannedBy: 'somebody',
        plannedByName: 'Somebody',
      })
      .returning()
    expect(plan).toMatchObject({
      dueAt: '2026-03-29T01:30:00.120Z',
      thenUnpublishAt: null,
      approvals: ['one', 'two'],
      status: 'pending',
    })
  })
})
