import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '#server/migrate.ts'
import { startProduct, type Product } from '#support/product.ts'
import { readFixture } from '#support/upgrade/fixture.ts'
import { restoreFixture } from '#support/upgrade/load.ts'
import { verifyAudit } from '#audit/verify.ts'

// What a record of everyday work cannot explain: each row that was forged past every trigger is told of.

describe('a table that the record does not explain', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct({ isEmpty: true })
    await restoreFixture(product.payload, product.sql, await readFixture('main-2026-11-28'))
    await migrate(product.payload, product.databaseUrl, { mayChange: true })
  })
  afterAll(() => product.close())

  /** Changes a table as somebody who switches all triggers off, and brings it back afterwards. */
  const problemsAfter = async (table: string, forgery: string): Promise<string[]> => {
    const { sql } = product
    await sql.query('SET session_replication_role = replica')
    await sql.query(`CREATE TABLE kept AS TABLE ${table}`)
    try {
      const { rowCount } = await sql.query(forgery)
      expect(rowCount).toBeGreaterThan(0)
      return (await verifyAudit(product.payload)).problems.map(({ problem }) => problem)
    } finally {
      await sql.query(`DELETE FROM ${table}`)
      await sql.query(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM kept`)
      await sql.query('DROP TABLE kept')
      await sql.query('SET session_replication_role = origin')
    }
  }

  it.each([
    [
      'No event tells of this approval.',
      'workflow_approvals',
      `UPDATE workflow_approvals SET approved_by = gen_random_uuid()::text`,
    ],
    [
      'The approval that this event tells of is missing.',
      'workflow_approvals',
      'DELETE FROM workflow_approvals',
    ],
    [
      'What is live is not what was published last.',
      'workflow_states',
      `UPDATE workflow_states SET live_digest = NULL WHERE live_digest IS NOT NULL`,
    ],
    [
      'The stage is not the one that the last event led to.',
      'workflow_states',
      `UPDATE workflow_states SET stage = 'approved' WHERE stage = 'in_review'`,
    ],
    [
      'The live copy is not the one that is on record.',
      'regional_sections',
      `UPDATE regional_sections SET _status = 'draft' WHERE _status = 'published'`,
    ],
    [
      'It does not say what it said.',
      'workflow_comments',
      `UPDATE workflow_comments SET body = 'X'`,
    ],
    [
      'Nobody has resolved, or reopened, it.',
      'workflow_comments',
      'UPDATE workflow_comments SET resolved_at = now() WHERE parent IS NULL',
    ],
    [
      'The comment that this event tells of is missing.',
      'workflow_comments',
      'DELETE FROM workflow_comments',
    ],
    [
      'It is not what the expert said.',
      'expert_opinions',
      `UPDATE expert_opinions SET opinion = 'object'`,
    ],
    [
      'Its stage and its plans contradict each other.',
      'workflow_plans',
      `UPDATE workflow_plans SET status = 'done' WHERE action = 'publish'`,
    ],
    [
      'It tells of what did not happen.',
      'notifications',
      'UPDATE notifications SET event = gen_random_uuid()',
    ],
  ])('is told of: %s', async (problem, table, forgery) => {
    expect((await verifyAudit(product.payload)).problems).toEqual([])
    expect(await problemsAfter(table, forgery)).toContain(problem)
  })
})
