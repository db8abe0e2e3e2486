import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, makePair, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

const nowhere = '00000000-0000-4000-8000-000000000000'

describe('input that a field cannot hold', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let id: string
  let pair: { profession: string; region: string }

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    id = await writeSection(product, author)
    pair = await makePair(product)
  })
  afterAll(() => product.close())

  const expectRefused = async (
    address: string,
    person: SignedIn,
    body: unknown,
    field: string,
    method: 'PATCH' | 'POST' = 'PATCH',
  ) => {
    const answer = await product.call(method, address, { ...person, body })
    expect(answer.status, answer.text).toBe(400)
    const paths = answer.get('errors.0.data.errors') as { path: string; message: string }[]
    expect(paths.map(({ path }) => path)).toContain(field)
    for (const { message } of paths) expect(message).not.toBe('')
  }

  it.each([
    ['headline', { headline: 123 }],
    ['headline', { headline: 'a \ud800 b' }],
    ['headline', { headline: 'a \0 b' }],
    ['headline', { headline: '   ' }],
    ['sections', { sections: 'viele' }],
    ['sections.0', { sections: [5] }],
    ['sections.0.kind', { sections: [{ kind: 'quatsch', body: bodyOf('Text.') }] }],
    ['sections.0.heading', { sections: [{ kind: 'aufgaben', heading: 7, body: bodyOf('Text.') }] }],
    ['sections.0.body', { sections: [{ kind: 'aufgaben', body: 'Text.' }] }],
    ['sections.0.body', { sections: [{ kind: 'aufgaben', body: bodyOf('a\0b') }] }],
    ['salaryFigures.0.kind', { salaryFigures: [{ kind: 'x', period: 'JAHR', currency: 'EUR' }] }],
    ['salaryFigures.0.currency', { salaryFigures: [{ kind: 'einstieg', currency: 'USD' }] }],
    ['salaryFigures.0.gross', { salaryFigures: [{ kind: 'einstieg', gross: 'vielleicht' }] }],
    ['salaryFigures.0.min', { salaryFigures: [{ kind: 'einstieg', min: '40000' }] }],
    ['salaryFigures.0.source', { salaryFigures: [{ kind: 'einstieg', source: 'nope' }] }],
    ['salaryFigures.0.source', { salaryFigures: [{ kind: 'einstieg', source: nowhere }] }],
    ['provenance.origin', { provenance: { origin: 'robot' } }],
    ['provenance.date', { provenance: { date: 'gestern' } }],
    ['provenance', { provenance: null }],
    ['seo', { seo: null }],
    ['seo.title', { seo: { title: ['x'] } }],
    ['sources.0', { sources: ['x'] }],
    ['sources', { sources: [nowhere] }],
    ['sources', { sources: 'x' }],
    ['media.0.file', { media: [{ file: 'x' }] }],
    ['profession', { profession: 'x' }],
    ['createdAt', { createdAt: 'x' }],
    ['body', null],
    ['body', 'x'],
    ['body', [1]],
  ])('is refused for %s of a text', async (field, body) => {
    await expectRefused(`/regional-sections/${id}`, author, body, field)
  })

  it.each([
    ['regions', 'kind', { kind: 5 }],
    ['regions', 'parent', { parent: nowhere }],
    ['regions', 'parent', { parent: 'x' }],
    ['regions', 'neighbours.0', { neighbours: ['x'] }],
    ['regions', 'latitude', { latitude: 'abc' }],
    ['regions', 'gazetteer.0', { gazetteer: ['a\0b'] }],
    ['professions', 'forms', { forms: null }],
    ['professions', 'name', { name: { a: 'b' } }],
    ['professions', 'name', { name: '   ' }],
    ['professions', 'name', { name: 'a\0b' }],
    ['professions', 'aliases.0', { aliases: [['a']] }],
    ['professions', 'slug', { slug: 5 }],
    ['professions', 'baJobTitles', { baJobTitles: '43394-111' }],
  ])('is refused in %s for %s', async (collection, field, body) => {
    const entry = collection === 'regions' ? pair.region : pair.profession
    await expectRefused(`/${collection}/${entry}`, editor, body, field)
    await expectRefused(`/${collection}`, editor, body, field, 'POST')
  })

  // Payload would make a list as long as the number says, and go through it.
  it.each([
    ['sections.0.heading', { 'sections.0.heading': 7 }],
    ['sections.4294967294.heading', { 'sections.4294967294.heading': 'x' }],
    ['sections.1e9', { 'sections.1e9': {} }],
    ['nothing.4294967294', { 'nothing.4294967294': {} }],
    ['seo.x.4294967294', { seo: { 'x.4294967294': 'x' } }],
    ['sections.0.x.4294967294', { sections: [{ kind: 'aufgaben', 'x.4294967294': 1 }] }],
  ])('is refused by the path %s for a name, at once', async (path, body) => {
    const before = performance.now()
    await expectRefused(`/regional-sections/${id}`, author, body, path)
    await expectRefused('/regional-sections', author, body, path, 'POST')
    const atTop = Object.keys(body).some((name) => name.includes('.'))
    if (atTop) {
      const admin = await product.signIn('admin')
      await expectRefused('/regions', editor, body, path, 'POST')
      await expectRefused('/globals/workflow-settings', admin, body, path, 'POST')
      for (const own of ['payload-locked-documents', 'payload-preferences']) {
        const answer = await product.call('POST', `/${own}`, { ...admin, body })
        expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
        expect(answer.status, answer.text).toBeLessThan(500)
      }
    }
    expect(performance.now() - before).toBeLessThan(allowed(2000))
  })

  it('takes the ways in which the forms of the admin say "nothing"', async () => {
    const answer = await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: {
        media: 0,
        sources: [],
        kicker: '',
        salaryFigures: [{ kind: null, period: 'JAHR', currency: 'EUR', min: '', source: '' }],
        provenance: { origin: 'human', date: null },
      },
    })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.get('doc.media')).toEqual([])
    const repaired = await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { salaryFigures: [] },
    })
    expect(repaired.status).toBe(200)
  })

  it('leaves a text as it was, and every step open', async () => {
    const steps = await product.call('POST', `/regional-sections/${id}/transitions`, {
      ...author,
      body: { transition: 'submit' },
    })
    expect(steps.status).toBe(200)
  })
})
