import { getIntrospectionQuery } from 'graphql'
import { auditServer } from 'graphql-http'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { limits } from '#delivery/graphql/limits.ts'
import { openDelivery, withKey, type Delivery } from '#support/delivery.ts'
import { everythingOf } from '#support/graphql.ts'
import { garble, hostileBodies, newRandom, sample } from '#support/hostile-graphql.ts'
import { makeLiveTexts, type LiveTexts } from '#support/live-texts.ts'
import { startProduct, type Product } from '#support/product.ts'

const strict = { accept: 'application/graphql-response+json' }
const everything = everythingOf('Portrait')

describe('GraphQL, asked badly', () => {
  let product: Product
  let delivery: Delivery
  let texts: LiveTexts

  beforeAll(async () => {
    product = await startProduct()
    const people = {
      author: await product.signIn('author'),
      editor: await product.signIn('editor'),
      reviewer: await product.signIn('editor'),
    }
    delivery = await openDelivery(product)
    texts = await makeLiveTexts(product, people, { regions: 1 })
  })
  afterAll(async () => {
    await delivery.close()
    await product.close()
  })

  const ask = (query: string, headers: Record<string, string> = strict, variables?: object) =>
    delivery.post('/graphql', { query, variables }, headers)

  it('passes every audit of GraphQL over HTTP', async () => {
    const results = await auditServer({ url: `${delivery.url}/graphql`, fetchFn: fetch })
    expect(results.length).toBeGreaterThan(60)
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([])
  })

  it('refuses what is too much, and lets through a page of everything', async () => {
    const list = `portraits(first: 50) { edges { node { ${everything} } } }`
    expect((await ask(`{ ${list} }`)).status).toBe(200)
    const aliases = Array.from({ length: 11 }, (_, at) => `a${String(at)}: search(q: "x") { id }`)
    const deep = `${'profile { '.repeat(12)}id${' }'.repeat(12)}`
    for (const [query, variables] of [
      [`{ ${list} b: ${list} }`],
      [`query ($n: Int) { ${list} b: portraits(first: $n) { nodes { ${everything} } } }`, { n: 1 }],
      [`{ ${aliases.join(' ')} }`],
      [`{ portraits { nodes { ${deep} } } }`],
      [`{ portraits { nodes { ${'id '.repeat(limits.tokens)} } } }`],
    ] as const) {
      for (const accept of ['application/json', strict.accept]) {
        const answer = await ask(query, { accept }, variables)
        expect(answer.status, answer.text).toBe(400)
        expect(answer.get('errors.0.extensions.code')).toBe('query_too_complex')
        expect(answer.headers.get('cache-control')).toBe('no-store')
      }
    }
    expect((await ask(`{ x(a: "${'x'.repeat(limits.bytes)}") }`)).status).toBe(413)
  })

  it('says which argument is wrong', async () => {
    for (const [query, path] of [
      ['{ portraits(first: 51) { nodes { id } } }', 'first'],
      ['{ portraits(first: 0) { nodes { id } } }', 'first'],
      ['{ portraits(after: "x") { nodes { id } } }', 'cursor'],
      ['{ portraits(land: "NRW") { nodes { id } } }', 'land'],
      ['{ jobs(radiusKm: 5) { nodes { id } } }', 'radiusKm'],
      ['{ job(id: "x") { id } }', 'id'],
      ['{ search(q: " ") { id } }', 'q'],
      ['{ changes(cursor: "x") { hasMore } }', 'cursor'],
    ]) {
      const answer = await ask(query ?? '')
      expect(answer.status, answer.text).toBe(path === 'id' ? 200 : 400)
      expect(answer.get('errors.0.extensions')).toMatchObject({
        code: 'invalid_parameter',
        errors: [{ path }],
      })
    }
  })

  it('can be without introspection and without strangers', async () => {
    expect((await ask(getIntrospectionQuery())).get('data.__schema.queryType.name')).toBe('Query')
    const closed = await openDelivery(product, { hasIntrospection: false, isPublic: false })
    try {
      const post = (query: string, headers = {}) =>
        closed.post('/graphql', { query }, { ...strict, ...headers })
      const stranger = await post('{ __typename }')
      expect([stranger.status, stranger.get('code')]).toEqual([401, 'unauthorized'])
      const key = withKey(await product.makeSite())
      expect((await post('{ __typename }', key)).status).toBe(200)
      for (const query of [
        getIntrospectionQuery(),
        '{ __type(name: "Portrait") { name } }',
        '{ portrai { id } }',
        '{ regions(kind: gemeind) { nodes { id } } }',
      ]) {
        const answer = await post(query, key)
        expect(answer.status).toBe(400)
        expect(answer.text).not.toContain('Did you mean')
      }
      const coerced = await closed.post(
        '/graphql',
        {
          query: 'query ($k: RegionKind) { regions(kind: $k) { totalCount } }',
          variables: { k: 'gemeind' },
        },
        { ...strict, ...key },
      )
      expect([coerced.status, coerced.text.includes('Did you mean')]).toEqual([400, false])
    } finally {
      await closed.close()
    }
  })

  it('answers nonsense with what is wrong, never with a failure of its own', async () => {
    const random = newRandom(20_261_124)
    const bodies = [
      ...hostileBodies(),
      ...Array.from({ length: 150 }, () =>
        garble(random, JSON.stringify({ query: sample(random, texts) })),
      ),
      ...Array.from({ length: 100 }, () =>
        JSON.stringify({ query: garble(random, sample(random, texts)) }),
      ),
    ]
    for (const body of bodies) {
      const response = await fetch(`${delivery.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...strict },
        body,
      })
      await expectNoFailure(response, body)
    }
    for (const search of [
      '',
      '?',
      '?query',
      '?query=%',
      '?query=%00',
      '?query=%ff%fe',
      '?query={__typename}&variables=x',
      '?query={__typename}&variables=[1]',
      '?query={__typename}&extensions={',
      '?query={__typename}&operationName=x',
      '?extensions={"persistedQuery":1}',
      '?query={__typename}&query={a}',
      `?query={${'a'.repeat(8000)}}`,
    ]) {
      await expectNoFailure(await fetch(`${delivery.url}/graphql${search}`), search)
    }
    for (const [method, type] of [
      ['POST', 'text/plain'],
      ['POST', 'multipart/form-data; boundary=x'],
      ['POST', 'application/x-www-form-urlencoded'],
      ['PUT', 'application/json'],
      ['DELETE', 'application/json'],
    ] as const) {
      const response = await fetch(`${delivery.url}/graphql`, {
        method,
        headers: { 'content-type': type },
        body: '{"query":"{ __typename }"}',
      })
      expect(response.status).toBeGreaterThanOrEqual(400)
      await expectNoFailure(response, `${method} ${type}`)
    }
  })

  it('tells nothing of a failure that nobody foresaw', async () => {
    const spy = vi.spyOn(pg.Pool.prototype, 'query').mockImplementation(() => {
      throw new Error('SELECT secret FROM delivery.documents')
    })
    try {
      const answer = await ask(`{ portraits(first: 7) { nodes { id } } }`, {})
      expect(answer.status).toBe(500)
      expect(answer.get('errors.0')).toMatchObject({
        message: 'Internal error',
        extensions: { code: 'internal_error' },
      })
      expect(answer.text).not.toMatch(/SELECT|secret|\.ts/)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    } finally {
      spy.mockRestore()
    }
    expect((await ask(`{ portraits(first: 7) { nodes { id } } }`, {})).status).toBe(200)
  })

  it('says that the database is away, and nothing else of it', async () => {
    const away = await openDelivery(product, {
      databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing',
      listenUrl: null,
    })
    try {
      // While a busy machine starts it, it may send callers away before it asks the database.
      await vi.waitFor(async () => {
        const answer = await away.post('/graphql', { query: '{ portraits { nodes { id } } }' })
        expect([answer.status, answer.get('code')]).toEqual([503, 'unavailable'])
        expect(answer.headers.get('content-type')).toContain('application/problem+json')
        expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|nobody/)
      })
    } finally {
      await away.close()
    }
  })
})

async function expectNoFailure(response: Response, asked: string): Promise<void> {
  const text = await response.text()
  const isSentAway = response.status === 503 && text.includes('"overloaded"')
  expect(isSentAway || response.status < 500, `${asked}\n${text}`).toBe(true)
  expect(text, asked).not.toMatch(
    /\.ts:\d|node_modules|\bat .+ \(|SELECT |syntax error at or near|delivery\./,
  )
}
