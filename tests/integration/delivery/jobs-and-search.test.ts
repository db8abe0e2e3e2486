import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extendLexicon } from '#publishing/maintenance.ts'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { makeGardener, type Gardener } from '#support/gardener.ts'
import { changeReference } from '#support/reference.ts'
import { startProduct, type Product } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

let product: Product
let delivery: Delivery
let pair: Gardener['pair']
let address: string

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  ;({ pair, address } = await makeGardener(product))
})

afterAll(async () => {
  await delivery.close()
  await product.close()
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
        datePosted: new Date(Date.now() - 86_400_000).toISOString(),
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
    await expect.poll(titles, { timeout: allowed(3000), interval: 50 }).toEqual(['Bleibt'])
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
    await product.payload.create({
      collection: 'regions',
      data: { name: 'Nirgends', slug: 'nirgends', kind: 'gemeinde' },
      overrideAccess: true,
    })
    const nowhere = await delivery.get('/v1/jobs?region=nirgends&radiusKm=15')
    expect(nowhere.status).toBe(400)
    expect(nowhere.text).toContain('radiusKm')
  })

  it('are part of the portrait of every region that theirs lies in', async () => {
    const land = await product.payload.create({
      collection: 'regions',
      data: { name: 'Rheinland', slug: 'rheinland', kind: 'land' },
      overrideAccess: true,
    })
    await changeReference(product, {
      collection: 'regions',
      id: pair.region,
      data: { parent: land.id },
    })
    await makeJob({ title: 'Im Land' })
    await expect
      .poll(async () => (await delivery.get('/v1/jobs?region=rheinland')).text)
      .toContain('Im Land')
  })
})

describe('search', () => {
  it('finds stems, beginnings and words that are mistyped, and marks what it found', async () => {
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
