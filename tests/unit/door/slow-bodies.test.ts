import { createServer, request, type ClientRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { peerHeader } from '#access/client-address.ts'
import { guardRoute } from '#door/guard-route.ts'
import { pace } from '#door/read-body.ts'
import { facts, tokenOf } from '#support/tokens.ts'

/** The door on a socket, before a route that reads its body. */
const route = guardRoute({ serverURL: '', ...facts }, async (asked: Request) => {
  const text = await asked.text().catch(() => null)
  return Response.json({ length: text?.length ?? null }, { status: text === null ? 400 : 200 })
})
const form = 'multipart/form-data; boundary=x'
const usual = { ...pace }

describe('bodies that come a byte at a time', () => {
  let server: Server
  let sending: ClientRequest[]

  beforeEach(async () => {
    sending = []
    server = createServer((incoming, answer) => {
      const headers = new Headers()
      for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
      const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>
      const init: RequestInit & { duplex: 'half' } = {
        method: incoming.method ?? 'POST',
        headers,
        body,
        duplex: 'half',
      }
      void route(new Request(`http://localhost${incoming.url ?? ''}`, init)).then(async (made) => {
        answer.writeHead(made.status).end(await made.text())
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(async () => {
    Object.assign(pace, usual)
    for (const one of sending) one.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  /** Sends a byte of a body every so many milliseconds; gives the status, once there is one. */
  const drip = async (
    path: string,
    {
      method = 'POST',
      type = form,
      token = '',
      every = 100,
      peer = '',
    }: Record<string, string | number> = {},
  ): Promise<number> => {
    const asking = request({
      port: (server.address() as AddressInfo).port,
      host: '127.0.0.1',
      path: `/api${path}`,
      method: String(method),
      headers: {
        'content-type': String(type),
        [peerHeader]: String(peer),
        ...(token === '' ? {} : { authorization: `JWT ${String(token)}` }),
      },
    })
    sending.push(asking)
    asking.on('error', () => undefined)
    const timer = setInterval(() => asking.write('x'), Number(every))
    asking.flushHeaders()
    try {
      return await new Promise<number>((resolve, reject) => {
        asking.on('response', (answer) => {
          resolve(answer.statusCode ?? 0)
        })
        asking.on('close', () => {
          reject(new Error('closed'))
        })
      })
    } finally {
      clearInterval(timer)
    }
  }
  const many = (path: string, options: Record<string, string | number> = {}) => {
    const each = (_: unknown, n: number) => drip(path, { ...options, peer: `192.0.2.${String(n)}` })
    return Promise.all(Array.from({ length: 24 }, each).map((one) => one.catch(() => 0)))
  }
  const save = (token: string, path: string, type = form) =>
    fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `JWT ${token}` },
      // Of no stated length: it may become as large as its route takes.
      body: new Response('--x--').body,
      duplex: 'half',
    } as RequestInit).then(({ status }) => status)

  it('are refused at once where files come from nobody that we know', async () => {
    expect(new Set(await many('/media'))).toEqual(new Set([401]))
    expect(await drip('/import/portraits', { token: 'made.up.token' })).toBe(401)
    expect(await drip('/media', { token: await tokenOf('a', { secret: 'another' }) })).toBe(401)
    expect(await drip('/media', { token: await tokenOf('a', { seconds: -10 }) })).toBe(401)
  })

  it.each([
    ['/media', form],
    ['/career-profiles', form],
    ['/career-profiles', 'application/json'],
    ['/users/login', form],
  ])('keep nobody from saving: strangers at %s, as %s', async (path, type) => {
    void many(path, { type })
    await wait(200)
    const token = await tokenOf('an author')
    expect(await save(token, '/import/portraits')).toBe(200)
    expect(await save(token, '/career-profiles')).toBe(200)
    expect(await save(token, '/career-profiles', 'application/json')).toBe(200)
  })

  it.each([
    ['/media', form],
    ['/career-profiles', form],
    ['/career-profiles', 'application/json'],
  ])('keep nobody but their author from saving: at %s, as %s', async (path, type) => {
    void many(path, { type, token: await tokenOf('an author') })
    await wait(300)
    const token = await tokenOf('another author')
    expect(await save(token, '/import/portraits')).toBe(200)
    expect(await save(token, '/career-profiles')).toBe(200)
    expect(await drip(path, { type, token: await tokenOf('an author') })).toBe(503)
  })

  it('are given up, and their places are free again', async () => {
    Object.assign(pace, { grace: 300, least: 1000 })
    const token = await tokenOf('a slow one')
    const first = await Promise.all([1, 2, 3, 4, 5, 6].map(() => drip('/media', { token })))
    expect(new Set(first)).toEqual(new Set([408]))
    expect(await save(token, '/media')).toBe(200)
  })

  it('are waited for where they come as a bad line brings them', async () => {
    Object.assign(pace, { grace: 300, least: 5 })
    const token = await tokenOf('a slow one')
    const dripping = drip('/media', { token, every: 50 })
    await wait(1200)
    sending.at(-1)?.end()
    expect(await dripping).toBe(200)
  })
})
