import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExpertPage } from '#review/experts/page.ts'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('the review by an expert without an account', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const makeLink = (id: string, body: Record<string, unknown> = {}, person = editor) =>
    product.call('POST', `/regional-sections/${id}/workflow/expert-links`, { ...person, body })
  const open = (token: unknown) => product.call('GET', `/expert-review/${String(token)}`)
  const answer = (token: unknown, body: Record<string, unknown>) =>
    product.call('POST', `/expert-review/${String(token)}`, { body })
  const opinion = { name: 'Fachfrau', opinion: 'agree' }

  it('reads exactly that text and nothing beside it', async () => {
    const id = await writeSection(product, author)
    const link = await makeLink(id, { reader: 'Fachfrau' })
    expect(link.status, link.text).toBe(201)
    const seen = await open(link.get('token'))
    expect(seen.status).toBe(200)
    expect(Object.keys(seen.body as object).sort()).toEqual([
      'digest',
      'expiresAt',
      'pictures',
      'profession',
      'region',
      'sources',
      'text',
    ])
    expect(seen.get('text.headline')).toBe('Eine Überschrift')
    for (const secret of [author.id, editor.id, id, author.name]) {
      expect(seen.text).not.toContain(secret)
    }
  })

  it('shows that text as a page, for whom and until when, and nobody of the house', async () => {
    const id = await writeSection(product, author, {
      provenance: { origin: 'ai-assisted', responsible: 'Eine Verantwortliche' },
    })
    const link = await makeLink(id, { reader: 'Fachfrau' })
    const token = String(link.get('token'))
    const shown = await readExpertPage(await product.localRequest(), token)
    expect(shown).toMatchObject({
      reader: 'Fachfrau',
      expiresAt: link.get('expiresAt'),
      texts: ['Eine Überschrift', 'Eine Einleitung.', 'Was zu tun ist', 'Vieles.'],
      page: {
        text: {
          headline: 'Eine Überschrift',
          sections: [{ heading: 'Was zu tun ist', html: '<p>Vieles.</p>' }],
          salaryFigures: [{ min: 40_000 }],
          provenance: { origin: 'ai-assisted', responsible: null },
        },
      },
    })
    for (const secret of [author.id, author.name, editor.id, id, 'Eine Verantwortliche']) {
      expect(JSON.stringify(shown)).not.toContain(secret)
    }
    await product.call('PATCH', `/regional-sections/${id}`, { ...author, body: { headline: 'X' } })
    await expect(readExpertPage(await product.localRequest(), token)).rejects.toMatchObject({
      status: 410,
      code: 'text_changed',
    })
    await expect(readExpertPage(await product.localRequest(), 'x')).rejects.toMatchObject({
      status: 404,
    })
  })

  it('gives an opinion and comments with a name, once, and never an approval', async () => {
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    const token = (await makeLink(id)).get('token')
    const given = await answer(token, {
      name: 'Fachfrau',
      opinion: 'object',
      comment: 'So nicht.',
      comments: [{ body: 'Hier fehlt etwas.', on: { quote: 'Vieles' } }],
    })
    expect(given.status, given.text).toBe(201)
    expect((await answer(token, opinion)).status).toBe(410)
    expect((await open(token)).status).toBe(410)
    const path = `/regional-sections/${id}/workflow`
    const review = await product.call('GET', `${path}/expert-links`, editor)
    expect(review.get('opinions')).toMatchObject([
      { name: 'Fachfrau', opinion: 'object', comment: 'So nicht.' },
    ])
    expect((await product.call('GET', `${path}/comments`, author)).get('threads')).toMatchObject([
      { body: 'Hier fehlt etwas.', author: { id: null, name: 'Fachfrau', isExpert: true } },
    ])
    const workflow = await product.call('GET', path, editor)
    expect(workflow.body).toMatchObject({ state: 'in_review', approvals: [] })
    expect(workflow.get('events.0')).toMatchObject({ transition: 'opinion', actor: null })
  })

  it('dies with the text, with its time and with its revocation', async () => {
    const id = await writeSection(product, author)
    const [first, second, third] = [await makeLink(id), await makeLink(id), await makeLink(id)]
    const revoke = (person: SignedIn) =>
      product.call(
        'DELETE',
        `/regional-sections/${id}/workflow/expert-links/${String(first.get('id'))}`,
        person,
      )
    expect((await revoke(author)).status).toBe(403)
    expect((await revoke(editor)).status).toBe(200)
    expect((await open(first.get('token'))).get('error.code')).toBe('link_revoked')
    await product.sql.query(
      `UPDATE expert_links SET expires_at = now() - interval '1 second' WHERE id = $1`,
      [second.get('id')],
    )
    expect((await open(second.get('token'))).get('error.code')).toBe('link_expired')
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { headline: 'Neu' },
    })
    expect((await open(third.get('token'))).get('error.code')).toBe('text_changed')
    expect((await answer(third.get('token'), opinion)).status).toBe(410)
    const { rows } = await product.sql.query('SELECT FROM expert_opinions WHERE document = $1', [
      id,
    ])
    expect(rows).toHaveLength(0)
  })

  it.each([
    [
      'edited and changed back',
      async (id: string) => {
        for (const headline of ['Neu', 'Eine Überschrift']) {
          const body = { headline }
          await product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
        }
      },
    ],
    [
      'archived and opened again',
      async (id: string) => {
        for (const name of ['archive', 'reopen']) {
          await transition(product, editor, id, { transition: name })
        }
      },
    ],
    [
      'deleted and brought back',
      async (id: string) => {
        for (const [method, path] of [
          ['DELETE', id],
          ['POST', `trash/${id}/restore`],
        ] as const) {
          const answer = await product.call(method, `/regional-sections/${path}`, editor)
          expect(answer.status, answer.text).toBe(200)
        }
      },
    ],
  ])('stays dead where its text was %s', async (_, change) => {
    const id = await writeSection(product, author)
    const [link, other] = [await makeLink(id), await makeLink(await writeSection(product, author))]
    await change(id)
    const { rows } = await product.sql.query('SELECT digest FROM workflow_states WHERE id = $1', [
      id,
    ])
    expect(rows).toEqual([{ digest: link.get('digest') }])
    expect((await open(link.get('token'))).get('error.code')).toBe('text_changed')
    expect((await open(other.get('token'))).status).toBe(200)
  })

  it('is closed while its text is archived', async () => {
    const id = await writeSection(product, author)
    const link = await makeLink(id)
    await transition(product, editor, id, { transition: 'archive' })
    // Whatever became of those who hear of an archived text.
    await product.sql.query('UPDATE expert_links SET ended_at = NULL WHERE document = $1', [id])
    expect((await open(link.get('token'))).get('error.code')).toBe('text_changed')
  })

  it('opens nothing without the signature of the house', async () => {
    const id = await writeSection(product, author)
    const token = String((await makeLink(id)).get('token'))
    const [link = '', expires = '', signature = ''] = token.split('.')
    for (const forged of [
      `${link}.${expires}`,
      `${link}.${String(Number(expires) + 1)}.${signature}`,
      `00000000-0000-4000-8000-000000000000.${expires}.${signature}`,
      `${link}.${expires}.${signature.slice(0, -1)}x`,
      'x',
    ]) {
      expect((await open(forged)).status, forged).toBe(404)
      expect((await answer(forged, opinion)).status, forged).toBe(404)
    }
    expect((await open(token)).status).toBe(200)
  })

  it('is asked for by editors only, for at most three months', async () => {
    const id = await writeSection(product, author)
    expect((await makeLink(id, {}, author)).status).toBe(403)
    expect((await makeLink(id, { expiresAt: '2020-01-01T00:00Z' })).status).toBe(422)
    expect((await makeLink(id, { expiresAt: '2099-01-01T00:00Z' })).status).toBe(422)
    const token = (await makeLink(id)).get('token')
    const wrong = await answer(token, { name: ' ', opinion: 'approve' })
    expect(wrong.status).toBe(400)
    const misplaced = await answer(token, {
      ...opinion,
      comments: [{ body: 'X', on: { quote: 'steht nirgends' } }],
    })
    expect(misplaced.status).toBe(422)
    expect((await answer(token, opinion)).status).toBe(201)
  })
})
