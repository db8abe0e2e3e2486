import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteOldTexts } from '#editorial/texts-by-digest.ts'
import { readTokenPage } from '#preview/page.ts'
import { readPastPage } from '#preview/past-page.ts'
import { bodyOf, makeLive, sectionContent, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// What a site would show of a text, before it is live: to people as they type, and to whoever holds a
// link for one text.

let product: Product
let author: SignedIn
let editor: SignedIn
let id: string

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  editor = await product.signIn('editor')
  id = await writeSection(product, author)
})
afterAll(() => product.close())

describe('the page of a text that is being written', () => {
  const render = (data: unknown, authorization?: string, document = id) =>
    product.call('POST', `/regional-sections/${document}/preview/page`, {
      authorization,
      body: { data },
    })
  const counts = async () => {
    const { rows } = await product.sql.query<Record<string, unknown>>(
      `SELECT (SELECT count(*) FROM _regional_sections_v) AS versions,
         (SELECT count(*) FROM preview_texts) AS previews,
         (SELECT count(*) FROM workflow_events) AS events,
         (SELECT max(updated_at) FROM regional_sections) AS changed`,
    )
    return rows
  }

  it('shows what was typed, and keeps nothing of it', async () => {
    const before = await counts()
    const answer = await render(
      sectionContent({
        headline: 'Eben getippt',
        sections: [{ kind: 'verdienst', heading: 'Geld', body: bodyOf('<script>1</script>') }],
      }),
      author.authorization,
    )
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      text: {
        headline: 'Eben getippt',
        sections: [
          { kind: 'verdienst', heading: 'Geld', html: '<p>&lt;script&gt;1&lt;/script&gt;</p>' },
        ],
        salaryFigures: [{ kind: 'einstieg', min: 40_000, source: null }],
      },
    })
    expect(await counts()).toEqual(before)
  })

  it('names profession and region, and what is live around them', async () => {
    const live = await makeLive(product, { author, editor })
    const { body } = await product.call('GET', `/regional-sections/${live}?depth=0`, {
      authorization: author.authorization,
    })
    const answer = await render(body, author.authorization)
    expect(answer.get('profession')).toMatch(/^Beruf /)
    expect(answer.get('region')).toMatch(/^Ort /)
    expect(answer.get('title')).toMatch(/^Beruf .* Jobs und Stellenangebote in Ort /)
  })

  it.each([
    ['nothing', {}],
    [
      'ids that are none',
      { profession: 'x', region: 7, sources: ['y', null], media: [{ file: 'z' }] },
    ],
    ['rows that are none', { sections: 'x', salaryFigures: [null, { source: 'x', region: 'y' }] }],
  ])('takes a form with %s', async (_, data) => {
    const answer = await render(data, author.authorization)
    expect(answer.status).toBe(200)
    expect(answer.get('profession')).toBeNull()
  })

  it('is for those who may read the document', async () => {
    const site = await product.makeSite()
    const data = { headline: 'x' }
    expect((await render(data)).status).toBe(401)
    expect((await render(data, site.authorization)).status).toBe(403)
    const nowhere = '00000000-0000-4000-8000-000000000000'
    expect((await render(data, author.authorization, nowhere)).status).toBe(404)
    expect((await render(data, author.authorization, 'x')).status).toBe(404)
    expect((await render('x', author.authorization)).status).toBe(400)
    const elsewhere = await product.call('POST', `/career-profiles/${id}/preview/page`, {
      authorization: author.authorization,
      body: { data },
    })
    expect(elsewhere.status).toBe(404)
  })
})

describe('the page of a preview link', () => {
  const open = async (token: string) => readTokenPage(await product.localRequest(), token)
  const makeLink = async (headline: string) => {
    const id = await writeSection(product, author, { headline })
    const made = await product.call('POST', `/regional-sections/${id}/preview`, {
      authorization: author.authorization,
    })
    return { id, token: String(made.get('token')), page: String(made.get('page')) }
  }

  it('shows the text that it was made for, and goes on doing so after an edit', async () => {
    const { id, token, page } = await makeLink('Wie es war')
    expect(page).toBe(`/preview?token=${token}`)
    await product.call('PATCH', `/regional-sections/${id}`, {
      authorization: author.authorization,
      body: { headline: 'Was niemand sehen soll' },
    })
    const shown = await open(token)
    expect(shown.text).toMatchObject({
      headline: 'Wie es war',
      sections: [{ html: '<p>Vieles.</p>' }],
    })
    expect(JSON.stringify(shown)).not.toContain('niemand')
  })

  it('tells nothing of the house: no ids of people, no digest, no approvals', async () => {
    const { token } = await makeLink('Nur der Text')
    const shown = await open(token)
    expect(JSON.stringify(shown)).not.toContain(author.id)
    expect(JSON.stringify(shown)).not.toContain(token.split('.')[1])
    expect(shown).not.toHaveProperty('receipt')
  })

  it('opens no other text, and no door once it has expired', async () => {
    const first = await makeLink('Der eine')
    const second = await makeLink('Der andere')
    const [document = '', digest = '', expires = '', signature = ''] = first.token.split('.')
    const [, otherDigest = ''] = second.token.split('.')
    const later = String(Number(expires) + 1)
    for (const forged of [
      '',
      'x',
      `${second.id}.${digest}.${expires}.${signature}`,
      `${document}.${otherDigest}.${expires}.${signature}`,
      `${document}.${digest}.${later}.${signature}`,
      first.token.slice(0, -1),
      `${first.token}.x`,
    ]) {
      await expect(open(forged), forged).rejects.toMatchObject({ status: 404 })
    }
    await product.sql.query(
      `UPDATE preview_texts SET expires_at = now() - interval '1 s' WHERE document = $1`,
      [first.id],
    )
    await expect(open(first.token)).rejects.toMatchObject({ status: 410 })
    await product.sql.query('DELETE FROM preview_texts')
    await expect(open(second.token)).rejects.toMatchObject({ status: 410 })
  })
})

describe('the page of a text of the history', () => {
  const readPast = async (person: SignedIn | null, document: string, digest: string) => {
    const req = await product.localRequest()
    if (person) {
      const user = await product.payload.findByID({
        collection: 'users',
        id: person.id,
        overrideAccess: true,
        req,
      })
      req.user = { ...user, collection: 'users' }
    }
    return readPastPage({ req, collection: 'regional-sections', id: document, digest })
  }
  /** A text that went live and was then written on, with the digests of both. */
  const writeOn = async () => {
    const document = await makeLive(product, { author, editor })
    const digestNow = async () => {
      const view = await product.call('GET', `/regional-sections/${document}/workflow`, editor)
      return String(view.get('digest'))
    }
    const first = await digestNow()
    const edit = async (person: SignedIn, headline: string) => {
      const body = { headline }
      const path = `/regional-sections/${document}`
      expect((await product.call('PATCH', path, { ...person, body })).status).toBe(200)
      return digestNow()
    }
    const second = await edit(editor, 'Zwischendurch')
    return { document, first, second, third: await edit(author, 'Zuletzt') }
  }

  it('is that text as a site would show it, and says which one it is', async () => {
    const { document, first, second, third } = await writeOn()
    const live = await readPast(author, document, first)
    expect(live.page.region).toMatch(/^Ort /u)
    expect(live).toMatchObject({
      page: { text: { headline: 'Eine Überschrift' } },
      writtenBy: { id: author.id, name: author.name },
      isWorking: false,
      isLive: true,
    })
    expect(await readPast(editor, document, second)).toMatchObject({
      page: { text: { headline: 'Zwischendurch' } },
      writtenBy: { id: editor.id },
      isWorking: false,
      isLive: false,
    })
    expect(await readPast(editor, document, third)).toMatchObject({
      page: { text: { headline: 'Zuletzt' } },
      isWorking: true,
      isLive: false,
    })
  })

  it('leaves out what may not be shown any more', async () => {
    const voice = (name: string, consentUntil: string) => ({
      name,
      quote: 'Ein Satz.',
      position: 'Meisterin',
      consentUntil,
    })
    const document = await writeSection(product, author)
    const view = await product.call('GET', `/regional-sections/${document}/workflow`, editor)
    const digest = String(view.get('digest'))
    const voices = JSON.stringify([voice('Anna', '2020-01-01'), voice('Berta', '2099-01-01')])
    await product.sql.query(
      `UPDATE workflow_texts SET content = jsonb_set(content, '{voices}', $2::jsonb)
         WHERE document = $1`,
      [document, voices],
    )
    const { page } = await readPast(author, document, digest)
    expect(JSON.stringify(page.text)).toContain('Berta')
    expect(JSON.stringify(page.text)).not.toContain('Anna')
  })

  it('is for those who may read the document, of texts that it had', async () => {
    const { document, first } = await writeOn()
    const nowhere = '00000000-0000-4000-8000-000000000000'
    await expect(readPast(null, document, first)).rejects.toMatchObject({ status: 401 })
    await expect(readPast(author, nowhere, first)).rejects.toMatchObject({ status: 404 })
    await expect(readPast(author, id, first)).rejects.toMatchObject({ status: 404 })
    await expect(readPast(author, document, `2-${'0'.repeat(64)}`)).rejects.toMatchObject({
      status: 404,
    })
  })

  it('says so where the words are not kept any more', async () => {
    const { document, second } = await writeOn()
    await product.sql.query(
      `UPDATE workflow_texts SET written_at = now() - interval '400 days' WHERE document = $1`,
      [document],
    )
    expect(await deleteOldTexts(await product.localRequest(), 90)).toBe(1)
    await expect(readPast(author, document, second)).rejects.toMatchObject({
      status: 410,
      code: 'text_not_kept',
    })
  })
})
