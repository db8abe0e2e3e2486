import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addMany, startCircles, type Circles } from '#support/circles.ts'

describe('a list of entries', () => {
  let product: Circles['product']
  let editor: Circles['editor']
  let site: Circles['site']

  beforeAll(async () => {
    const circles = await startCircles()
    ;({ product, editor, site } = circles)
    await addMany(circles)
  })
  afterAll(() => product.close())

  it.each([
    ...['limit=0', 'limit=1e6', 'limit=3001', 'limit=-1', 'limit=1.5', 'limit=x'],
    ...['pagination=false', 'limit=0&page=2'],
  ])('sends no more entries at once than 3,000: %s', async (asked) => {
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
  })

  it.each(['limit=0', 'limit=1e6', 'limit=-1', 'limit=1.5', 'limit=x', 'pagination=false'])(
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

    it.each<unknown>([1_000_000, 201, 0, '1000000', '0', -1, 1.5, Number.NaN, Infinity, {}])(
      'shows no more of a list at once than a page can: %s',
      async (limit) => {
        const { docs, totalDocs } = await find({ limit })
        expect(docs).toHaveLength(200)
        expect(totalDocs).toBeGreaterThan(3000)
      },
    )

    it.each([20, 200])('shows as many as it is asked for: %s', async (limit) => {
      expect((await find({ limit })).docs).toHaveLength(limit)
    })

    it.each([
      ['where', { where: { name: { in: Array.from({ length: 2001 }, (_, n) => String(n)) } } }],
      ['sort', { sort: Array<string>(11).fill('id') }],
    ])('is held to the bounds of %s as over REST', async (path, asked) => {
      await expect(find(asked)).rejects.toMatchObject({ details: [{ path }] })
    })
  })
})
