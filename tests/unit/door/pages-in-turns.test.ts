import http, { type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { SignJWT } from 'jose'
import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { letPagesTakeTurns } from '#door/pages-in-turns.ts'
import '#server/known-methods.mjs'

const secret = 'a secret for this test alone, and no other'
const held: { url: string; response: ServerResponse }[] = []
const server = http.createServer((request, response) => {
  held.push({ url: request.url ?? '', response })
})
let origin = ''

async function listen(some: http.Server): Promise<void> {
  await new Promise<void>((resolve) => some.listen(0, '127.0.0.1', resolve))
}

function portOf(some: http.Server): number {
  const address = some.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function open(some: http.Server): Promise<Socket> {
  const socket = connect(portOf(some), '127.0.0.1')
  socket.on('error', () => undefined)
  await new Promise((resolve) => socket.once('connect', resolve))
  return socket
}

beforeAll(async () => {
  letPagesTakeTurns({ secret, serverURL: '', cookiePrefix: 'payload', custom: {} })
  await listen(server)
  origin = `http://127.0.0.1:${String(portOf(server))}`
})
afterAll(() => server.close())

/** Answers what is at work, until nothing is. */
async function answerAll(): Promise<void> {
  await expect
    .poll(
      () => {
        const open = held.splice(0)
        for (const { response } of open) response.end('done')
        return open.length
      },
      { interval: 50 },
    )
    .toBe(0)
}
afterEach(answerAll)

const tokenOf = (id: string) =>
  new SignJWT({ id })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(createHash('sha256').update(secret).digest('hex').slice(0, 32)))

async function cookieOf(id: string): Promise<Record<string, string>> {
  return { cookie: `payload-token=${await tokenOf(id)}` }
}

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${origin}${path}`, { method, headers, ...(method === 'POST' ? { body: '[]' } : {}) })

const askMany = (count: number, path: string, headers?: Record<string, string>, method?: string) =>
  Array.from({ length: count }, () => ask(path, headers, method))

/** How many of a page are at work, once nothing more begins. */
async function countAtWork(path: string): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 300))
  return atWork(path)
}

function atWork(path: string): number {
  return held.filter(({ url, response }) => url === path && !response.writableEnded).length
}

/** Expects that so many come to work soon: long before a page loses its turn by the time it takes. */
async function expectAtWork(path: string, count: number): Promise<void> {
  await expect.poll(() => atWork(path), { timeout: 5000 }).toBe(count)
}

/** Asks for a page so many times on one connection, one after the other, without an answer in between. */
async function askInLine(count: number, path: string): Promise<Socket> {
  const socket = await open(server)
  socket.write(`GET ${path} HTTP/1.1\r\nHost: cms.example\r\n\r\n`.repeat(count))
  return socket
}

describe('pages', () => {
  it('are made for one person three at once, and for others meanwhile', async () => {
    const [one, other] = [await cookieOf('one'), await cookieOf('other')]
    const first = askMany(20, '/admin', one)
    expect(await countAtWork('/admin')).toBe(3)
    const second = askMany(20, '/admin/texts', other)
    expect(await countAtWork('/admin/texts')).toBe(1)
    for (const { response } of held.filter(({ url }) => url === '/admin').slice(0, 2)) {
      response.end('done')
    }
    expect(await countAtWork('/admin/texts')).toBe(2)
    expect(await countAtWork('/admin')).toBe(2)
    await answerAll()
    for (const { status } of await Promise.all([...first, ...second])) expect(status).toBe(200)
  })

  it('are refused to whoever has too many waiting, and say when to come back', async () => {
    const refused: Response[] = []
    const many = askMany(100, '/admin/login').map(async (asked) => {
      const answer = await asked
      if (answer.status === 503) refused.push(answer)
      return answer.status
    })
    await expect.poll(() => refused.length).toBe(100 - 60 - 3)
    expect(await countAtWork('/admin/login')).toBe(3)
    expect(refused[0]?.headers.get('retry-after')).toBe('2')
    expect(refused[0]?.headers.get('content-security-policy')).toContain("default-src 'none'")
    await answerAll()
    expect((await Promise.all(many)).filter((status) => status === 503)).toHaveLength(37)
  })

  it('have no turn any more for whoever is gone', async () => {
    const gone = new AbortController()
    const many = Array.from({ length: 30 }, () =>
      fetch(`${origin}/expert/x`, { signal: gone.signal }).catch(() => undefined),
    )
    expect(await countAtWork('/expert/x')).toBe(3)
    gone.abort()
    await Promise.all(many)
    held.splice(0)
    const late = ask('/admin/login')
    expect(await countAtWork('/admin/login')).toBe(1)
    expect(await countAtWork('/expert/x')).toBe(0)
    await answerAll()
    expect((await late).status).toBe(200)
  })

  it('have none for whoever is gone and had asked for several on one connection', async () => {
    const socket = await askInLine(30, '/expert/y')
    expect(await countAtWork('/expert/y')).toBe(3)
    socket.destroy()
    const others = askMany(3, '/admin/login')
    await expectAtWork('/admin/login', 3)
    await answerAll()
    await Promise.all(others)
  })

  it('wait for nobody who does not read theirs', async () => {
    const readers = await Promise.all([1, 2, 3].map(() => askInLine(1, '/preview/a/b')))
    expect(await countAtWork('/preview/a/b')).toBe(3)
    // More than a connection takes in for somebody who does not read.
    for (const { response } of held) response.write(Buffer.alloc(20_000_000))
    const look = askMany(3, '/admin/login')
    await expectAtWork('/admin/login', 3)
    for (const reader of readers) reader.destroy()
    await answerAll()
    await Promise.all(look)
  })

  it('are refused to nobody who is answered already', async () => {
    const faults: unknown[] = []
    const note = (fault: unknown) => faults.push(fault)
    process.on('unhandledRejection', note)
    const other = http.createServer(() => undefined)
    await listen(other)
    try {
      // What comes first says who of those that stand before a page is asked first.
      const unknown = 'PROPFIND /admin HTTP/1.1\r\nHost: cms.example\r\n\r\n'
      const socket = await open(other)
      // The one in between is answered by nobody: the answers to the others wait behind it.
      socket.write(`${unknown}GET /api/x HTTP/1.1\r\nHost: cms.example\r\n\r\n`)
      socket.write(unknown.repeat(40))
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(faults).toEqual([])
      socket.destroy()
    } finally {
      other.close()
      process.off('unhandledRejection', note)
    }
  })

  it('wait for nobody who sends something to a page', async () => {
    const sent = askMany(10, '/admin', {}, 'POST')
    expect(await countAtWork('/admin')).toBe(2)
    const signedIn = askMany(10, '/admin/texts', await cookieOf('one'), 'POST')
    expect(await countAtWork('/admin/texts')).toBe(3)
    const look = ask('/admin/login')
    expect(await countAtWork('/admin/login')).toBe(1)
    await answerAll()
    await Promise.all([...sent, ...signedIn, look])
  })

  it('are no routes of the API and no files', async () => {
    const [api, files] = [askMany(20, '/api/access'), askMany(20, '/_next/static/x.js')]
    // By this name Next gives the page itself.
    const data = askMany(20, '/_next/data/build/admin/login.json')
    expect(await countAtWork('/_next/data/build/admin/login.json')).toBe(3)
    expect(await countAtWork('/api/access')).toBe(20)
    expect(await countAtWork('/_next/static/x.js')).toBe(20)
    await answerAll()
    await Promise.all([...api, ...files, ...data])
  })
})
