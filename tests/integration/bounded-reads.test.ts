import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMany, startCircles, timed, type Circles } from '#support/circles.ts'
import { allowed } from '#support/slowness.ts'

describe('a read of entries that name each other', () => {
  let circles: Circles
  const read = (path: string) => timed(() => circles.product.call('GET', path, circles.editor))

  beforeAll(async () => {
    circles = await startCircles()
  })
  afterAll(() => circles.product.close())

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
    const { product, editor, site } = circles
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
    const { docs } = (await read('/regions?limit=1&depth=5x')).body as { docs: object[] }
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
    const answer = await read(`/regions?${query}`)
    expect(answer.status, answer.text.slice(0, 300)).toBe(200)
    expect(answer.took).toBeLessThan(allowed(2000))
  })

  it.each(['', '&populate[regions][neighbours]=true', '&draft=true', '&pagination=false'])(
    'refuses an answer that would be too long, within two seconds: %s',
    async (more) => {
      for (const limit of ['300', '0', '1e6']) {
        const answer = await read(`/regions?limit=${limit}&depth=2${more}`)
        expect(answer.status, answer.text.slice(0, 300)).toBe(400)
        expect(answer.text).toContain('"path":"limit"')
        expect(answer.took).toBeLessThan(allowed(2000))
      }
    },
  )

  it('does not read more entries than it may because others name them', async () => {
    await addMany(circles)
    await circles.product.sql.query(
      `INSERT INTO regions_rels (parent_id, path, "order", regions_id)
       SELECT (SELECT id FROM regions WHERE slug = 'kreis-1'), 'neighbours', 100, id
       FROM regions WHERE kind = 'gemeinde'`,
    )
    const address = '/regions?where[slug][equals]=kreis-1'
    const answer = await read(`${address}&depth=1`)
    expect([answer.status, answer.text.includes('3,000 related entries')]).toEqual([400, true])
    expect(answer.took).toBeLessThan(allowed(2000))
    expect((await read(`${address}&depth=0`)).status).toBe(200)
  })
})
