import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tellOfWaiting } from '#notifications/tell-of-waiting.ts'
import { makePair, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askForSignOffs, type Givers } from '#support/sign-off-rules.ts'

// What only an expert can sign off waits for a link: whoever may make one is told.

describe('a text that waits for an expert', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let second: SignedIn
  let admin: SignedIn
  let region: string

  beforeAll(async () => {
    product = await startProduct()
    region = (await makePair(product)).region
    const desk = await product.payload.create({
      collection: 'desks',
      data: { name: `Ressort ${randomUUID()}`, regions: [region] },
      overrideAccess: true,
    })
    author = await product.signIn('author')
    editor = await product.signIn('editor', { desks: [desk.id] })
    second = await product.signIn('editor', { desks: [desk.id] })
    admin = await product.signIn('admin')
  })
  beforeEach(() => ask({ by: 'named', experts: true }))
  afterAll(() => product.close())

  const ask = (expertise: Givers) => askForSignOffs(product, admin, ['expertise'], { expertise })
  const path = (id: string) => `/regional-sections/${id}/workflow`
  const step = async (id: string, by: SignedIn, name: string) => {
    const answer = await transition(product, by, id, { transition: name })
    expect(answer.status, answer.text).toBe(200)
  }
  const inReview = async () => {
    const id = await writeSection(product, author, { region })
    await step(id, author, 'submit')
    return id
  }
  const makeLink = async (id: string, maker: SignedIn) => {
    const made = await product.call('POST', `${path(id)}/expert-links`, { ...maker, body: {} })
    expect(made.status, made.text).toBe(201)
    return String(made.get('id'))
  }
  /** Who was told of a document that a link is needed, in the order of their inboxes. */
  const toldOfLink = async (id: string, kind: string) => {
    const { rows } = await product.sql.query<{ person: string }>(
      `SELECT person FROM notifications WHERE document = $1 AND kind = $2
         AND data -> 'needsLink' ? 'expertise' ORDER BY sequence`,
      [id, kind],
    )
    return rows.map(({ person }) => person)
  }

  it('is told to the others of the desk, when all that is missing is an expert', async () => {
    const id = await inReview()
    await step(id, editor, 'approve')
    expect(await toldOfLink(id, 'awaitsSignature')).toEqual([second.id])
    const inbox = await product.call('GET', '/inbox?limit=1', {
      ...second,
      headers: { 'Accept-Language': 'de' },
    })
    expect(inbox.text).toContain('Nur eine Fachperson kann noch abzeichnen (Fachlich)')
    const view = await product.call('GET', path(id), {
      ...second,
      headers: { 'Accept-Language': 'de' },
    })
    expect(view.get('approval.text')).toBe('1 von 1, es fehlt: Fachlich (durch Fachleute)')
    const queue = await product.call('GET', '/newsroom/queue?limit=200', {
      ...second,
      headers: { 'Accept-Language': 'de' },
    })
    const texts = queue.get('texts')
    expect(
      Array.isArray(texts) && texts.find((text: { id?: unknown }) => text.id === id),
    ).toMatchObject({ approval: { text: '1 von 1, es fehlt: Fachlich (durch Fachleute)' } })
  })

  it('is told to administrators, where nobody of the desk may make a link that counts', async () => {
    const id = await writeSection(product, author, { region })
    const body = { headline: 'Auch von der Zweiten' }
    await product.call('PATCH', `/regional-sections/${id}`, { ...second, body })
    await step(id, author, 'submit')
    await step(id, editor, 'approve')
    expect(await toldOfLink(id, 'awaitsSignature')).toEqual([admin.id])
  })

  it.each<[string, Givers | null]>([
    ['a link is open', null],
    ['somebody is named as well', { by: 'named', experts: true, people: ['second'] }],
    ['reviewers may give it as well', { by: 'reviewers', experts: true }],
  ])('asks for no link where %s', async (_, givers) => {
    const people = givers?.people ? [second.id] : []
    if (givers) await ask({ ...givers, people })
    const id = await inReview()
    if (!givers) await makeLink(id, editor)
    await step(id, editor, 'approve')
    expect(await toldOfLink(id, 'awaitsSignature')).toEqual([])
  })

  it('asks for one where the only link is of somebody who wrote the text', async () => {
    const id = await writeSection(product, author, { region })
    const body = { headline: 'Auch von der Zweiten' }
    await product.call('PATCH', `/regional-sections/${id}`, { ...second, body })
    await step(id, author, 'submit')
    await makeLink(id, second)
    await step(id, editor, 'approve')
    expect(await toldOfLink(id, 'awaitsSignature')).toEqual([admin.id])
  })

  it('asks for another when the link ended without an answer, once', async () => {
    const id = await inReview()
    const link = await makeLink(id, editor)
    await step(id, editor, 'approve')
    await tellOfWaiting(product.payload)
    expect(await toldOfLink(id, 'waiting')).toEqual([])
    await product.call('DELETE', `${path(id)}/expert-links/${link}`, editor)
    await tellOfWaiting(product.payload)
    expect((await toldOfLink(id, 'waiting')).sort()).toEqual([editor.id, second.id].sort())
    await tellOfWaiting(product.payload)
    expect(await toldOfLink(id, 'waiting')).toHaveLength(2)
  })
})
