import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeLive, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { workflowGuard } from '#workflow/guard.ts'
import { issuePermit } from '#editorial/permit.ts'

// doors.test.ts tries the guard as a whole. Here each layer stands alone, so that none of them can be
// lost unnoticed because another one still holds.

const collection = 'regional-sections'

let product: Product
let author: SignedIn
let editor: SignedIn

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  editor = await product.signIn('editor')
})
afterAll(() => product.close())

describe('each layer of the guard', () => {
  let id: string

  beforeEach(async () => {
    id = await makeLive(product, { author, editor })
  })

  const update = (
    target: string,
    data: Record<string, unknown>,
    context: Record<symbol, unknown> = {},
  ) =>
    product.payload.update({
      collection,
      id: target,
      data,
      draft: false,
      overrideAccess: true,
      context,
    })
  const digest = 'f'.repeat(64)

  it('demands a permit for exactly the text that is written', async () => {
    const context = issuePermit({ action: 'publish', collection, id, digest })
    await expect(update(id, { headline: 'X', _status: 'published' }, context)).rejects.toThrow(
      'not the text that was approved',
    )
  })

  it('lets a permit go live with nothing but a live copy', async () => {
    const context = issuePermit({ action: 'publish', collection, id, digest })
    await expect(update(id, { headline: 'X' }, context)).rejects.toThrow(
      'not the text that was approved',
    )
  })

  it('takes a permit for the document that it names only', async () => {
    const other = await writeSection(product, author)
    const context = issuePermit({ action: 'keep', collection, id: other, digest })
    await expect(update(id, { headline: 'X', _status: 'published' }, context)).rejects.toThrow(
      'go through the workflow',
    )
  })

  it('takes a permit once', async () => {
    const context = issuePermit({ action: 'publish', collection, id, digest })
    const data = { headline: 'X', _status: 'published' }
    await expect(update(id, data, context)).rejects.toThrow('not the text that was approved')
    await expect(update(id, data, context)).rejects.toThrow('go through the workflow')
  })

  it('keeps a working copy as it is, while its live copy goes, and nothing else', async () => {
    const context = issuePermit({ action: 'keep', collection, id, digest })
    await expect(update(id, { headline: 'X' }, context)).rejects.toThrow(
      'not the text that was approved',
    )
  })

  it('cannot be spelled from outside: a permit of plain data is none', async () => {
    const permit = { action: 'publish', collection, id, digest }
    const answer = await product.call(
      'PATCH',
      `/${collection}/${id}?context[permit][action]=publish`,
      { ...editor, body: { _status: 'published', context: permit, permit } },
    )
    expect(answer.status).toBe(403)
  })

  it('makes a working copy of whatever reaches the last hook without a permit', async () => {
    const draft = await writeSection(product, author)
    const [hook] = workflowGuard.beforeChange
    const written: unknown = await hook?.({
      collection: product.payload.collections[collection].config,
      context: {},
      data: { headline: 'X', _status: 'published' },
      operation: 'update',
      originalDoc: { id: draft },
      req: await product.localRequest(),
    })
    expect(written).toMatchObject({ headline: 'X', _status: 'draft' })
  })

  it('keeps profession and region of what is live', async () => {
    const answer = await product.call('PATCH', `/${collection}/${id}`, {
      ...author,
      body: { region: null },
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('"path":"region"')
  })

  it('has the database refuse an approval by somebody who wrote on the text', async () => {
    const text = await writeSection(product, author)
    await transition(product, author, text, { transition: 'submit' })
    const sign = (person: string) =>
      product.sql.query(
        `INSERT INTO workflow_approvals
           (document_collection, document, digest, round, approved_by, approved_by_name)
         SELECT '${collection}', id::text, digest, round, $2, 'x'
         FROM workflow_states WHERE id = $1`,
        [text, person],
      )
    await expect(sign(author.id)).rejects.toThrow('contributed')
    await expect(sign(editor.id)).resolves.toBeTruthy()
  })

  it('takes an event of this very transaction only', async () => {
    await product.sql.query('BEGIN')
    await expect(
      product.sql.query(
        `INSERT INTO workflow_events
           (document_collection, document, transition, to_stage, digest, transaction)
         VALUES ('${collection}', $1, 'publish', 'live', $2, '1'::xid8)
         RETURNING transaction = pg_current_xact_id() AS own`,
        [id, digest],
      ),
    ).resolves.toMatchObject({ rows: [{ own: true }] })
    await product.sql.query('ROLLBACK')
  })
})
