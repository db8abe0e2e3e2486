import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { facts, tokenOf } from '#support/tokens.ts'
import { bodyLimitOf } from '#door/body-limits.ts'
import { guardRoute, requestsAtWork } from '#door/guard-route.ts'
import { pace } from '#door/read-body.ts'

/** A route that reads its body whole and says how much it was. */
const own = { serverURL: '', ...facts }
const authorization = `JWT ${await tokenOf('somebody')}`
const route = guardRoute(own, async (request: Request) => {
  const text = await request.text().catch(() => null)
  return text === null
    ? Response.json({ broken: true }, { status: 400 })
    : Response.json({ length: text.length })
})

const call = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  route(
    new Request(`http://localhost/api${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    }),
  )

/** A body that states no length, and how much of it was asked for. */
function endless(): { body: ReadableStream<Uint8Array>; asked: () => number } {
  let asked = 0
  const chunk = new Uint8Array(100_000).fill(0x20)
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      asked += chunk.length
      controller.enqueue(chunk)
    },
  })
  return { body, asked: () => asked }
}

describe('the door of the API', () => {
  it.each([
    ['/career-profiles', 4_000_000],
    ['/regional-sections/0000', 4_000_000],
    ['/regional-sections/0000/transitions', 512_000],
    ['/graphql', 4_000_000],
    ['/users/login', 16_000],
    ['/users/0000', 1_000_000],
    ['/media', 21_000_000],
    ['/import/portraits', 52_000_000],
    ['/payload-preferences/list', 64_000],
    ['/anything/else', 512_000],
  ])('takes at %s so many bytes: %i', (path, bytes) => {
    expect(bodyLimitOf(path).bytes).toBe(bytes)
  })

  it.each([
    ['/users/login', 16_000],
    ['/graphql', 4_000_000],
    ['/regional-sections/0000/comments', 512_000],
  ])('at %s lets through what is within, and not a byte more', async (path, bytes) => {
    const within = await call(path, ' '.repeat(bytes))
    expect(await within.json()).toEqual({ length: bytes })
    const beyond = await call(path, ' '.repeat(bytes + 1))
    expect(beyond.status).toBe(413)
    const { error, errors } = (await beyond.json()) as {
      error: { code: string; message: string }
      errors: { message: string }[]
    }
    expect(error.code).toBe('too_large')
    expect(error.message).toContain(bytes.toLocaleString('en-GB'))
    expect(errors[0]?.message).toBe(error.message)
  })

  it('says it in the language of the caller', async () => {
    const answer = await call('/users/login', ' '.repeat(20_000), { 'accept-language': 'de-DE' })
    expect(await answer.text()).toContain('höchstens 16.000 Bytes')
  })

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])(
    'reads no further than the limit of a body that states no length: %s',
    async (type) => {
      const { body, asked } = endless()
      const answer = await call('/media', body, { 'content-type': type, authorization })
      expect(answer.status).toBe(413)
      expect(asked()).toBeLessThan(22_000_000)
    },
  )

  it.each([
    ['lists', '['.repeat(81), 400],
    ['objects', '{"a":'.repeat(81), 400],
    ['both', '[{"a":'.repeat(41), 400],
    ['as deep as it may be', `${'['.repeat(80)}${']'.repeat(80)}`, 200],
    ['side by side', `[${'[],'.repeat(10_000)}[]]`, 200],
    ['in quotes', JSON.stringify('['.repeat(500)), 200],
    ['behind an escaped quote', JSON.stringify(`"\\${'['.repeat(500)}`), 200],
  ])('counts what is nested: %s', async (_, body, status) => {
    const answer = await call('/regional-sections/0000', body)
    expect(answer.status).toBe(status)
  })

  it.each([
    ['a query', '{ profile { id } }', 200],
    ['a deep query', '{a'.repeat(61), 400],
    ['deep lists', `{ a(x: ${'['.repeat(61)}`, 400],
    ['a long query', `{ ${'a '.repeat(60_000)} }`, 413],
    ['behind a quote in a comment', `#"\n${'{a'.repeat(70)}`, 400],
    ['behind a text in three quotes', `{ a(x: """"{""") ${'{a'.repeat(70)}`, 400],
    ['braces in a comment', `# ${'{'.repeat(500)}\n{ a }`, 200],
    ['braces in three quotes', `{ a(x: """${'{'.repeat(500)} \\""" """) }`, 200],
    ['braces in a text', `{ a(x: ${JSON.stringify('{'.repeat(500))}) }`, 200],
  ])('looks into a query of GraphQL: %s', async (_, query, status) => {
    const answer = await call('/graphql', JSON.stringify({ query }))
    expect(answer.status).toBe(status)
  })

  it('answers for a route that cannot read a body, and for no other fault of its', async () => {
    const asking = (status: number) =>
      guardRoute(own, () => Promise.reject(Object.assign(new Error('Invalid JSON'), { status })))(
        new Request('http://localhost/api/graphql', { method: 'POST', body: '{{' }),
      )
    const refused = await asking(400)
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { error: { code: 'invalid_request' } },
    ])
    await expect(asking(500)).rejects.toThrow('Invalid JSON')
  })

  it('takes no form for GraphQL', async () => {
    const answer = await call('/graphql', '--x--', {
      'content-type': 'multipart/form-data; boundary=x',
    })
    expect(answer.status).toBe(400)
  })

  it.each([
    ['/constructor', 404],
    ['/toString/x', 404],
    ['/%63onstructor', 404],
    ['/__proto__', 404],
    ['/users/%25', 404],
    ['/users/%2525', 200],
    ['/users/%ff', 404],
    ['/users/constructor', 200],
    ['/users/a%20b', 200],
  ])('says of %s whether it can be a path: %i', async (path, status) => {
    expect((await call(path, '{}')).status).toBe(status)
  })

  it.each([
    '/users/login',
    '/users/%6cogin',
    '/users/%256cogin',
    '//users//login/',
    '/%75sers/login',
  ])('takes at %s what it takes there, however it is written', async (path) => {
    expect((await call(path, 'x'.repeat(17_000))).status).toBe(413)
    expect((await call(path, '{}')).status).toBe(200)
  })

  it.each(['/media', '/import/portraits'])(
    'takes at %s large bodies only where there are files in it',
    async (path) => {
      expect((await call(path, 'x'.repeat(600_000), { authorization })).status).toBe(413)
      const form = { 'content-type': 'multipart/form-data; boundary=x', authorization }
      expect((await call(path, 'x'.repeat(600_000), form)).status).toBe(200)
    },
  )

  it.each(['/sign-in/passkey', '/payload-preferences/x', '/regional-sections'])(
    'looks at %s into the JSON of a form, too',
    async (path) => {
      const deep = `--x\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n${'['.repeat(100)}${']'.repeat(100)}\r\n--x--`
      const form = { 'content-type': 'multipart/form-data; boundary=x', authorization }
      expect((await call(path, deep, form)).status).toBe(400)
    },
  )

  it('turns away what is more than it can do, says when to come again, and recovers', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow = guardRoute(own, async () => {
      await held
      return new Response('done')
    })
    const request = () =>
      new Request('http://localhost/api/newsroom/home', { headers: { authorization } })
    const waiting = Array.from({ length: 156 }, () => slow(request()))
    await wait(50)
    const turnedAway = await slow(request())
    expect(turnedAway.status).toBe(503)
    expect(Number(turnedAway.headers.get('retry-after'))).toBeGreaterThan(0)
    // Somebody else has places that one cannot take.
    expect(requestsAtWork()).toBe(6)
    const other = slow(
      new Request('http://localhost/api/newsroom/home', {
        headers: { authorization: `JWT ${await tokenOf('another')}` },
      }),
    )
    await wait(50)
    expect(requestsAtWork()).toBe(7)
    release()
    for (const answer of await Promise.all([...waiting, other])) expect(answer.status).toBe(200)
    expect((await slow(request())).status).toBe(200)
    expect(requestsAtWork()).toBe(0)
  })
})

describe('a provider of sign-ins that does not answer', () => {
  it.each([
    ['GET', '/sign-in/oidc?returnTo=/admin'],
    ['GET', '/sign-in/oidc/callback?code=x'],
    ['POST', '/sign-in/oidc/backchannel-logout'],
    ['POST', '/users/logout'],
  ])('holds up nobody but who waits for it, however many they are: %s %s', async (method, path) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow = guardRoute(own, async ({ url }) => {
      if (!url.endsWith('/home')) await held
      return new Response('done')
    })
    const ask = async (person: string, at: string, how = 'GET') =>
      slow(
        new Request(`http://localhost/api${at}`, {
          method: how,
          headers: { authorization: `JWT ${await tokenOf(person)}` },
        }),
      )
    const people = ['a', 'b', 'c', 'd', 'e']
    const waiting = Array.from({ length: 50 }, (_, i) => ask(people[i % 5] ?? '', path, method))
    await wait(100)
    expect(requestsAtWork()).toBe(0)
    const answer = await Promise.race([ask('a', '/newsroom/home'), wait(1000, 'late')])
    expect(answer).toBeInstanceOf(Response)
    release()
    for (const { status } of await Promise.all(waiting)) expect(status).toBe(200)
  })
})

describe('a body that does not come', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const silent = () => new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) })
  const { still } = pace

  beforeEach(() => {
    pace.still = 300
  })
  afterEach(() => {
    pace.still = still
  })

  it('is given up', async () => {
    const answer = await call('/users/login', silent())
    expect(answer.status).toBe(408)
    const files = await call('/media', silent(), {
      'content-type': 'multipart/form-data; boundary=x',
      authorization,
    })
    expect(files.status).toBe(408)
  })

  it('holds nobody else up, however many there are', async () => {
    const waiting = Array.from({ length: 300 }, () => call('/users/login', silent()))
    await Promise.resolve()
    expect((await call('/users/login', '{}')).status).toBe(200)
    const health = await route(new Request('http://localhost/api/healthz'))
    expect(health.status).toBe(200)
    for (const answer of await Promise.all(waiting)) expect(answer.status).toBe(408)
  })

  it('of who asks how the process is nothing is handed on by which they would be looked up', async () => {
    const asking = guardRoute(own, (request) =>
      Promise.resolve(Response.json([...request.headers.keys()])),
    )
    const headers = { cookie: 'payload-token=x', authorization: 'JWT x' }
    const answer = await asking(new Request('http://localhost/api/healthz', { headers }))
    expect(await answer.json()).toEqual([])
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'is not read without a limit where somebody asks how the process is: %s',
    async (method) => {
      const asked = { ...form, 'X-Payload-HTTP-Method-Override': 'GET' }
      const body = 'a&'.repeat(1_000_000)
      const answer = await route(
        new Request('http://localhost/api/healthz', { method, headers: asked, body }),
      )
      expect(answer.status).toBe(413)
    },
  )

  it('may come slowly, as long as it comes', async () => {
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        sent += 1
        if (sent > 5) controller.close()
        else controller.enqueue(new TextEncoder().encode(' '))
      },
    })
    const answer = await call('/users/login', body)
    expect(await answer.json()).toEqual({ length: 5 })
  })
})

describe('a change in the name of whoever is signed in by a cookie', () => {
  const answering = (serverURL: string) =>
    guardRoute({ serverURL, ...facts }, () => Promise.resolve(new Response('done')))
  // Each is the cookie of a session, over http and over https.
  const cookie = 'payload-theme=dark; payload-token=abc; __Host-payload-token=abc'

  it.each<[string, Record<string, string>, number, string?, string?]>([
    ['from our own page', { origin: 'http://localhost:3000' }, 200],
    ['from our own page, by the browser’s word', { 'sec-fetch-site': 'same-origin' }, 200],
    [
      'from behind a proxy',
      { origin: 'https://cms.example', 'sec-fetch-site': 'same-origin' },
      200,
    ],
    ['from another port of the host', { origin: 'http://localhost:4000' }, 403],
    ['from another port', { origin: 'http://localhost:4000', 'sec-fetch-site': 'same-site' }, 403],
    ['from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['from a page without an origin', { origin: 'null' }, 403],
    ['from who knows where', {}, 403],
    ['from nowhere, as a browser says', { 'sec-fetch-site': 'none' }, 403],
    ['where the address is known', { origin: 'https://cms.example' }, 200, 'https://cms.example'],
    ['where another is', { origin: 'http://localhost:3000' }, 403, 'https://cms.example'],
    ['by a token beside it', { authorization: 'JWT abc' }, 200],
    ['by a bearer beside it', { authorization: 'Bearer abc' }, 200],
    ['by a key of a site beside it', { authorization: 'sites API-Key abc' }, 200],
    [
      'with what a browser tells a proxy',
      { authorization: 'Basic dTpw', origin: 'https://evil.example' },
      403,
    ],
    ['that only reads', { origin: 'https://evil.example' }, 200, '', 'GET'],
    ['that deletes', { origin: 'https://evil.example' }, 403, '', 'DELETE'],
    ['that patches', { origin: 'https://evil.example' }, 403, '', 'PATCH'],
  ])('%s', async (_, headers, status, serverURL = '', method = 'POST') => {
    const request = new Request('http://localhost:3000/api/regional-sections/0/transitions', {
      method,
      headers: { cookie, host: 'localhost:3000', ...headers },
    })
    expect((await answering(serverURL)(request)).status).toBe(status)
  })
})

describe('a change by nobody, which may sign somebody in', () => {
  const answering = guardRoute({ serverURL: '', ...facts }, () =>
    Promise.resolve(new Response('done', { headers: { 'Set-Cookie': 'payload-token=abc' } })),
  )
  const own = 'http://localhost:3000'
  const evil = 'https://evil.example'
  const routes = [
    'users/login',
    'users/%6cogin',
    'users/first-register',
    'users/reset-password',
    'sign-in/passkey',
    'graphql',
  ]
  const senders: readonly [from: string, headers: Record<string, string>, status: number][] = [
    ['a program', {}, 200],
    ['a program with other cookies', { cookie: 'payload-lng=de; other-token=x' }, 200],
    ['our own page', { origin: own, 'sec-fetch-site': 'same-origin' }, 200],
    ['our own page in an old browser', { origin: own }, 200],
    ['another site', { origin: evil, 'sec-fetch-site': 'cross-site' }, 403],
    ['another site with other cookies', { origin: evil, cookie: 'payload-lng=de' }, 403],
    ['another site in an old browser', { origin: evil }, 403],
    ['another site that hides itself', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a frame without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    ['another port', { origin: 'http://localhost:4000', 'sec-fetch-site': 'same-site' }, 403],
    ['nowhere, as a browser says', { 'sec-fetch-site': 'none' }, 403],
  ]
  const cells = routes.flatMap((route) =>
    senders.map(([from, headers, status]) => ({ route, from, headers, status })),
  )

  it.each(cells)('$route from $from: $status', async ({ route, headers, status }) => {
    const request = new Request(`${own}/api/${route}`, {
      method: 'POST',
      headers: { host: 'localhost:3000', ...headers },
    })
    const response = await answering(request)
    expect(response.status).toBe(status)
    expect(response.headers.getSetCookie()).toHaveLength(status === 200 ? 1 : 0)
  })
})
