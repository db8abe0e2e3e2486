import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLive, transition } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('what a site gets', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let site: { id: string; authorization: string }

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    site = await product.makeSite()
  })
  afterAll(() => product.close())

  it('is never a draft, by no parameter', async () => {
    const id = await makeLive(product, { author, editor })
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { headline: 'GEHEIM' },
    })
    await product.call('POST', '/regional-sections', { ...author, body: { headline: 'GEHEIM' } })
    await product.call('POST', '/career-profiles', { ...author, body: { headline: 'GEHEIM' } })
    for (const path of [
      `/regional-sections/${id}?draft=true`,
      '/regional-sections?draft=true&depth=2',
      '/regional-sections?where[_status][equals]=draft&draft=true',
      '/regional-sections?where[headline][equals]=GEHEIM',
      '/career-profiles?draft=true',
      `/regional-sections/versions?where[parent][equals]=${id}`,
      '/career-profiles/versions',
      '/professions?depth=2&joins[regional-sections][limit]=5',
      '/workflow-states',
      '/workflow-events',
      '/workflow-approvals',
      '/users',
      '/desks',
      '/payload-locked-documents',
      `/regional-sections/${id}/workflow`,
    ]) {
      expect((await product.call('GET', path, site)).text, path).not.toContain('GEHEIM')
    }
    for (const query of [
      '{ a: RegionalSections(draft: true) { docs { headline } } b: CareerProfiles(draft: true) { docs { headline } } }',
      `{ RegionalSection(id: "${id}", draft: true) { headline } }`,
      '{ versionsRegionalSections { docs { version { headline } } } }',
    ]) {
      expect((await product.graphql(query, site)).text, query).not.toContain('GEHEIM')
    }
    const live = await product.call('GET', '/regional-sections?draft=true', site)
    expect(live.get('docs.0.headline')).toBe('Eine Überschrift')
  })

  it('holds nothing of people, imports or bookkeeping', async () => {
    const id = await makeLive(product, { author, editor })
    const answer = await product.call('GET', `/regional-sections/${id}?depth=2`, site)
    for (const field of ['author', 'importedFrom', 'sites'])
      expect(answer.get(field)).toBeUndefined()
    expect(answer.text).not.toContain('kindConfidence')
    expect(answer.text).not.toContain(author.id)
  })

  it('cannot be asked about what it may not read', async () => {
    await makeLive(product, { author, editor })
    for (const query of [
      'where[author.email][like]=author',
      'where[author][exists]=true',
      'sort=author',
      'sort=author.email',
      'sort=author.hash',
      'sort=-author.salt',
      'sort=headline,-author__resetPasswordToken',
      'sort[]=author.hash',
    ]) {
      const answer = await product.call('GET', `/regional-sections?${query}`, site)
      expect(answer.status, query).toBe(400)
    }
    for (const [caller, address] of [
      [author, '/regional-sections?sort=author.resetPasswordToken'],
      [author, '/regional-sections/versions?sort=version.author.hash'],
      [author, '/users?sort=hash'],
      [undefined, '/media?sort=uploadedBy.hash'],
    ] as const) {
      expect((await product.call('GET', address, caller)).status, address).toBe(400)
    }
    const graphql = await product.graphql(
      '{ RegionalSections(sort: "author.hash") { docs { id } } }',
      author,
    )
    expect(graphql.get('errors.0.extensions.code')).toBe('invalid_request')
    for (const sort of ['headline', '-updatedAt', 'seo.title', 'profession']) {
      const answer = await product.call('GET', `/regional-sections?sort=${sort}`, author)
      expect(answer.status, sort).toBe(200)
    }
  })

  it('writes nothing, not even what Payload keeps for people', async () => {
    const address = '/payload-preferences/x'
    const body = { value: { a: 1 } }
    expect((await product.call('POST', address, { ...site, body })).status).toBe(403)
    expect((await product.call('GET', address, site)).status).toBe(403)
    expect((await product.call('POST', address, { ...author, body })).status).toBe(200)
    expect((await product.call('GET', address, author)).get('value')).toEqual({ a: 1 })
  })

  it('is only what is bound to it, when a text is bound to a site', async () => {
    const id = await makeLive(product, { author, editor })
    const other = await product.makeSite()
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...editor,
      body: { sites: [other.id] },
    })
    const second = await product.signIn('editor')
    for (const [person, name] of [
      [author, 'submit'],
      [second, 'approve'],
      [second, 'publish'],
    ] as const) {
      expect((await transition(product, person, id, { transition: name })).status).toBe(200)
    }
    expect((await product.call('GET', `/regional-sections/${id}`, site)).status).toBe(404)
    expect((await product.call('GET', `/regional-sections/${id}`, other)).status).toBe(200)
  })

  it('keeps the keys it has when others are made, at once or in vain', async () => {
    const admin = await product.signIn('admin')
    const own = await product.makeSite()
    const make = (label: string) =>
      product.call('POST', `/sites/${own.id}/keys`, { ...admin, body: { label } })
    const refused = await make('a\0b')
    expect([refused.status, refused.get('error.details.0.path')]).toEqual([400, 'label'])
    const made = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(make))
    for (const key of made.map((answer) => `sites API-Key ${String(answer.get('key'))}`)) {
      const seen = await product.call('GET', '/professions', { authorization: key })
      expect(seen.status).toBe(200)
    }
    expect((await product.call('GET', '/professions', own)).status).toBe(200)
    const over = await product.call('POST', `/sites/${own.id}/keys`, {
      ...admin,
      body: { expiresAt: '2020-01-01T00:00:00Z' },
    })
    expect([over.status, over.get('error.details.0.path')]).toEqual([400, 'expiresAt'])
    const nowhere = await product.call('POST', '/sites/x/keys', { ...admin, body: {} })
    expect([nowhere.status, nowhere.get('error.code')]).toEqual([404, 'not_found'])
  })

  it.each([
    ['https://www.example.org', 'https://www.example.org'],
    ['HTTPS://www.Example.org/', 'https://www.example.org'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('is read by browsers from an origin as they send it: %s', async (given, kept) => {
    const admin = await product.signIn('admin')
    const body = { name: `Site ${given}`, origins: [given] }
    const made = await product.call('POST', '/sites', { ...admin, body })
    expect(made.get('doc.origins')).toEqual([kept])
  })

  it.each(['www.example.org', '*', 'https://example.org/pfad', 'javascript:alert(1)', 'null'])(
    'is read from no origin that is none: %s',
    async (given) => {
      const admin = await product.signIn('admin')
      const body = { name: `Site ${given}`, origins: [given] }
      expect((await product.call('POST', '/sites', { ...admin, body })).status).toBe(400)
    },
  )

  it('ends with the key', async () => {
    const admin = await product.signIn('admin')
    const made = await product.call('POST', `/sites/${site.id}/keys`, {
      ...admin,
      body: { label: 'b' },
    })
    const key = { authorization: `sites API-Key ${String(made.get('key'))}` }
    expect((await product.call('GET', '/professions', key)).status).toBe(200)
    const stored = await product.call('GET', `/sites/${site.id}`, admin)
    expect(stored.text).not.toContain('hash')
    await product.call('DELETE', `/sites/${site.id}/keys/${String(stored.get('keys.1.id'))}`, admin)
    expect((await product.call('GET', '/professions', key)).status).toBe(403)
    expect((await product.call('GET', '/professions', site)).status).toBe(200)
    expect((await product.call('POST', `/sites/${site.id}/keys`, site)).status).toBe(403)
  })
})
