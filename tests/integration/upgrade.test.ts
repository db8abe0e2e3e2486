import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EditorialCollection } from '#model/documents.ts'
import { DatabaseOutdated } from '#server/configuration/faults.ts'
import { migrate } from '#server/migrate.ts'
import { describeStructure } from '#server/structure.ts'
import { openDelivery } from '#support/delivery.ts'
import { transition } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askAsSites, withoutLaterFields } from '#support/upgrade/answers.ts'
import { readFixture, type Fixture } from '#support/upgrade/fixture.ts'
import { restoreFixture } from '#support/upgrade/load.ts'
import { reshapeDelivered } from '#publishing/rebuild.ts'
import { verifyAudit } from '#audit/verify.ts'
import { runDuePlans } from '#planning/run.ts'

// A database of an older version moves over by itself. The fixtures are made by the code of their day
// (tests/support/upgrade/make.ts) and stay as they are; the tests of a fixture build on each other.

describe.each(['main-2026-11-28'])('a database saved as %s', (name) => {
  let product: Product
  let fixture: Fixture
  let editor: SignedIn
  let pastTheProduct: string

  beforeAll(async () => {
    product = await startProduct({ isEmpty: true })
    fixture = await readFixture(name)
    await restoreFixture(product.payload, product.sql, fixture)
    const given = await product.sql.query<{ person: string }>(
      `INSERT INTO users_rels (parent_id, path, "order", desks_id)
       SELECT u.id, 'desks', 1, d.id FROM users u, desks d WHERE u.email LIKE 'editor2@%' LIMIT 1
       RETURNING parent_id AS person`,
    )
    pastTheProduct = `users/${given.rows[0]?.person ?? ''}`
    const { payload, databaseUrl } = product
    await expect(migrate(payload, databaseUrl)).rejects.toThrow(DatabaseOutdated)
    await migrate(payload, databaseUrl, { mayChange: true })
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const findTexts = async (where: string) => {
    const { rows } = await product.sql.query<{
      id: string
      collection: EditorialCollection
      stage: string
      digest: string
      live_digest: string | null
    }>(
      `SELECT id, document_collection AS collection, stage::text, digest, live_digest
       FROM workflow_states WHERE ${where} ORDER BY id`,
    )
    expect(rows).not.toEqual([])
    return rows
  }
  const nothingIsWrong = async () => {
    const { events, problems } = await verifyAudit(product.payload)
    // No event tells of the desk that was given above.
    expect(problems.filter(({ where }) => where !== pastTheProduct)).toEqual([])
    return events
  }

  const take = async (id: string, collection: EditorialCollection, step: string) => {
    const answer = await transition(product, editor, id, { transition: step }, collection)
    expect(answer.status, answer.text).toBe(200)
  }

  it('has the structure of a database that begins today', async () => {
    const structure = await readFile('migrations/structure.sql', 'utf8')
    expect(await describeStructure(product.sql)).toBe(structure)
  })

  it('has a record in which nothing is wrong', async () => {
    const { rows } = await product.sql.query<{ count: number }>(
      'SELECT count(*)::int FROM workflow_events',
    )
    expect(await nothingIsWrong()).toBe(rows[0]?.count)
  })

  it('has desks that cover what they covered before: an empty list beside a filled one is for all', async () => {
    const { rows } = await product.sql.query<Record<string, boolean>>(
      `SELECT d.all_regions, d.all_professions, count(r.regions_id) > 0 AS regions,
              count(r.professions_id) > 0 AS professions
       FROM desks d LEFT JOIN desks_rels r ON r.parent_id = d.id GROUP BY d.id`,
    )
    expect(rows).not.toEqual([])
    for (const { all_regions, all_professions, regions, professions } of rows) {
      expect([all_regions, all_professions]).toEqual([!regions, !professions])
    }
  })

  it('has people who answer for what they answered for: for all texts who had no desk', async () => {
    const { rows } = await product.sql.query<{ all_texts: boolean; desks: number }>(
      `SELECT u.all_texts, count(r.id)::int AS desks
       FROM users u LEFT JOIN users_rels r ON r.parent_id = u.id GROUP BY u.id`,
    )
    expect(rows.map(({ desks }) => desks)).toContain(1)
    for (const { all_texts, desks } of rows) expect(all_texts).toBe(desks === 0)
  })

  it('answers sites what they were answered before', async () => {
    const delivery = await openDelivery(product)
    try {
      const answers = await askAsSites(delivery)
      expect(answers.map(({ path, caller }) => `${caller} ${path}`)).toEqual(
        fixture.answers.map(({ path, caller }) => `${caller} ${path}`),
      )
      const comparable = fixture.answers.map((saved, index) =>
        withoutLaterFields(saved, answers[index] ?? saved),
      )
      expect(comparable).toEqual(fixture.answers)
    } finally {
      await delivery.close()
    }
  })

  it('keeps stage and digest of every text that is saved as it is', async () => {
    const before = await findTexts('true')
    for (const { id, collection } of before) {
      const address = `/${collection}/${id}?draft=true&depth=0`
      const read = await product.call('GET', address, editor)
      const saved = await product.call('PATCH', `${address}&autosave=true`, {
        ...editor,
        body: Object.assign({}, read.body, { _status: 'draft' }),
      })
      expect(saved.status, saved.text).toBe(200)
    }
    expect(await findTexts('true')).toEqual(before)
  })

  it('publishes what is in review under the digest that it was submitted with', async () => {
    await product.sql.query('DELETE FROM workflow_claims')
    for (const { id, collection, digest } of await findTexts(`stage = 'in_review'`)) {
      await take(id, collection, 'approve')
      await take(id, collection, 'publish')
      expect(await findTexts(`id = '${id}'`)).toMatchObject([
        { stage: 'live', digest, live_digest: digest },
      ])
    }
    await nothingIsWrong()
  })

  it('publishes what is approved on the approval that it has', async () => {
    for (const { id, collection, digest } of await findTexts(`stage = 'approved'`)) {
      await take(id, collection, 'publish')
      expect(await findTexts(`id = '${id}'`)).toMatchObject([
        { stage: 'live', live_digest: digest },
      ])
    }
    await nothingIsWrong()
  })

  it('carries out the plans that were made for it', async () => {
    const scheduled = await findTexts(`stage = 'scheduled'`)
    await product.sql.query(
      `UPDATE workflow_plans SET due_at = now() - interval '1 s'
       WHERE status = 'pending' AND action = 'publish'`,
    )
    expect(await runDuePlans(product.payload)).toBe(scheduled.length)
    for (const { id, digest } of scheduled) {
      expect(await findTexts(`id = '${id}'`)).toMatchObject([
        { stage: 'live', live_digest: digest },
      ])
    }
    await nothingIsWrong()
  })

  it('tells sites of the texts that were published since, and of no other', async () => {
    const documentsOf = async (query: string, sequence: string) => {
      const { rows } = await product.sql.query<{ document: string }>(query, [
        fixture.sequences[sequence],
      ])
      return rows.map(({ document }) => document)
    }
    const told = await documentsOf(
      `SELECT document FROM delivery.releases WHERE id > $1 AND reason = 'text' ORDER BY document`,
      'delivery.releases_id_seq',
    )
    const published = await documentsOf(
      `SELECT document FROM workflow_events
       WHERE sequence > $1 AND kind = 'workflow' AND transition = 'publish' ORDER BY document`,
      'public.workflow_events_sequence_seq',
    )
    expect(told.length).toBeGreaterThan(0)
    expect(told).toEqual(published)
  })

  it('goes on in digests of today from the first edit on', async () => {
    const [live] = await findTexts(`stage = 'live'`)
    const { id = '', collection = 'regional-sections', live_digest: old } = live ?? {}
    expect(old).toMatch(/^[0-9a-f]{64}$/)
    const author = await product.signIn('editor')
    const patch = (intro: string) =>
      product.call('PATCH', `/${collection}/${id}?draft=true`, { ...author, body: { intro } })
    const before = await product.call('GET', `/${collection}/${id}?draft=true&depth=0`, editor)
    expect((await patch('Von heute an anders.')).status).toBe(200)
    expect(await findTexts(`id = '${id}'`)).toMatchObject([
      { stage: 'draft', digest: expect.stringMatching(/^2-/) as string, live_digest: old },
    ])
    // Words that come back are live under the digest that they were published with.
    expect((await patch(String(before.get('intro')))).status).toBe(200)
    expect(await findTexts(`id = '${id}'`)).toMatchObject([{ digest: old, live_digest: old }])
    expect((await patch('Und nun wirklich anders.')).status).toBe(200)
    for (const step of ['submit', 'approve', 'publish']) await take(id, collection, step)
    expect(await findTexts(`id = '${id}'`)).toMatchObject([
      { stage: 'live', live_digest: expect.stringMatching(/^2-/) as string },
    ])
    // So are words that were on record once, and are neither written nor live now.
    expect((await patch(String(before.get('intro')))).status).toBe(200)
    expect(await findTexts(`id = '${id}'`)).toMatchObject([{ stage: 'draft', digest: old }])
    await nothingIsWrong()
  })

  it('brings its read model into the shape of today, taken up where that broke off', async () => {
    const releases = async () => {
      const { rows } = await product.sql.query<{ reason: string; count: number }>(
        `SELECT reason, count(*)::int FROM delivery.releases WHERE id > $1 GROUP BY reason`,
        [fixture.sequences['delivery.releases_id_seq']],
      )
      return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]))
    }
    const old = await product.sql.query('SELECT id FROM delivery.documents WHERE shape IS NULL')
    expect(old.rows.length).toBeGreaterThan(1)
    const before = await releases()
    let asked = 0
    expect(await reshapeDelivered(product.payload, () => (asked += 1) > 1)).toBe(1)
    expect(await releases()).toEqual(before)
    expect(await reshapeDelivered(product.payload)).toBe(old.rows.length - 1)
    expect(await releases()).toEqual({ ...before, reshaped: 1 })
    await nothingIsWrong()
  })
})
