import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { makePair, publish, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

let product: Product
let delivery: Delivery
let author: SignedIn
let editor: SignedIn
let pair: { profession: string; region: string }
let address: string

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  author = await product.signIn('author')
  editor = await product.signIn('editor')
  pair = await makePair(product)
  await product.payload.update({
    collection: 'professions',
    id: pair.profession,
    data: { name: 'Gärtner/in', slug: 'gaertner', kldb2010: '12102' },
    overrideAccess: true,
  })
  await product.payload.update({
    collection: 'regions',
    id: pair.region,
    data: { name: 'Köln', slug: 'koeln', ags: '05315000', latitude: 50.94, longitude: 6.96 },
    overrideAccess: true,
  })
  const id = await writeSection(product, author, {
    ...pair,
    headline: 'Was <b>wächst</b> & gedeiht',
    intro: 'Im Gewächshaus beginnt der Tag früh.',
  })
  await publish(product, { author, editor }, id)
  address = '/v1/portraits/gaertner/koeln'
})

afterAll(async () => {
  await delivery.close()
  await product.close()
})

describe('a portrait', () => {
  it('is found under slugs that fold to its own', async () => {
    for (const spelling of ['G%C3%A4rtner/K%C3%B6ln', 'gaertner/koeln', 'GAERTNER/koeln/']) {
      expect((await delivery.get(`/v1/portraits/${spelling}`)).status, spelling).toBe(200)
    }
  })

  it('has its text in the form that is asked for, and in no other', async () => {
    const forms = { html: '<p>Vieles.</p>', markdown: 'Vieles.', text: 'Vieles.' }
    for (const [format, expected] of Object.entries(forms)) {
      const answer = await delivery.get(`${address}?format=${format}`)
      const { kind: _, heading: __, ...body } = answer.get('sections.0') as Record<string, unknown>
      expect(body).toEqual({ [format]: expected })
    }
    expect(
      (await delivery.get(`${address}?format=lexical`)).get('sections.0.lexical.root.type'),
    ).toBe('root')
  })

  it('has only the parts that are asked for', async () => {
    const answer = await delivery.get(`${address}?fields=headline,receipt`)
    expect(Object.keys(answer.body ?? {}).sort()).toEqual(['headline', 'receipt'])
    expect((await delivery.get(`${address}?fields=headline,password`)).status).toBe(400)
  })

  it('carries structured data about the occupation', async () => {
    const graph = (await delivery.get(address)).get('jsonLd.@graph') as Record<string, unknown>[]
    expect(graph.map((node) => node['@type'])).toEqual(['Article', 'Occupation', 'BreadcrumbList'])
    expect(JSON.stringify(graph)).not.toContain('JobPosting')
    // Its only figure has no source.
    expect(JSON.stringify(graph)).not.toContain('estimatedSalary')
  })

  it('knows who has it already, in every encoding', async () => {
    // An answer has a date when the second of its last change is over.
    await wait(1100)
    for (const encoding of ['identity', 'gzip', 'br']) {
      const first = await delivery.get(address, { 'accept-encoding': encoding })
      const etag = String(first.headers.get('etag'))
      expect(first.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
      expect(first.get('region.name')).toBe('Köln')
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await delivery.get(address, {
          'accept-encoding': encoding,
          'if-none-match': known,
        })
        expect(again.status, `${encoding} ${known}`).toBe(304)
        expect(again.text).toBe('')
        expect(again.headers.get('etag')).toBe(etag)
      }
      expect((await delivery.get(address, { 'if-none-match': '"another"' })).status).toBe(200)
      const since = String(first.headers.get('last-modified'))
      expect((await delivery.get(address, { 'if-modified-since': since })).status).toBe(304)
    }
    const etags = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (encoding) =>
        (await delivery.get(address, { 'accept-encoding': encoding })).headers.get('etag'),
      ),
    )
    expect(new Set(etags).size).toBe(3)
  })

  it('answers the same before and after it is in memory, headers included', async () => {
    const path = `${address}?fields=title`
    const first = await delivery.get(path)
    const second = await delivery.get(path)
    const comparable = (headers: Headers) =>
      Object.fromEntries(
        [...headers].filter(
          ([name]) => !['date', 'x-request-id', 'access-control-expose-headers'].includes(name),
        ),
      )
    expect(second.text).toBe(first.text)
    expect(comparable(second.headers)).toEqual(comparable(first.headers))
  })
})

describe('lists', () => {
  it('are filtered, counted and paged without gaps while something is published', async () => {
    const other = await makePair(product)
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) {
      const { region } = await makePair(product)
      const id = await writeSection(product, author, { profession: other.profession, region })
      await publish(product, { author, editor }, id)
      ids.push(id)
    }
    const { rows } = await product.sql.query<{ slug: string }>(
      'SELECT slug FROM professions WHERE id = $1',
      [other.profession],
    )
    const filter = `profession=${String(rows[0]?.slug)}`
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<Delivery['get']>> = await delivery.get(
        `/v1/portraits?${filter}&limit=2&count=true${cursor === null ? '' : `&cursor=${cursor}`}`,
      )
      expect(page.status).toBe(200)
      expect(page.get('total')).toBeGreaterThanOrEqual(5)
      seen.push(...(page.get('items') as { id: string }[]).map(({ id }) => id))
      cursor = page.get('nextCursor') as string | null
      const { region } = await makePair(product)
      const late = await writeSection(product, author, { profession: other.profession, region })
      await publish(product, { author, editor }, late)
    } while (cursor !== null && seen.length < 40)
    expect(ids.every((id) => seen.includes(id))).toBe(true)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('take Land, KldB and the moment of the last change', async () => {
    for (const [filter, isFound] of [
      ['land=DE-NW', true],
      ['land=05', true],
      ['land=DE-BY', false],
      ['kldb=121', true],
      ['kldb=9', false],
      ['region=K%C3%B6ln', true],
      ['region=nirgends', false],
      [`updatedSince=${new Date(Date.now() - 3_600_000).toISOString()}`, true],
      [`updatedSince=${new Date(Date.now() + 3_600_000).toISOString()}`, false],
    ] as const) {
      const { text } = await delivery.get(`/v1/portraits?limit=100&${filter}`)
      expect(text.includes('"gaertner"'), filter).toBe(isFound)
    }
  })
})

describe('jobs', () => {
  const makeJob = (data: Record<string, unknown>) =>
    product.payload.create({
      collection: 'job-references',
      data: {
        title: 'Gärtner gesucht',
        url: 'https://example.org/job',
        externalId: Math.random().toString(36),
        hiringOrganization: 'Beispiel GmbH',
        datePosted: new Date().toISOString(),
        ...pair,
        ...data,
      },
      overrideAccess: true,
    })
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()

  it('stand in their portrait while they are live, and are gone the moment they expire', async () => {
    expect((await delivery.get(address)).get('jobs.items')).toEqual([])
    await makeJob({ title: 'Bleibt' })
    await makeJob({ title: 'Vergeht', validThrough: inMs(1500) })
    await makeJob({ title: 'Vorbei', validThrough: inMs(-1000) })
    const titles = async () =>
      ((await delivery.get(address)).get('jobs.items') as { title: string }[])
        .map(({ title }) => title)
        .sort()
    await expect.poll(titles).toEqual(['Bleibt', 'Vergeht'])
    await titles()
    await expect.poll(titles, { timeout: 3000, interval: 50 }).toEqual(['Bleibt'])
    expect((await delivery.get('/v1/jobs?profession=gaertner')).text).not.toContain('Verg')
  })

  it('are answered one by one, with 410 when they are over', async () => {
    const live = await makeJob({ title: 'Einzeln', employmentType: ['PART_TIME'] })
    const over = await makeJob({ title: 'Vorbei', validThrough: inMs(-1000) })
    expect((await delivery.get(`/v1/jobs/${live.id}`)).get('employmentTypes')).toEqual([
      'PART_TIME',
    ])
    expect((await delivery.get(`/v1/jobs/${over.id}`)).status).toBe(410)
    expect((await delivery.get('/v1/jobs/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    const partTime = await delivery.get('/v1/jobs?employmentType=PART_TIME&count=true')
    expect(partTime.get('total')).toBe(1)
  })

  it('are found around a region', async () => {
    const near = await product.payload.create({
      collection: 'regions',
      data: {
        name: 'Leverkusen',
        slug: 'leverkusen',
        kind: 'gemeinde',
        latitude: 51.03,
        longitude: 6.98,
      },
      overrideAccess: true,
    })
    await makeJob({ title: 'Nebenan', region: near.id })
    const titles = async (query: string) =>
      (await delivery.get(`/v1/jobs?region=koeln${query}`)).text
    expect(await titles('')).not.toContain('Nebenan')
    expect(await titles('&radiusKm=5')).not.toContain('Nebenan')
    expect(await titles('&radiusKm=15')).toContain('Nebenan')
    expect((await delivery.get('/v1/jobs?radiusKm=15')).status).toBe(400)
  })

  it('are part of the portrait of every region that theirs lies in', async () => {
    const land = await product.payload.create({
      collection: 'regions',
      data: { name: 'Rheinland', slug: 'rheinland', kind: 'land' },
      overrideAccess: true,
    })
    await product.payload.update({
      collection: 'regions',
      id: pair.region,
      data: { parent: land.id },
      overrideAccess: true,
    })
    await makeJob({ title: 'Im Land' })
    await expect
      .poll(async () => (await delivery.get('/v1/jobs?region=rheinland')).text)
      .toContain('Im Land')
  })
})

describe('search', () => {
  it('finds stems, beginnings and words that are mistyped, and marks what it found', async () => {
    const { extendLexicon } = await import('#publishing/duties.ts')
    await extendLexicon(product.payload)
    for (const q of [
      'Gewächshäuser',
      'gewächs',
      'gewaechshaus koeln',
      'Gewächshaau',
      'Gärtnre Köln',
    ]) {
      const answer = await delivery.get(`/v1/search?q=${encodeURIComponent(q)}`)
      expect(answer.text, q).toContain(address)
    }
    const answer = await delivery.get('/v1/search?q=gew%C3%A4chshaus&type=portrait')
    expect(answer.get('items.0.highlight')).toContain('<mark>Gewächshaus</mark>')
  })

  it('takes anything for a question', async () => {
    for (const q of [
      "'; DROP TABLE x; --",
      '&|!():*',
      '\\',
      '"',
      "a'b",
      '%',
      '<script>',
      '😀',
      '🏳️‍🌈 x',
    ]) {
      const answer = await delivery.get(`/v1/search?q=${encodeURIComponent(q)}`)
      expect(answer.status, q).toBe(200)
    }
  })
})

describe('the sitemap', () => {
  it('lists parts, and the parts list addresses of the site', async () => {
    const index = await delivery.get('/v1/sitemap.xml?base=https://example.org/berufe/')
    const part = /<loc>([^<]+)<\/loc>/.exec(index.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { text } = await delivery.get(part.replace('http://localhost:3001', ''))
    expect(text).toContain('<loc>https://example.org/berufe/gaertner/koeln</loc><lastmod>')
    expect((await delivery.get('/v1/sitemap.xml?base=javascript:alert(1)')).status).toBe(400)
  })
})

describe('a preview', () => {
  it('shows one working copy to whoever has its token, and nothing else', async () => {
    const id = await writeSection(product, author, { headline: 'Noch in Arbeit' })
    const other = await writeSection(product, author, { headline: 'Ein anderer' })
    const made = await product.call('POST', `/regional-sections/${id}/preview`, {
      authorization: author.authorization,
    })
    expect(made.status).toBe(201)
    const href = String(made.get('href'))
    const shown = await delivery.get(href)
    expect(shown.get('headline')).toBe('Noch in Arbeit')
    expect(shown.headers.get('cache-control')).toBe('private, no-store')
    const token = String(made.get('token'))
    expect((await delivery.get(href.replace(`?preview=${token}`, ''))).status).toBe(404)
    expect((await delivery.get(`${address}?preview=${token}`)).status).toBe(403)
    const [document = '', digest = '', expires = '', signature = ''] = token.split('.')
    const path = href.split('?')[0] ?? ''
    for (const forged of [
      `${other}.${digest}.${expires}.${signature}`,
      `${document}.${'0'.repeat(64)}.${expires}.${signature}`,
      `${document}.${digest}.${String(Number(expires) + 1)}.${signature}`,
      `${document}.${digest}.${expires}.${signature.slice(1)}`,
      'x',
    ]) {
      expect((await delivery.get(`${path}?preview=${forged}`)).status, forged).toBe(403)
    }
    await product.sql.query(`UPDATE preview_texts SET expires_at = now() - interval '1 s'`)
    expect((await delivery.get(href)).status).toBe(410)
  })
})

describe('hostile parameters', () => {
  it('are refused by an answer that tells nothing of the inside', async () => {
    const nasty = [
      '%00',
      '%',
      '%ff%fe',
      '../../etc/passwd',
      "' OR 1=1 --",
      '$1',
      '{}',
      '[]',
      'null',
      'undefined',
      'a'.repeat(5000),
      '%F0%9F%98%80',
      '1e309',
      '-1',
      '0',
      '99999999999999999999',
      'true',
      '2026-13-45T99:99:99Z',
      '%0d%0aSet-Cookie:x=1',
      '__proto__',
      'constructor',
      '<script>',
      Buffer.from('[1,2]').toString('base64url'),
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('["2026-01-01","zz"]').toString('base64url'),
      Buffer.from('[1e400,"all"]').toString('base64url'),
      Buffer.from('["\\u0000","\\u0000"]').toString('base64url'),
    ]
    const names = [
      'cursor',
      'limit',
      'profession',
      'region',
      'land',
      'kldb',
      'updatedSince',
      'count',
      'format',
      'fields',
      'preview',
      'radiusKm',
      'employmentType',
      'q',
      'type',
      'wait',
      'base',
      'kind',
      'x[y]',
    ]
    const paths = [
      '/v1/portraits',
      '/v1/portraits/gaertner',
      address,
      '/v1/professions',
      '/v1/regions',
      '/v1/jobs',
      '/v1/search',
      '/v1/changes',
      '/v1/sitemap.xml',
    ]
    const urls = [
      ...paths.flatMap((path) =>
        names.flatMap((name) => nasty.map((value) => `${path}?${name}=${value}`)),
      ),
      ...nasty.flatMap((value) => [
        `/v1/portraits/${value}`,
        `/v1/portraits/gaertner/${value}`,
        `/v1/professions/${value}`,
        `/v1/regions/${value}`,
        `/v1/jobs/${value}`,
        `/v1/sitemaps/${value}.xml`,
      ]),
    ].filter((url) => !url.includes('wait='))
    for (const url of urls) {
      const { status, text, headers } = await delivery.get(url)
      expect(status, `${url} ${text}`).toBeLessThan(500)
      expect(headers.get('set-cookie'), url).toBe(null)
      if (status >= 400) {
        expect(text, url).not.toMatch(/SELECT|delivery\.|node_modules|\.ts:|at \w+ \(/)
        expect(headers.get('content-type'), url).toContain('application/problem+json')
      }
    }
  })

  it('are refused as a header too', async () => {
    for (const headers of [
      { authorization: 'Bearer' },
      { authorization: 'Bearer wrong' },
      { authorization: 'Basic eDp5' },
      { authorization: `Bearer ${'x'.repeat(5000)}` },
    ]) {
      const answer = await delivery.get(address, headers)
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    }
    expect((await delivery.get(address, { 'if-none-match': '",,,;' })).status).toBe(200)
    expect((await delivery.get(address, { 'if-modified-since': 'gestern' })).status).toBe(200)
    expect((await delivery.get(address, { 'accept-encoding': 'br;q=0, gzip;q=x, *' })).status).toBe(
      200,
    )
  })
})

describe('a server that has too much to do', () => {
  it('sends some away with 503 and when to come back, and answers all others', async () => {
    const search = (count: number) => delivery.get(`/v1/search?q=zu+viel+${String(count)}`)
    await product.sql.query('BEGIN; LOCK TABLE delivery.lexicon IN ACCESS EXCLUSIVE MODE')
    const waiting = Array.from({ length: 160 }, (_, count) => search(count))
    await wait(700)
    const late = await search(1000)
    expect(late.status).toBe(503)
    expect(late.headers.get('retry-after')).toBe('5')
    expect((await delivery.get('/healthz')).status).toBe(200)
    await product.sql.query('COMMIT')
    const statuses = (await Promise.all(waiting)).map(({ status }) => status)
    expect([...new Set(statuses)].sort()).toEqual([200, 503])
    expect((await search(1001)).status).toBe(200)
  })
})
