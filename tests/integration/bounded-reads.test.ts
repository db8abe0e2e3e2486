import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

/** Regions, and neighbours of each: they name each other in circles. */
const [regions, neighbours] = [300, 20]

describe('a read of entries that name each other', () => {
  let product: Product
  let editor: SignedIn
  let site: { authorization: string }

  beforeAll(async () => {
    product = await startProduct()
    editor = await product.signIn('editor')
    site = await product.makeSite()
    // So many at once come by no other way.
    await product.sql.query('SET session_replication_role = replica')
    await product.sql.query(
      `INSERT INTO regions (name, slug, kind)
       SELECT 'Kreis ' || n, 'kreis-' || n, 'kreis' FROM generate_series(1, $1) n`,
      [regions],
    )
    await product.sql.query(
      `WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM regions)
       INSERT INTO regions_rels (parent_id, path, "order", regions_id)
       SELECT a.id, 'neighbours', step, b.id
       FROM numbered a CROSS JOIN generate_series(1, $2::int) step
       JOIN numbered b ON b.n = (a.n + step * 7) % $1`,
      [regions, neighbours],
    )
    await product.sql.query(
      'UPDATE regions SET parent_id = (SELECT id FROM regions ORDER BY id LIMIT 1)',
    )
  })
  afterAll(() => product.close())

  /** With the milliseconds of a processor that it took: the machine may be busy otherwise. */
  const timed = async (path: string, who: { authorization: string } = editor) => {
    const before = process.cpuUsage()
    const answer = await product.call('GET', path, who)
    const { user, system } = process.cpuUsage(before)
    return { ...answer, took: (user + system) / 1000 }
  }

  it.each([
    'depth=3',
    'depth=10',
    'depth=1e9',
    'depth=-1',
    'depth=1.5',
    'page=-1',
    'page=1e30',
    'page=1.5',
  ])('says what may be asked where it is ?%s', async (query) => {
    const name = query.split('=')[0] ?? ''
    const ways = [
      () => product.call('GET', `/regions?${query}`, editor),
      () => product.call('GET', `/regions?${query}`, site),
      () => product.call('GET', `/regional-sections?draft=true&${query}`, editor),
      () => product.call('GET', `/payload-preferences?${query}`, editor),
      () =>
        product.call('POST', '/regions', {
          ...editor,
          body: new URLSearchParams(query),
          headers: {
            'Content-Type': 'application/x-www-form-urlencoded',
            'X-HTTP-Method-Override': 'GET',
          },
        }),
    ]
    for (const way of ways) {
      const answer = await way()
      expect([answer.status, answer.get('errors.0.data.details.0.path')], answer.text).toEqual([
        400,
        name,
      ])
    }
  })

  it('goes no deeper by a number that is none', async () => {
    const { docs } = (await timed('/regions?limit=1&depth=5x')).body as { docs: object[] }
    expect(JSON.stringify(docs).length).toBeLessThan(1_000_000)
  })

  it.each([
    ['a page', 'limit=10'],
    ['all, with those that they name', 'limit=300&depth=1'],
    ['all, by names alone', 'limit=300&depth=2&select[name]=true'],
    [
      'all, with names of those that they name',
      'limit=300&depth=1&populate[regions][neighbours]=true',
    ],
    ['all, with joins that there are not', 'limit=300&depth=1&joins[x][limit]=100'],
  ])('answers in two seconds: %s', async (_, query) => {
    const answer = await timed(`/regions?${query}`)
    expect(answer.status, answer.text.slice(0, 300)).toBe(200)
    expect(answer.took).toBeLessThan(allowed(2000))
  })

  it.each(['', '&populate[regions][neighbours]=true', '&draft=true', '&pagination=false'])(
    'refuses an answer that would be too long, within two seconds: %s',
    async (more) => {
      for (const limit of ['300', '0', '1e6']) {
        const answer = await timed(`/regions?limit=${limit}&depth=2${more}`)
        expect(answer.status, answer.text.slice(0, 300)).toBe(400)
        expect(answer.text).toContain('"path":"limit"')
        expect(answer.took).toBeLessThan(allowed(2000))
      }
    },
  )

  describe('over GraphQL', () => {
    const ask = async (query: string, who: { authorization?: string } = editor) => {
      const before = process.cpuUsage()
      const answer = await product.graphql(query, who)
      const { user, system } = process.cpuUsage(before)
      return { ...answer, took: (user + system) / 1000 }
    }
    const within = (times: number, inside: string) =>
      `${'neighbours { id name '.repeat(times)}${inside}${' }'.repeat(times)}`
    const many = Array.from(
      { length: 60 },
      (_, n) => `a${String(n)}: RegionalSections(limit: 10) { docs { id headline } }`,
    ).join(' ')

    it.each([
      ['lists within lists', `{ Regions(limit: 100) { docs { id ${within(12, 'id')} } } }`],
      ['many lists', `{ ${many} }`],
      [
        'fragments in a circle',
        '{ Region(id: "x") { ...A } } fragment A on Region { id ...B } fragment B on Region { id ...A }',
      ],
    ])('refuses %s before it begins, whoever asks', async (_, query) => {
      for (const who of [editor, site, {}]) {
        const answer = await ask(query, who)
        expect([answer.status, answer.get('error.code')], answer.text).toEqual([
          400,
          'query_too_complex',
        ])
        expect(answer.get('errors.0.extensions.code')).toBe('query_too_complex')
        expect(answer.took).toBeLessThan(allowed(1000))
      }
    })

    it.each([
      ['a page of neighbours', `{ Regions(limit: 300) { docs { id ${within(1, 'slug')} } } }`],
      ['neighbours of neighbours', `{ Regions(limit: 60) { docs { ${within(2, '')} } } }`],
    ])('answers in three seconds: %s', async (_, query) => {
      const answer = await ask(query)
      expect([answer.status, answer.get('errors')], answer.text.slice(0, 300)).toEqual([
        200,
        undefined,
      ])
      expect(answer.took).toBeLessThan(allowed(3000))
    })

    it('ends where lists are longer than anybody could know', async () => {
      const answer = await ask(`{ Regions(limit: 100) { docs { ${within(2, '')} } } }`)
      expect(answer.get('errors.0.message')).toContain('60,000 values')
      expect(answer.get('errors.0.extensions')).toMatchObject({ statusCode: 400 })
      expect(answer.get('errors.1')).toBeUndefined()
      expect(answer.took).toBeLessThan(allowed(3000))
    })
  })

  it('does not read more entries than it may because others name them', async () => {
    await product.sql.query(
      `INSERT INTO regions (name, slug, kind)
       SELECT 'Gemeinde ' || n, 'gemeinde-' || n, 'gemeinde' FROM generate_series(1, 3001) n`,
    )
    await product.sql.query(
      `INSERT INTO regions_rels (parent_id, path, "order", regions_id)
       SELECT (SELECT id FROM regions WHERE slug = 'kreis-1'), 'neighbours', 100, id
       FROM regions WHERE kind = 'gemeinde'`,
    )
    const address = '/regions?where[slug][equals]=kreis-1'
    const answer = await timed(`${address}&depth=1`)
    expect([answer.status, answer.text.includes('3,000 related entries')]).toEqual([400, true])
    expect(answer.took).toBeLessThan(allowed(2000))
    expect((await timed(`${address}&depth=0`)).status).toBe(200)
  })

  it.each(['limit=0', 'limit=1e6', 'limit=3001', 'pagination=false', 'limit=0&page=2'])(
    'sends no more entries at once than 3,000: %s',
    async (asked) => {
      for (const who of [editor, site]) {
        const answer = await product.call('GET', `/regions?depth=0&${asked}`, who)
        expect([answer.status, answer.get('errors.0.data.details.0.path')], answer.text).toEqual([
          400,
          'limit',
        ])
      }
      const few = await product.call(
        'GET',
        `/regions?depth=0&where[slug][equals]=kreis-1&${asked}`,
        editor,
      )
      expect([few.status, few.get('totalDocs')], few.text).toEqual([200, 1])
    },
  )

  it.each(['limit=0', 'limit=1e6', 'pagination=false'])(
    'reads no more of them to see that: %s',
    async (asked) => {
      const find = vi.spyOn(product.payload.db, 'find')
      try {
        await product.call('GET', `/regions?depth=0&${asked}`, editor)
        const limits = find.mock.calls
          .filter(([{ collection }]) => collection === 'regions')
          .map(([{ limit }]) => limit)
        expect(limits).toEqual([3001])
      } finally {
        find.mockRestore()
      }
    },
  )

  it('sends them page by page', async () => {
    const answer = await product.call('GET', '/regions?depth=0&limit=3000&page=2', editor)
    expect([answer.status, answer.get('totalPages')]).toEqual([200, 2])
  })

  it('neither changes nor deletes more than 500 of them by one condition', async () => {
    const admin = await product.signIn('admin')
    const many = '/regions?where[kind][equals]=gemeinde'
    for (const [method, body] of [
      ['PATCH', { latitude: 5 }],
      ['DELETE', undefined],
    ] as const) {
      for (const more of ['', '&limit=0', '&limit=501', '&draft=true']) {
        const answer = await product.call(method, `${many}${more}`, { ...admin, body })
        expect([answer.status, answer.get('errors.0.data.details.0.path')], answer.text).toEqual([
          400,
          'where',
        ])
      }
    }
    const { rows } = await product.sql.query(
      `SELECT count(*)::int AS left, count(latitude)::int AS changed FROM regions WHERE kind = 'gemeinde'`,
    )
    expect(rows).toEqual([{ left: 3001, changed: 0 }])
    const few = '/regions?where[slug][in]=gemeinde-1,gemeinde-2'
    const changed = await product.call('PATCH', few, { ...admin, body: { latitude: 5 } })
    expect([changed.status, changed.get('docs.length')], changed.text).toEqual([200, 2])
    const some = await product.call('PATCH', `${many}&limit=3`, {
      ...admin,
      body: { latitude: 6 },
    })
    expect([some.status, some.get('docs.length')], some.text).toEqual([200, 3])
  })

  describe('by a page of the admin, which asks in the house itself as whoever looks at it', () => {
    const find = async (asked: object) => {
      const { payload } = product
      const user = await payload.findByID({
        collection: 'users',
        id: editor.id,
        overrideAccess: true,
      })
      const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
      return payload.find({ collection: 'regions', overrideAccess: false, depth: 0, req, ...asked })
    }

    it('shows no more of a list at once than a page can', async () => {
      const { docs, totalDocs } = await find({ limit: 1_000_000 })
      expect(docs).toHaveLength(200)
      // Those of other tests among them.
      expect(totalDocs).toBeGreaterThanOrEqual(regions)
      expect((await find({ limit: 20 })).docs).toHaveLength(20)
    })

    it.each([
      ['where', { where: { name: { in: Array.from({ length: 2001 }, (_, n) => String(n)) } } }],
      ['sort', { sort: Array<string>(11).fill('id') }],
    ])('is held to the bounds of %s as over REST', async (path, asked) => {
      await expect(find(asked)).rejects.toMatchObject({ details: [{ path }] })
    })
  })

  describe('of a question that is sent as a body', () => {
    const url = 'application/x-www-form-urlencoded'
    const ask = (address: string, body: string, who: object) =>
      product.call('POST', address, {
        ...who,
        body: new TextEncoder().encode(body),
        headers: { 'Content-Type': url, 'X-Payload-HTTP-Method-Override': 'GET' },
      })
    const ids = (count: number) =>
      Array.from(
        { length: count },
        (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      )

    it('takes no more than 128 kB, wherever it is sent, and whoever asks', async () => {
      for (const address of ['/media', '/regional-sections', '/graphql', '/import/portraits']) {
        for (const who of [{}, editor, site]) {
          const answer = await ask(address, `sort=${'id,'.repeat(43_000)}`, who)
          expect([address, answer.status]).toEqual([address, 413])
        }
      }
    })

    it.each([
      ['sort', `sort=${'id,'.repeat(40_000)}`],
      ['sort', `sort=${'-id,'.repeat(11)}`],
      ['sort', 'sort[]=id&'.repeat(11)],
      ['where', `where[id][in]=${ids(2001).join(',')}`],
      [
        'where',
        `where[or][0][id][in]=${ids(1500).join(',')}&where[or][1][id][in]=${ids(600).join(',')}`,
      ],
    ])('takes no end of it neither, in a second: %s %#', async (field, body) => {
      for (const [address, who] of [
        ['/media', {}],
        ['/regions', editor],
        ['/regions', site],
      ] as const) {
        const before = performance.now()
        const answer = await ask(address, body, who)
        expect([answer.status, answer.get('errors.0.data.details.0.path')], answer.text).toEqual([
          400,
          field,
        ])
        expect(performance.now() - before).toBeLessThan(allowed(1000))
      }
    })

    it.each([
      ids(1900).map((id) => `where[id][in][]=${id}`),
      ids(1900).map((id, n) => `where[id][in][${String(n)}]=${id}`),
      ids(1900).map((id) => `a[${id}]=1`),
    ])('reads what is many parameters in a second: %#', async (...parameters) => {
      for (const who of [editor, site]) {
        const before = performance.now()
        const answer = await ask('/regions', parameters.join('&'), who)
        expect(answer.status, answer.text.slice(0, 300)).toBe(200)
        expect(performance.now() - before).toBeLessThan(allowed(1000))
      }
    })

    it('takes what screens ask for', async () => {
      const answer = await ask(
        '/regions',
        `where[id][in]=${ids(500).join(',')}&sort=-name,id`,
        editor,
      )
      expect(answer.status, answer.text).toBe(200)
    })

    it('refuses lists of values over GraphQL, too', async () => {
      for (const who of [{}, editor, site]) {
        const answer = await product.graphql(
          'query ($ids: [String]) { allMedia(where: { filename: { in: $ids } }) { totalDocs } }',
          { ...who, variables: { ids: ids(2001) } },
        )
        expect(answer.get('errors.0.message')).toContain('at most 2,000 values')
      }
    })
  })
})
