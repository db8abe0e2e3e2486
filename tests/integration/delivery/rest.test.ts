import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { makePair, publish, writeSection } from '#support/factories.ts'
import { makeGardener } from '#support/gardener.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

let product: Product
let delivery: Delivery
let author: SignedIn
let editor: SignedIn
let address: string

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  ;({ author, editor, address } = await makeGardener(product))
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
