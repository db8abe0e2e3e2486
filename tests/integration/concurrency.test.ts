import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('two people who edit one text', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let admin: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    admin = await product.signIn('admin')
  })
  afterAll(() => product.close())

  const read = async (id: string) =>
    product.call('GET', `/regional-sections/${id}?draft=true`, editor)
  const digestNow = async (id: string) => String((await read(id)).get('digest'))
  const save = (
    person: SignedIn,
    id: string,
    body: Record<string, unknown>,
    options: { query?: string; headers?: Record<string, string> } = {},
  ) =>
    product.call('PATCH', `/regional-sections/${id}${options.query ?? ''}`, {
      ...person,
      body,
      headers: options.headers,
    })

  it.each(['', '?draft=true', '?draft=true&autosave=true'])(
    'do not overwrite each other by the digest that came with the document (%s)',
    async (query) => {
      const id = await writeSection(product, author)
      const digest = await digestNow(id)
      const first = await save(editor, id, { headline: 'Von der Redaktion', digest }, { query })
      expect(first.status, first.text).toBe(200)
      const second = await save(author, id, { intro: 'Vom Autor', digest }, { query })
      expect(second.status).toBe(409)
      expect(second.get('errors.0.data.code')).toBe('edit_conflict')
      expect(second.get('errors.0.data.details')).toMatchObject([
        { path: 'headline', reason: expect.stringContaining(editor.name) as string },
      ])
      expect((await read(id)).body).toMatchObject({
        headline: 'Von der Redaktion',
        intro: 'Eine Einleitung.',
      })
    },
  )

  it('say by If-Match which text they have before them', async () => {
    const id = await writeSection(product, author)
    const digest = await digestNow(id)
    const headers = { 'If-Match': `"${digest}"` }
    expect((await save(editor, id, { headline: 'Eins' }, { headers })).status).toBe(200)
    const late = await save(author, id, { headline: 'Zwei' }, { headers })
    expect(late.status).toBe(412)
    expect(late.text).toContain(editor.name)
    expect(
      (await save(author, id, { headline: 'Drei' }, { headers: { 'If-Match': '*' } })).status,
    ).toBe(200)
    const query = `?expectedDigest=${digest}`
    expect((await save(author, id, { headline: 'Vier' }, { query })).status).toBe(409)
    expect((await read(id)).get('headline')).toBe('Drei')
  })

  it('are told over GraphQL too', async () => {
    const id = await writeSection(product, author)
    const digest = await digestNow(id)
    await save(editor, id, { headline: 'Eins' })
    const answer = await product.graphql(
      `mutation { updateRegionalSection(id: "${id}", data: { headline: "Zwei", digest: "${digest}" }) { headline } }`,
      author,
    )
    expect(answer.get('errors.0.extensions.statusCode')).toBe(409)
    expect((await read(id)).get('headline')).toBe('Eins')
  })

  it('keep both changes when they save different fields at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await writeSection(product, author)
      const answers = await Promise.all([
        save(author, id, { headline: `H${String(round)}` }),
        save(editor, id, { intro: `I${String(round)}` }),
      ])
      const now = await read(id)
      const [headline, intro] = answers.map(({ status }) => status === 200)
      if (headline) expect(now.get('headline')).toBe(`H${String(round)}`)
      if (intro) expect(now.get('intro')).toBe(`I${String(round)}`)
      expect(headline ?? intro).toBe(true)
    }
  })

  it('and forty who save at once all get an answer', async () => {
    const ids = await Promise.all([1, 2].map(() => writeSection(product, author)))
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        save(author, String(ids[index % 2]), { headline: `H${String(index)}` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(40)
    const open = await product.sql.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'`,
    )
    expect(open.rows).toHaveLength(0)
  })

  it('leave a text to who has it open: an author breaks no lock', async () => {
    const id = await writeSection(product, author)
    const lock = await product.payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'regional-sections', value: id },
        user: { relationTo: 'users', value: editor.id },
      },
      overrideAccess: true,
    })
    for (const query of ['', '?overrideLock=true', '?overrideLock=true&draft=true&autosave=true']) {
      const answer = await save(author, id, { headline: 'Trotzdem' }, { query })
      expect(answer.status, query).toBe(423)
      expect(answer.text).toContain(editor.name)
    }
    const graphql = await product.graphql(
      `mutation { updateRegionalSection(id: "${id}", data: { headline: "Trotzdem" }) { headline } }`,
      author,
    )
    expect(graphql.get('errors.0.extensions.statusCode')).toBe(423)
    expect((await read(id)).get('headline')).toBe('Eine Überschrift')
    const still = await product.payload.findByID({
      collection: 'payload-locked-documents',
      id: lock.id,
      overrideAccess: true,
      disableErrors: true,
    })
    expect(still).not.toBeNull()
    await product.sql.query(
      `UPDATE payload_locked_documents SET updated_at = now() - interval '6 minutes' WHERE id = $1`,
      [lock.id],
    )
    expect((await save(author, id, { headline: 'Später' })).status).toBe(200)
    expect(
      (await save(admin, id, { headline: 'Ich' }, { query: '?overrideLock=true' })).status,
    ).toBe(200)
  })

  it('are told when the other one has deleted it', async () => {
    const id = await writeSection(product, author)
    const gone = await Promise.all(
      [1, 2].map(() => product.call('DELETE', `/regional-sections/${id}`, editor)),
    )
    expect(gone.map(({ status }) => status).sort()).toEqual([200, 404])
  })

  it('keep their text when they restore an earlier version of it', async () => {
    const id = await writeSection(product, author)
    for (const headline of ['B', 'C']) await save(author, id, { headline })
    const { docs } = await product.payload.findVersions({
      collection: 'regional-sections',
      where: { parent: { equals: id }, 'version.headline': { equals: 'B' } },
      overrideAccess: true,
    })
    const version = docs[0]?.id ?? ''
    const restored = await product.call(
      'POST',
      `/regional-sections/versions/${version}?draft=true`,
      author,
    )
    expect(restored.status, restored.text).toBe(200)
    expect((await read(id)).get('headline')).toBe('B')
    expect((await save(author, id, { headline: 'D' })).status).toBe(200)
    expect((await transition(product, author, id, { transition: 'submit' })).status).toBe(200)
  })

  it('take no restored version over an edit unnoticed', async () => {
    const id = await writeSection(product, author)
    await save(editor, id, { headline: 'Eins' })
    await transition(product, author, id, { transition: 'submit' })
    const { docs } = await product.payload.findVersions({
      collection: 'regional-sections',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      overrideAccess: true,
    })
    const restored = await product.call(
      'POST',
      `/regional-sections/versions/${docs[0]?.id ?? ''}?draft=true`,
      editor,
    )
    expect(restored.status, restored.text).toBe(200)
    const workflow = await product.call('GET', `/regional-sections/${id}/workflow`, editor)
    expect(workflow.get('state')).toBe('draft')
    expect(workflow.get('digest')).toBe(await digestNow(id))
  })
})
