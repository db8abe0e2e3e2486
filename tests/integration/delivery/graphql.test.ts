import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDelivery, withKey, type Delivered, type Delivery } from '#support/delivery.ts'
import { everythingOf } from '#support/graphql.ts'
import { addCopies, makeLiveTexts, type LiveTexts } from '#support/live-texts.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

const strict = { accept: 'application/graphql-response+json' }
const everything = everythingOf('Portrait')

describe('GraphQL', () => {
  let product: Product
  let delivery: Delivery
  let people: Record<'author' | 'editor' | 'reviewer', SignedIn>
  /** A profile and, with copies, 49 sections that everyone may see, and two sections of one site. */
  let texts: LiveTexts
  let bound: LiveTexts
  let owner: { id: string; authorization: string }

  beforeAll(async () => {
    product = await startProduct()
    people = {
      author: await product.signIn('author'),
      editor: await product.signIn('editor'),
      reviewer: await product.signIn('editor'),
    }
    owner = await product.makeSite()
    delivery = await openDelivery(product)
    texts = await makeLiveTexts(product, people, { regions: 3 })
    await addCopies(product, texts, 46)
    bound = await makeLiveTexts(product, people, { regions: 2, sites: [owner.id] })
  })
  afterAll(async () => {
    await delivery.close()
    await product.close()
  })

  const ask = (query: string, headers: Record<string, string> = strict, variables?: object) =>
    delivery.post('/graphql', { query, variables }, headers)
  const addressOf = (query: string) => `/graphql?query=${encodeURIComponent(query)}`
  const slugsOf = ({ profession, regions }: LiveTexts, index = 0) =>
    `profession: "${profession.slug}", region: "${regions[index]?.slug ?? ''}"`

  it('gives the same portrait as REST', async () => {
    const html = everythingOf('Portrait', ['Section.markdown', 'Section.text', 'Section.lexical'])
    for (const region of [texts.regions[0]?.slug, undefined]) {
      const path = [texts.profession.slug, region].filter((part) => part !== undefined).join('/')
      const rest = await delivery.get(`/v1/portraits/${path}`)
      const place = region === undefined ? '' : `, region: "${region}"`
      const answer = await ask(
        `{ portrait(profession: "${texts.profession.slug}"${place}) { ${html} } }`,
      )
      expect(answer.get('data.portrait')).toEqual(rest.body)
      expect(rest.get('jobs.items.0.title')).toBeDefined()
    }
    for (const form of ['markdown', 'text', 'lexical']) {
      const path = `${texts.profession.slug}/${texts.regions[0]?.slug ?? ''}`
      const rest = await delivery.get(`/v1/portraits/${path}?format=${form}`)
      const answer = await ask(
        `{ portrait(${slugsOf(texts)}) { sections { kind heading ${form} } } }`,
      )
      expect(answer.get('data.portrait.sections')).toEqual(rest.get('sections'))
    }
  })

  it('gives the same lists, entries and hits as REST', async () => {
    const profession = everythingOf('Profession')
    const job = everythingOf('Job')
    for (const [path, query, here, there] of [
      ['/v1/professions', `{ professions { nodes { ${profession} } } }`, 'professions.nodes'],
      [
        `/v1/professions/${texts.profession.slug}`,
        `{ profession(slug: "${texts.profession.slug}") { ${profession} } }`,
        'profession',
        '',
      ],
      [
        '/v1/regions?kind=gemeinde&limit=5',
        `{ regions(kind: gemeinde, first: 5) { nodes { ${everythingOf('Region')} } } }`,
        'regions.nodes',
      ],
      [
        `/v1/jobs?profession=${texts.profession.slug}&limit=3`,
        `{ jobs(profession: "${texts.profession.slug}", first: 3) { nodes { ${job} } } }`,
        'jobs.nodes',
      ],
      [
        '/v1/search?q=beruf&type=portrait',
        `{ search(q: "beruf", type: portrait) { ${everythingOf('SearchHit')} } }`,
        'search',
      ],
      [
        '/v1/changes?limit=10',
        `{ changes(limit: 10) { ${everythingOf('Changes')} } }`,
        'changes',
        '',
      ],
    ] as const) {
      const rest = await delivery.get(path)
      expect(rest.status, path).toBe(200)
      const answer = await ask(query)
      const wanted = there === '' ? rest.body : rest.get('items')
      expect(answer.get(`data.${here}`), answer.text).toEqual(wanted)
    }
    const id = String((await delivery.get('/v1/jobs')).get('items.0.id'))
    const found = await ask(`{ job(id: "${id}") { id } other: job(id: "${randomUUID()}") { id } }`)
    expect(found.body).toEqual({ data: { job: { id }, other: null } })
  })

  it('reads a page of 50 with its jobs in as many statements as a page of 5', async () => {
    const spy = vi.spyOn(pg.Pool.prototype, 'query')
    const count = () => spy.mock.contexts.filter(isOfDelivery).length
    try {
      for (const size of [5, 50]) {
        spy.mockClear()
        const query = `{ portraits(first: ${String(size)}) { nodes { ${everything} } } }`
        const answer = await ask(query)
        expect(answer.status, answer.text).toBe(200)
        expect(answer.get(`data.portraits.nodes.${String(size - 1)}.jobs.items`)).toBeDefined()
        expect(count()).toBe(4)
      }
      spy.mockClear()
      const both = `{ portraits { totalCount pageInfo { endCursor } nodes { id } edges { node { title } } } }`
      expect((await ask(both)).status).toBe(200)
      expect(count()).toBe(5)
      spy.mockClear()
      await ask(`{ portraits(kldb: "1") { totalCount } }`)
      expect(count()).toBe(1)
      spy.mockClear()
      await ask(
        `{ ${[0, 1, 2, 3].map((at) => `p${String(at)}: portrait(${slugsOf(texts, at)}) { id }`).join(' ')} }`,
      )
      expect(count()).toBe(3)
    } finally {
      spy.mockRestore()
    }
  })

  it('pages through a list without gaps or repeats while something goes live', async () => {
    const query =
      'query ($after: String) { portraits(first: 8, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }'
    const all = (await ask('{ portraits(first: 50) { nodes { id } totalCount } }')).get(
      'data.portraits',
    )
    const seen: string[] = []
    let after: unknown = null
    do {
      const page = await ask(query, strict, { after })
      expect(page.get('data.portraits.pageInfo.hasPreviousPage')).toBe(after !== null)
      for (let at = 0; at < 8; at += 1) {
        const id = page.get(`data.portraits.edges.${String(at)}.node.id`)
        if (typeof id === 'string') seen.push(id)
      }
      if (after === null) await makeLiveTexts(product, people, { regions: 1 })
      after = page.get('data.portraits.pageInfo.hasNextPage')
        ? page.get('data.portraits.pageInfo.endCursor')
        : null
    } while (after !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(texts.sections))
    expect(all).toMatchObject({ totalCount: 51 })
  })

  it('is kept with an entity tag, in both forms, until something goes live', async () => {
    const path = addressOf(`{ portraits(profession: "${texts.profession.slug}") { totalCount } }`)
    const first = await delivery.get(path, strict)
    expect(first.headers.get('content-type')).toBe(
      'application/graphql-response+json; charset=utf-8',
    )
    expect(first.headers.get('cache-control')).toContain('public, max-age=60')
    expect(first.headers.get('vary')).toContain('Accept,')
    const etag = first.headers.get('etag') ?? ''
    const again = await delivery.get(path, { ...strict, 'if-none-match': etag })
    expect([again.status, again.text]).toEqual([304, ''])
    const plain = await delivery.get(path)
    expect(plain.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect((await delivery.get(path, { accept: 'text/html' })).status).toBe(406)
    const posted = await ask(`{ __typename }`, { ...strict, 'if-none-match': '*' })
    expect(posted.status).toBe(200)
    const failed = await delivery.get(addressOf('{ portraits(first: 0) { totalCount } }'), strict)
    expect([failed.status, failed.headers.get('etag')]).toEqual([400, null])

    const counted = await delivery.get(addressOf('{ jobs { totalCount } }'))
    expect(counted.headers.get('cache-control')).toMatch(/max-age=\d+, must-revalidate/)

    const portrait = addressOf(`{ portrait(${slugsOf(texts)}) { jobs { items { title } } } }`)
    const before = await delivery.get(portrait)
    expect(before.headers.get('surrogate-key')).toContain(`document:${texts.sections[0] ?? ''}`)
    expect(before.headers.get('surrogate-key')).toContain(`jobs:${texts.profession.id}`)
    await product.sql.query(`UPDATE job_references SET title = 'Neu' WHERE region_id = $1`, [
      texts.regions[0]?.id,
    ])
    await vi.waitFor(async () => {
      expect((await delivery.get(portrait)).get('data.portrait.jobs.items.0.title')).toBe('Neu')
    })
  })

  it('keeps queries by their hash', async () => {
    const query = `{ __typename #${randomUUID()}\n }`
    const persistedQuery = {
      version: 1,
      sha256Hash: createHash('sha256').update(query).digest('hex'),
    }
    const byHash = `/graphql?extensions=${encodeURIComponent(JSON.stringify({ persistedQuery }))}`
    const unknown = await delivery.get(byHash)
    expect(unknown.get('errors.0')).toMatchObject({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    })
    expect(unknown.headers.get('cache-control')).toBe('no-store')
    const kept = await delivery.post('/graphql', { query, extensions: { persistedQuery } })
    expect(kept.body).toEqual({ data: { __typename: 'Query' } })
    const found = await delivery.get(byHash)
    expect([found.status, found.text]).toEqual([200, kept.text])
    expect(found.headers.get('etag')).toBeTruthy()
    const posted = await delivery.post('/graphql', { extensions: { persistedQuery } })
    expect(posted.text).toBe(kept.text)
    for (const wrong of [
      { query: '{ portraits { totalCount } }', extensions: { persistedQuery } },
      { extensions: { persistedQuery: { ...persistedQuery, version: 2 } } },
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
    ]) {
      expect((await delivery.post('/graphql', wrong)).status).toBe(400)
    }
  })

  it('shows what is bound to a site to that site alone, by no field to others', async () => {
    const paths = boundPaths(bound)
    const own = withKey(owner)
    for (const [field, query] of Object.entries(paths)) {
      for (const get of [ask, byGet]) {
        const seen = await get(query, { ...strict, ...own })
        expect(seen.text, field).toMatch(new RegExp(bound.sections.join('|')))
        const other = withKey(await product.makeSite())
        for (const headers of [strict, { ...strict, ...other }]) {
          const answer = await get(query, headers)
          expect(answer.status, answer.text).toBe(200)
          for (const id of bound.sections) expect(answer.text, field).not.toContain(id)
        }
      }
    }
  })

  it('shows a site only the professions and regions that it is limited to', async () => {
    const { rows } = await product.sql.query('SELECT FROM delivery.documents WHERE region IS NULL')
    const nationwide = rows.length
    const cases = [
      {
        scope: { professions: [texts.profession.id], regions: [] },
        hidden: [bound.profession.slug],
        count: 50,
      },
      {
        scope: { professions: [], regions: [texts.regions[0]?.id ?? ''] },
        hidden: [...bound.regions, ...texts.regions.slice(1)].map(({ slug }) => slug),
        count: nationwide + 1,
      },
    ]
    const site = await product.makeSite()
    const key = { ...strict, ...withKey(site) }
    for (const { scope, hidden, count } of cases) {
      // What it saw before it was limited is no answer to what it asks after.
      await ask(foreignPaths(bound).portraits, key)
      await product.payload.update({
        collection: 'sites',
        id: site.id,
        data: scope,
        overrideAccess: true,
      })
      const [job] = (
        await product.sql.query<{ id: string }>(
          'SELECT id FROM job_references WHERE profession_id = $1',
          [bound.profession.id],
        )
      ).rows
      await vi.waitFor(async () => {
        const answer = await ask(foreignPaths(bound).portraits, key)
        expect(answer.get('data.portraits.totalCount')).toBe(count)
      })
      const fields = { ...foreignPaths(bound), job: `{ job(id: "${job?.id ?? ''}") { id url } }` }
      for (const [field, query] of Object.entries(fields)) {
        const answer = await ask(query, key)
        expect(answer.status, answer.text).toBe(200)
        for (const slug of hidden) expect(answer.text, field).not.toContain(`${slug}"`)
        for (const id of bound.sections) expect(answer.text, field).not.toContain(id)
        expect(answer.text, field).not.toContain(job?.id)
      }
      const own = await ask(`{ portrait(${slugsOf(texts)}) { id jobs { items { id } } } }`, key)
      expect(own.get('data.portrait.id')).toBe(texts.sections[0])
      expect(own.get('data.portrait.jobs.items.1.id')).toBeDefined()
      expect(own.headers.get('cache-control')).toContain('private')
    }
  })

  it('gives each caller the cursor of its own feed, also to those who ask at once', async () => {
    const [one, two] = [withKey(await product.makeSite()), withKey(await product.makeSite())]
    const query = '{ changes(limit: 1) { cursor } }'
    const [first, second] = await Promise.all([ask(query, one), ask(query, two)])
    const cursor = String(first.get('data.changes.cursor'))
    expect(second.get('data.changes.cursor')).not.toBe(cursor)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const next = `{ changes(cursor: "${cursor}") { hasMore } }`
    expect((await ask(next, { ...strict, ...one })).status).toBe(200)
    const foreign = await ask(next, { ...strict, ...two })
    expect([foreign.status, foreign.get('errors.0.extensions.code')]).toEqual([
      400,
      'scope_changed',
    ])
  })

  const byGet = (query: string, headers: Record<string, string>): Promise<Delivered> =>
    delivery.get(addressOf(query), headers)

  /** Everything by which a text can be come by. */
  const boundPaths = (of: LiveTexts) => ({
    portrait: `{ portrait(${slugsOf(of)}) { id } }`,
    portraits: `{ portraits(profession: "${of.profession.slug}") { totalCount nodes { id } edges { cursor node { id } } } }`,
    byRegion: `{ portraits(region: "${of.regions[1]?.slug ?? ''}") { nodes { id } } }`,
    search: `{ search(q: "${of.profession.slug.replace('-', ' ')}", type: portrait, limit: 50) { id } }`,
    changes: '{ changes(limit: 1000) { items { id event digest } } }',
  })

  const foreignPaths = (of: LiveTexts) => ({
    portrait: `{ portrait(${slugsOf(of)}) { id profession { slug } region { slug } } }`,
    portraits: `{ portraits(first: 50) { totalCount nodes { id profession { slug } region { slug } neighbours { slug } jobs { items { id } } } } }`,
    byProfession: `{ portraits(${slugsOf(of)}) { totalCount nodes { id href region { slug } profession { slug } } } }`,
    both: `{ profession(slug: "${of.profession.slug}") { id } region(slug: "${of.regions[0]?.slug ?? ''}") { id } jobs(${slugsOf(of)}) { totalCount nodes { id } } }`,
    jobs: `{ jobs(first: 100) { nodes { id } } }`,
    search: `{ search(q: "${of.profession.slug.replace('-', ' ')}", type: portrait, limit: 50) { id profession region } }`,
    changes: '{ changes(limit: 1000) { items { id } } }',
  })
})

function isOfDelivery(pool: unknown): boolean {
  return pool instanceof pg.Pool && pool.options.application_name === 'berufsbild delivery'
}
