import { once } from 'node:events'
import http from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'

describe('a server behind https', () => {
  const server = http.createServer((_, response) => response.end())

  afterAll(() => server.close())

  it('tells browsers to come by https alone', async () => {
    await import('#server/only-by-https.mjs')
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const { headers } = await fetch(`http://127.0.0.1:${String(port)}`)
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
  })
})
