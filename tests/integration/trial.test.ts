import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { provideEnvironment } from '#server/configuration/environment.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// In place of the delivery plane stands a server that remembers what it was asked.

describe('a call on trial', () => {
  let product: Product
  let admin: SignedIn
  let site: string
  let plane: Server
  let asked: { url: string; headers: IncomingHttpHeaders }[] = []
  const key = 'bb_ein-schluessel-fuer-den-versuch'

  beforeAll(async () => {
    plane = createServer(({ url = '', headers }, response) => {
      asked.push({ url, headers })
      if (url.includes('alt')) {
        response.writeHead(308, { Location: 'http://127.0.0.1:1/geheim' }).end()
      } else if (url.includes('lang')) {
        response.end('x'.repeat(300_000))
      } else {
        response.setHeader('ETag', '"a"')
        response.end('{"headline":"Ä"}')
      }
    })
    await new Promise<void>((resolve) => plane.listen(0, '127.0.0.1', resolve))
    const { port } = plane.address() as AddressInfo
    provideEnvironment({ DELIVERY_PORT: String(port), CMS_HOST: '127.0.0.1' })
    product = await startProduct()
    admin = await product.signIn('admin')
    site = (await product.makeSite()).id
  })
  beforeEach(() => {
    asked = []
  })
  afterAll(async () => {
    await product.close()
    await new Promise((resolve) => plane.close(resolve))
    provideEnvironment({ DELIVERY_PORT: '' })
  })

  const call = (ask: object, options: { key?: string; site?: string } = {}) =>
    product.call('POST', `/sites/${options.site ?? site}/trial`, {
      ...admin,
      body: { key: options.key ?? key, ask },
    })

  it('shows what a site would get: status, headers, time and body', async () => {
    const answer = await call({ route: 'portrait', profession: 'koch', region: 'bonn' })
    expect(answer.body).toMatchObject({
      url: expect.stringMatching(
        /^http:\/\/127\.0\.0\.1:\d+\/v1\/portraits\/koch\/bonn$/u,
      ) as string,
      status: 200,
      body: '{"headline":"Ä"}',
      length: 17,
      isCut: false,
      milliseconds: expect.any(Number) as number,
    })
    expect(answer.get('headers')).toContainEqual({ name: 'etag', value: '"a"' })
    expect(asked).toMatchObject([{ headers: { authorization: `Bearer ${key}` } }])
    expect(answer.text).not.toContain(key)
  })

  it('goes to a few known routes of the delivery plane, and nowhere else', async () => {
    await call({ route: 'portrait', profession: 'koch', region: null })
    await call({ route: 'portraits' })
    await call({ route: 'changes' })
    await call({ route: 'search', text: 'Köln & Bonn?limit=1#x' })
    expect(asked.map(({ url }) => url)).toEqual([
      '/v1/portraits/koch',
      '/v1/portraits?limit=10',
      '/v1/changes',
      '/v1/search?q=K%C3%B6ln%20%26%20Bonn%3Flimit%3D1%23x',
    ])
    asked = []
    for (const ask of [
      { route: 'portrait', profession: '../metrics', region: null },
      { route: 'portrait', profession: 'koch', region: '@example.org' },
      { route: 'portrait', profession: 'koch?x=1', region: null },
      { route: 'metrics' },
      { route: 'portraits', url: 'http://169.254.169.254/' },
    ]) {
      expect((await call(ask)).status).toBe(400)
    }
    expect((await call({ route: 'portraits' }, { key: 'a\r\nX: y' })).status).toBe(400)
    expect((await call({ route: 'portraits' }, { site: 'x' })).status).toBe(404)
    expect(asked).toEqual([])
  })

  it('shows a redirect and does not follow it', async () => {
    const answer = await call({ route: 'portrait', profession: 'alt', region: null })
    expect(answer.get('status')).toBe(308)
    expect(asked).toHaveLength(1)
  })

  it('cuts what is long', async () => {
    const answer = await call({ route: 'portrait', profession: 'lang', region: null })
    expect([answer.get('length'), answer.get('isCut')]).toEqual([300_000, true])
    expect(String(answer.get('body'))).toHaveLength(200_000)
  })

  it('belongs to the administration', async () => {
    const body = { key, ask: { route: 'portraits' } }
    const path = `/sites/${site}/trial`
    for (const role of ['author', 'editor'] as const) {
      const person = await product.signIn(role)
      expect((await product.call('POST', path, { ...person, body })).status).toBe(403)
    }
    const other = await product.makeSite()
    expect((await product.call('POST', path, { ...other, body })).status).toBe(403)
    expect((await product.call('POST', path, { body })).status).toBe(401)
    expect(asked).toEqual([])
  })

  it('says that the delivery plane does not answer', async () => {
    plane.closeAllConnections()
    await new Promise((resolve) => plane.close(resolve))
    const answer = await call({ route: 'portraits' })
    expect([answer.status, answer.get('error')]).toEqual([
      200,
      expect.stringContaining('ECONNREFUSED'),
    ])
  })
})
