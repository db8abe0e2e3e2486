import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('a transition of many documents', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const bulk = (person: { authorization: string } | object, body: Record<string, unknown>) =>
    product.call('POST', '/regional-sections/transitions', { ...person, body })

  it('judges each by itself and tells what became of each, in order', async () => {
    const draft = await writeSection(product, author)
    const review = await writeSection(product, author)
    await transition(product, author, review, { transition: 'submit' })
    const own = await writeSection(product, editor)
    await transition(product, editor, own, { transition: 'submit' })
    const missing = '00000000-0000-4000-8000-000000000000'
    const ids = [draft, review, own, missing, 'x']
    const answer = await bulk(editor, { ids, transition: 'approve' })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body).toMatchObject({
      done: 1,
      refused: 4,
      results: [
        { id: draft, ok: false, status: 409, error: { code: 'wrong_state' } },
        { id: review, ok: true, state: 'approved' },
        { id: own, ok: false, status: 403, error: { code: 'four_eyes' } },
        { id: missing, ok: false, status: 404 },
        { id: 'x', ok: false, status: 404 },
      ],
    })
  })

  it('holds each document to the digest that was seen', async () => {
    const [one, two] = [await writeSection(product, author), await writeSection(product, author)]
    const answer = await bulk(author, {
      ids: [one, two],
      transition: 'submit',
      expectedDigests: { [two]: '0'.repeat(64) },
    })
    expect(answer.body).toMatchObject({
      results: [{ ok: true }, { ok: false, error: { code: 'digest_mismatch' } }],
    })
  })

  it('says what is wrong with the request, and is for people', async () => {
    const id = await writeSection(product, author)
    const request = { ids: [id], transition: 'submit' }
    expect((await bulk({}, request)).status).toBe(401)
    expect((await bulk(await product.makeSite(), request)).status).toBe(403)
    const many = Array.from({ length: 501 }, (_, index) => `id-${String(index)}`)
    for (const [body, path] of [
      [{ ...request, ids: [] }, 'ids'],
      [{ ...request, ids: many }, 'ids'],
      [{ ...request, ids: [id, id] }, 'ids'],
      [{ ...request, transition: 'bless' }, 'transition'],
      [{ ...request, force: true }, 'force'],
    ] as const) {
      const answer = await bulk(author, body)
      expect(answer.status).toBe(400)
      expect(answer.get('error.details.0.path')).toBe(path)
    }
  })

  it('publishes all of many documents, and tells how fast', { timeout: 240_000 }, async () => {
    const ids: string[] = []
    for (let count = 0; count < 60; count += 1) ids.push(await writeSection(product, author))
    for (const [person, name] of [
      [author, 'submit'],
      [editor, 'approve'],
    ] as const) {
      expect((await bulk(person, { ids, transition: name })).get('done')).toBe(60)
    }
    const began = performance.now()
    const answer = await bulk(editor, { ids, transition: 'publish' })
    const seconds = (performance.now() - began) / 1000
    expect(answer.get('done'), answer.text).toBe(60)
    console.log(`bulk publish: ${(ids.length / seconds).toFixed(1)} documents/s`)
    const live = await product.sql.query(
      `SELECT FROM regional_sections WHERE id::text = ANY ($1) AND _status = 'published'`,
      [ids],
    )
    expect(live.rows).toHaveLength(60)
  })
})
