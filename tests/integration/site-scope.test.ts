import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissions } from '#access/table.ts'
import { publish, sectionContent } from '#support/factories.ts'
import { openDelivery, withKey, type Delivery } from '#support/delivery.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { statementsOf } from '#support/statements.ts'

// A site that is limited to regions and professions reads the same of the authoring plane as of the delivery
// plane, by whatever door it asks.

type Collection =
  | 'professions'
  | 'regions'
  | 'employers'
  | 'sources'
  | 'career-profiles'
  | 'regional-sections'
  | 'job-references'

/** What there is, by a name of its own: a `kreis` in a `land`, a `town` in that, and `elsewhere`. */
type Entries = Record<Collection, Record<string, string>>

const scopes = ['everything', 'land', 'town', 'profession', 'both'] as const
type Scope = (typeof scopes)[number]

/** What a site of each scope sees of each collection. */
const seen: Record<Collection, Record<Scope, readonly string[]>> = {
  professions: {
    everything: ['cook', 'nurse'],
    land: ['cook', 'nurse'],
    town: ['cook', 'nurse'],
    profession: ['nurse'],
    both: ['nurse'],
  },
  regions: {
    everything: ['elsewhere', 'kreis', 'land', 'town'],
    land: ['kreis', 'land', 'town'],
    town: ['town'],
    profession: ['elsewhere', 'kreis', 'land', 'town'],
    both: ['kreis', 'land', 'town'],
  },
  employers: {
    everything: ['anywhere', 'elsewhere', 'town', 'townAndElsewhere'],
    land: ['anywhere', 'town', 'townAndElsewhere'],
    town: ['anywhere', 'town', 'townAndElsewhere'],
    profession: ['anywhere', 'elsewhere', 'town', 'townAndElsewhere'],
    both: ['anywhere', 'town', 'townAndElsewhere'],
  },
  sources: {
    everything: ['source'],
    land: ['source'],
    town: ['source'],
    profession: ['source'],
    both: ['source'],
  },
  'career-profiles': {
    everything: ['cook', 'nurse'],
    land: ['cook', 'nurse'],
    town: ['cook', 'nurse'],
    profession: ['nurse'],
    both: ['nurse'],
  },
  'regional-sections': {
    everything: ['cook town', 'nurse elsewhere', 'nurse kreis', 'nurse town'],
    land: ['cook town', 'nurse kreis', 'nurse town'],
    town: ['cook town', 'nurse town'],
    profession: ['nurse elsewhere', 'nurse kreis', 'nurse town'],
    both: ['nurse kreis', 'nurse town'],
  },
  'job-references': {
    everything: ['cook', 'cook town', 'nurse elsewhere', 'nurse town', 'town'],
    land: ['cook town', 'nurse town', 'town'],
    town: ['cook town', 'nurse town', 'town'],
    profession: ['nurse elsewhere', 'nurse town'],
    both: ['nurse town'],
  },
}
const collections = Object.keys(seen) as Collection[]

const graphqlNames: Record<Collection, { one: string; many: string }> = {
  professions: { one: 'Profession', many: 'Professions' },
  regions: { one: 'Region', many: 'Regions' },
  employers: { one: 'Employer', many: 'Employers' },
  sources: { one: 'Source', many: 'Sources' },
  'career-profiles': { one: 'CareerProfile', many: 'CareerProfiles' },
  'regional-sections': { one: 'RegionalSection', many: 'RegionalSections' },
  'job-references': { one: 'JobReference', many: 'JobReferences' },
}

describe('what a site reads of the authoring plane', () => {
  let product: Product
  let delivery: Delivery
  let author: SignedIn
  let editor: SignedIn
  const entries = Object.fromEntries(collections.map((each) => [each, {}])) as Entries
  const sites = new Map<Scope, { id: string; authorization: string }>()

  beforeAll(async () => {
    product = await startProduct()
    delivery = await openDelivery(product)
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    const { professions, regions } = entries
    for (const name of ['nurse', 'cook']) await make('professions', name, { name, slug: '' })
    for (const [name, kind, parent] of [
      ['land', 'land'],
      ['kreis', 'kreis', 'land'],
      ['town', 'gemeinde', 'kreis'],
      ['elsewhere', 'gemeinde'],
    ] as const) {
      const within = parent === undefined ? {} : { parent: regions[parent] }
      await make('regions', name, { name, slug: '', kind, ...within })
    }
    const { town, elsewhere } = regions
    for (const [name, of] of [
      ['anywhere', []],
      ['town', [town]],
      ['elsewhere', [elsewhere]],
      ['townAndElsewhere', [elsewhere, town]],
    ] as const) {
      await make('employers', name, { name, slug: '', regions: of })
    }
    await make('sources', 'source', { name: 'source', kind: 'studie' })
    for (const profession of ['nurse', 'cook']) await write('career-profiles', { profession })
    for (const [profession, region] of [
      ['nurse', 'town'],
      ['nurse', 'kreis'],
      ['nurse', 'elsewhere'],
      ['cook', 'town'],
    ] as const) {
      await write('regional-sections', { profession, region })
    }
    for (const [profession, region] of [
      ['nurse', 'town'],
      ['nurse', 'elsewhere'],
      ['cook', 'town'],
      ['cook', undefined],
      [undefined, 'town'],
    ] as const) {
      const name = [profession, region].filter(Boolean).join(' ')
      await make('job-references', name, {
        ...(profession && { profession: professions[profession] }),
        ...(region && { region: regions[region] }),
        title: name,
        url: 'https://example.org/job',
        externalId: name,
        hiringOrganization: 'Beispiel GmbH',
        datePosted: new Date().toISOString(),
      })
    }
    const limits: Record<Scope, object> = {
      everything: {},
      land: { regions: [regions.land] },
      town: { regions: [regions.town] },
      profession: { professions: [professions.nurse] },
      both: { regions: [regions.land], professions: [professions.nurse] },
    }
    for (const scope of scopes) {
      const site = await product.makeSite()
      await product.payload.update({
        collection: 'sites',
        id: site.id,
        data: limits[scope],
        overrideAccess: true,
      })
      sites.set(scope, site)
    }
  })
  afterAll(async () => {
    await delivery.close()
    await product.close()
  })

  async function make(collection: Collection, name: string, data: object) {
    const { id } = await product.payload.create({
      collection,
      data: data as never,
      overrideAccess: true,
    })
    entries[collection][name] = id
  }

  async function write(
    collection: 'career-profiles' | 'regional-sections',
    of: { profession: string; region?: string },
  ) {
    const body = {
      ...sectionContent(),
      profession: entries.professions[of.profession],
      ...(of.region !== undefined && { region: entries.regions[of.region] }),
    }
    const answer = await product.call('POST', `/${collection}`, { ...author, body })
    expect(answer.status, answer.text).toBe(201)
    const id = String(answer.get('doc.id'))
    entries[collection][Object.values(of).join(' ')] = id
    const call: typeof product.call = (method, path, options) =>
      product.call(method, path.replace('regional-sections', collection), options)
    await publish({ call }, { author, editor }, id)
  }

  const keyOf = (scope: Scope) => {
    const site = sites.get(scope)
    if (!site) throw new Error('There is no such site.')
    return site
  }
  const idsSeen = (collection: Collection, scope: Scope) =>
    seen[collection][scope].map((name) => entries[collection][name]).sort()
  const idsIn = (docs: unknown) => (docs as { id: string }[]).map(({ id }) => id).sort()

  it('is in the table for every collection that sites may read', () => {
    const open = Object.entries(permissions).filter(([, { read }]) => read.site !== 'none')
    // Pictures that are live are everybody's; of sites, it reads itself.
    expect(open.map(([name]) => name).sort()).toEqual([...collections, 'media', 'sites'].sort())
  })

  const cells = collections.flatMap((collection) => scopes.map((scope) => ({ collection, scope })))

  it.each(cells)('is of its scope: $collection, $scope', async ({ collection, scope }) => {
    const key = keyOf(scope)
    const ids = idsSeen(collection, scope)
    const all = Object.values(entries[collection])
    expect(ids.length).toBeGreaterThan(0)

    for (const query of ['limit=50', 'limit=50&depth=2&draft=true', 'limit=50&sort=-id']) {
      const list = await product.call('GET', `/${collection}?${query}`, key)
      expect(idsIn(list.get('docs')), query).toEqual(ids)
      expect(list.get('totalDocs'), query).toBe(ids.length)
    }
    const wide = `where[or][0][id][exists]=true&where[or][1][id][in]=${all.join()}`
    const asked = await product.call('GET', `/${collection}?limit=50&${wide}`, key)
    expect(idsIn(asked.get('docs'))).toEqual(ids)
    const count = await product.call('GET', `/${collection}/count?${wide}`, key)
    expect(count.get('totalDocs')).toBe(ids.length)

    const { one, many } = graphqlNames[collection]
    const graphql = await product.graphql(
      `{ ${many}(limit: 50) { totalDocs docs { id } } count${many} { totalDocs } }`,
      key,
    )
    expect(idsIn(graphql.get(`data.${many}.docs`)), graphql.text).toEqual(ids)
    expect(graphql.get(`data.${many}.totalDocs`)).toBe(ids.length)
    expect(graphql.get(`data.count${many}.totalDocs`)).toBe(ids.length)

    for (const id of all) {
      const isSeen = ids.includes(id)
      const answer = await product.call('GET', `/${collection}/${id}`, key)
      expect(answer.status).toBe(isSeen ? 200 : 404)
      const byId = await product.graphql(`{ ${one}(id: "${id}") { id } }`, key)
      expect(byId.get(`data.${one}.id`) ?? null, byId.text).toBe(isSeen ? id : null)
    }
  })

  it.each(scopes)('is what the delivery plane gives it: %s', async (scope) => {
    const key = withKey(keyOf(scope))
    for (const [route, of] of [
      ['professions', ['professions']],
      ['regions', ['regions']],
      ['jobs', ['job-references']],
      ['portraits', ['career-profiles', 'regional-sections']],
    ] as const) {
      const answer = await delivery.get(`/v1/${route}?limit=50`, key)
      const ids = of.flatMap((collection) => idsSeen(collection, scope)).sort()
      expect(idsIn(answer.get('items')), route).toEqual(ids)
    }
  })

  it('says nothing of an entry beyond it beside one within it', async () => {
    const { town, kreis } = entries.regions
    const region = await product.call('GET', `/regions/${String(town)}?depth=2`, keyOf('town'))
    expect(region.get('parent')).toBe(kreis)
    const employer = entries.employers.townAndElsewhere
    const answer = await product.call('GET', `/employers/${String(employer)}`, keyOf('town'))
    expect(answer.text).not.toContain('"name":"elsewhere"')
  })

  it('is found by one statement more, however much is read', async () => {
    const during = async (path: string) => {
      const statements = await statementsOf(product.payload, () =>
        product.call('GET', path, keyOf('both')),
      )
      return statements.filter(({ text }) => text.includes('RECURSIVE inside')).length
    }
    expect(await during('/regional-sections?limit=50&depth=2')).toBe(1)
    expect(await during('/professions?limit=50&depth=2')).toBe(0)
  })

  it('is another one as soon as its scope or a region has changed', async () => {
    const site = await product.makeSite()
    const limit = (regions: unknown[]) =>
      product.payload.update({
        collection: 'sites',
        id: site.id,
        data: { regions: regions as string[] },
        overrideAccess: true,
      })
    const total = async () =>
      (await product.call('GET', '/regional-sections/count', site)).get('totalDocs')
    expect(await total()).toBe(4)
    await limit([entries.regions.elsewhere])
    expect(await total()).toBe(1)
    await limit([])
    expect(await total()).toBe(4)
  })
})
