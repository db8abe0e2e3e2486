import { getTableName } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '#server/migrate.ts'
import { startProduct, type Product } from '#support/product.ts'
import { readFixture } from '#support/upgrade/fixture.ts'
import { restoreFixture } from '#support/upgrade/load.ts'
import { keptNames } from '#audit/names.ts'
import { verifyAudit } from '#audit/verify.ts'

/** Rows under a name that nobody has, where the record of the fixture has no rows to forge. */
const somebody = `'${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}'`
const invented: Readonly<Record<string, string>> = {
  revoked_by_name: `INSERT INTO workflow_revocations (approval, document, revoked_by, revoked_by_name, reason)
    SELECT id, document, approved_by, 'Fremde Person', 'X' FROM workflow_approvals LIMIT 1`,
  given_by_name: `INSERT INTO workflow_sign_offs (document_collection, document, kind, digest, text_digest, given_by, given_by_name, given_as)
    SELECT document_collection, document, 'legal', digest, digest, approved_by, 'Fremde Person', 'editor'
    FROM workflow_approvals LIMIT 1`,
  resolved_by_name: `UPDATE workflow_comments SET resolved_by = author, resolved_by_name = 'Fremde Person'`,
  deleted_by_name: `INSERT INTO workflow_trash (document, document_collection, content, contributors, digest, deleted_by, deleted_by_name, title, expires_at, round)
    SELECT gen_random_uuid(), document_collection, '{}', '[]', digest, approved_by, 'Fremde Person', 'X', now(), 1
    FROM workflow_approvals LIMIT 1`,
  made_by_name: `INSERT INTO preview_tokens (digest, document, document_collection, expires_at, href, made_by, made_by_name)
    SELECT digest, document::uuid, document_collection, now(), '/', approved_by, 'Fremde Person'
    FROM workflow_approvals LIMIT 1`,
  proposed_by_name: `INSERT INTO reference_proposals (id, collection, entry, title, before, after, digest, sites, texts, proposed_by, proposed_by_name)
    VALUES (${somebody}, 'regions', ${somebody}, '', '{}', '{}', '', 0, 0, ${somebody}, 'Fremde Person')`,
  'reference_proposals.decided_by_name': `INSERT INTO reference_proposals (id, collection, entry, title, before, after, digest, sites, texts, decided_by, decided_by_name)
    VALUES (${somebody}, 'regions', ${somebody}, '', '{}', '{}', '', 0, 0, ${somebody}, 'Fremde Person')`,
  asked_by_name: `INSERT INTO erasures (id, kind, subject, reason, document, document_collection, asked_as, asked_by, asked_by_name)
    VALUES (${somebody}, 'event', '{}', 'X', ${somebody}, 'x', 'admin', ${somebody}, 'Fremde Person')`,
  'erasures.decided_by_name': `INSERT INTO erasures (id, kind, subject, reason, document, document_collection, asked_as, asked_by, asked_by_name, decided_by, decided_by_name)
    SELECT ${somebody}, 'event', '{}', 'X', ${somebody}, 'x', 'admin', actor, actor_name, actor, 'Fremde Person'
    FROM workflow_events WHERE actor_name IS NOT NULL LIMIT 1`,
}

/** An expert's link bears such a name in the fixture. */
const hasRows = (table: string, name: string) => table === 'expert_links' && name === 'made_by_name'

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
    ...keptNames.map(({ person, name }): [string, string, string] => [
      'The record knows nobody by this name.',
      getTableName(name.table),
      (hasRows(getTableName(name.table), name.name)
        ? undefined
        : (invented[`${getTableName(name.table)}.${name.name}`] ?? invented[name.name])) ??
        `UPDATE ${getTableName(name.table)} SET ${name.name} = 'Fremde Person' WHERE ${person.name} IS NOT NULL`,
    ]),
    // Experts are known by their link, not by an account.
    [
      'The record knows nobody by this name.',
      'workflow_sign_offs',
      `INSERT INTO workflow_sign_offs (document_collection, document, kind, digest, text_digest, given_by, given_by_name, given_as)
       SELECT 'regional-sections', document, 'expertise', digest, digest, 'expert:' || link, 'Fremde Person', 'expert'
       FROM expert_opinions LIMIT 1`,
    ],
    [
      'The record knows nobody by this name.',
      'workflow_comments',
      `UPDATE workflow_comments SET author = NULL, author_name = 'Fremde Person',
         link = (SELECT link FROM expert_opinions LIMIT 1)`,
    ],
  ])('is told of: %s (%s: %s)', async (problem, table, forgery) => {
    expect((await verifyAudit(product.payload)).problems).toEqual([])
    expect(await problemsAfter(table, forgery)).toContain(problem)
  })

  it('knows of every column that keeps a name beside an account', async () => {
    const { rows } = await product.sql.query<{ place: string }>(
      `SELECT c.table_name || '.' || c.column_name AS place
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE'
         -- A trigger writes it of a claim.
         AND c.column_name <> 'claimed_by_name'
         AND c.column_name ~ '(_by_name|author_name|person_name)$' ORDER BY 1`,
    )
    const held = keptNames.map(({ name }) => `${getTableName(name.table)}.${name.name}`)
    expect(rows.map(({ place }) => place)).toEqual(held.sort())
  })
})
