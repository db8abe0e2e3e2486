import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { makeGardener } from '#support/gardener.ts'
import { startProduct, type Product } from '#support/product.ts'

let product: Product
let delivery: Delivery
let address: string

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  ;({ address } = await makeGardener(product))
})

afterAll(async () => {
  await delivery.close()
  await product.close()
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

describe('the metrics', () => {
  it('are read on this machine, and for what came through a proxy there is no such address', async () => {
    const own = await delivery.get('/metrics')
    expect(own.status).toBe(200)
    expect(own.text).toContain('delivery_cached_requests_total')
    const passedOn = await delivery.get('/metrics', { 'x-forwarded-for': '192.0.2.7' })
    const nowhere = await delivery.get('/nowhere')
    expect(passedOn.status).toBe(404)
    expect(passedOn.get('code')).toBe(nowhere.get('code'))
    expect(passedOn.text).not.toContain('delivery_')
  })

  it('are read by whoever has the token, where there is one, and by nobody else', async () => {
    const metricsToken = 'a-token-of-who-looks-after-it'
    const watched = await openDelivery(product, { metricsToken, isPublic: false })
    const authorization = `Bearer ${metricsToken}`
    expect((await watched.get('/metrics', { authorization })).status).toBe(200)
    expect((await watched.get('/metrics', { authorization: 'Bearer wrong' })).status).toBe(404)
    expect((await watched.get('/metrics')).status).toBe(404)
    expect((await watched.get('/v1/portraits', { authorization })).status).toBe(401)
    await watched.close()
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

  it('sends some away while its loop is held up, but not for the time that its own start took', async () => {
    const started = await openDelivery(product)
    try {
      const startedAt = Date.now()
      await holdUp(2800)
      expect((await started.get(address)).status).toBe(200)
      await wait(5100 - (Date.now() - startedAt))
      // The server looks at its loop each second: what comes after that look is answered.
      await expect
        .poll(
          async () => {
            await holdUp(2800)
            const [late, health] = await Promise.all([
              started.get(`/v1/search?q=zu+viel`),
              started.get('/healthz'),
            ])
            return [late.status, late.headers.get('retry-after'), health.status]
          },
          { interval: 0 },
        )
        .toEqual([503, '5', 200])
      await expect.poll(async () => (await started.get(address)).status).toBe(200)
    } finally {
      await started.close()
    }
  })
})

/** Lets the loop turn every 700 ms only. */
async function holdUp(milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds
  while (Date.now() < end) {
    const turn = Date.now() + 700
    while (Date.now() < turn);
    await new Promise((resolve) => setImmediate(resolve))
  }
}
