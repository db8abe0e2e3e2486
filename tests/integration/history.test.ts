import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLive, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('the history of a text', () => {
  let product: Product
  let author: SignedIn
  let stranger: SignedIn
  let editor: SignedIn
  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    stranger = await product.signIn('author')
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const textsOf = async (id: string, query = '') =>
    product.call('GET', `/regional-sections/${id}/workflow/texts${query}`, editor)
  const write = (id: string, headline: string, person = author) =>
    product.call('PATCH', `/regional-sections/${id}`, { ...person, body: { headline } })
  const restore = (id: string, digest: string, person: SignedIn) =>
    product.call('POST', `/regional-sections/${id}/workflow/texts/${digest}/restore`, person)
  const headlines = (answer: Awaited<ReturnType<typeof textsOf>>) =>
    (answer.get('texts') as { headline: string }[]).map(({ headline }) => headline)

  it('names each text, who wrote it, what was done with it, and what is live', async () => {
    const id = await makeLive(product, { author, editor })
    await write(id, 'Zweite')
    await write(id, 'Dritte')
    const all = await textsOf(id)
    expect(headlines(all)).toEqual(['Dritte', 'Zweite', 'Eine Überschrift'])
    expect(all.get('texts.0')).toMatchObject({ isWorking: true, isLive: false })
    expect(all.get('texts.2')).toMatchObject({
      isLive: true,
      writtenBy: { name: author.name },
      steps: ['submit', 'approve', 'publish'],
    })
    expect(all.get('receipt.approvals.0.by')).toBe(editor.name)
    expect(headlines(await textsOf(id, '?only=steps'))).toEqual(['Dritte', 'Eine Überschrift'])
    const first = await textsOf(id, '?limit=2')
    const rest = await textsOf(id, `?limit=2&cursor=${String(first.get('nextCursor'))}`)
    expect([...headlines(first), ...headlines(rest)]).toEqual(headlines(all))
  })

  it('makes a text of the past the working copy, and leaves what is live alone', async () => {
    const id = await makeLive(product, { author, editor })
    const before = await textsOf(id)
    await write(id, 'Ganz anders')
    const restored = await restore(id, String(before.get('texts.0.digest')), author)
    expect(restored.status, restored.text).toBe(200)
    expect(restored.get('digest')).toBe(before.get('texts.0.digest'))
    expect(restored.get('state')).toBe('live')
    expect(restored.get('live.digest')).toBe(before.get('texts.0.digest'))
    expect(headlines(await textsOf(id))).toContain('Ganz anders')
  })

  it('lets nobody restore a text that they may not write, and nothing that is archived', async () => {
    const id = await writeSection(product, author)
    const old = String((await textsOf(id)).get('texts.0.digest'))
    await write(id, 'Neu')
    expect((await restore(id, old, stranger)).status).toBe(403)
    expect((await restore(id, 'f'.repeat(64), author)).status).toBe(404)
    await transition(product, editor, id, { transition: 'archive' })
    expect((await restore(id, old, author)).status).toBe(409)
    expect((await textsOf(id)).get('texts.0.headline')).toBe('Neu')
  })
})
