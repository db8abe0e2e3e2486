import { once } from 'node:events'
import http, { METHODS } from 'node:http'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import '#server/known-methods.mjs'

describe('a method', () => {
  const handedOn: string[] = []
  // As Next does: a Request of each.
  const server = http.createServer(({ method = '' }, response) => {
    handedOn.push(method)
    response.end(new Request('http://localhost/', { method }).method)
  })
  let port = 0
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('It has no port.')
    port = address.port
  })
  afterAll(() => {
    server.close()
  })

  /** What comes back to words on the line, until the other side hangs up. */
  const said = async (words: string) => {
    const line = net.connect(port, '127.0.0.1')
    line.setEncoding('utf8')
    line.write(words)
    let answer = ''
    for await (const part of line) answer += String(part)
    return answer
  }
  const asked = (method: string, more = '') =>
    said(`${method} /api/media HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n`)

  const known = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PATCH', 'PUT', 'DELETE']
  it.each(known)('that the product has is handed on: %s', async (method) => {
    expect(await asked(method)).toMatch(/^HTTP\/1\.1 200 /)
    expect(handedOn.pop()).toBe(method)
  })

  // To nobody who listens for it, Node hangs up by itself after CONNECT.
  const others = METHODS.filter((method) => ![...known, 'CONNECT'].includes(method))
  it.each(others)('that it has nothing for is a 405, once: %s', async (method) => {
    expect(others).toContain('TRACE')
    for (const more of ['', 'Content-Length: 3\r\n\r\nabc', 'Expect: 100-continue\r\n']) {
      const answer = await asked(method, more)
      expect(answer).toMatch(/^HTTP\/1\.1 405 Method Not Allowed\r\n/)
      expect(answer).toContain('Allow: GET, HEAD, OPTIONS, POST, PATCH, PUT, DELETE\r\n')
      expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
    }
    expect(handedOn).toEqual([])
  })

  it.each(['get', 'Get', 'FOO', 'TRACK', 'CONNECT'])(
    'that is none is no fault: %s',
    async (method) => {
      expect(await asked(method)).not.toMatch(/^HTTP\/1\.1 (?:2|5)/)
      expect(handedOn).toEqual([])
    },
  )

  it('is judged by itself, where several come on one line', async () => {
    const get = 'GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n'
    const answer = await said(`${get}TRACE /b HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 405'])
    expect(handedOn.splice(0)).toEqual(['GET'])
  })
})
