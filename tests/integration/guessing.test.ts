import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { peerHeader } from '#access/client-address.ts'
import { attemptKey } from '#accounts/sign-in/keys.ts'
import { bootstrapContext } from '#access/bootstrap.ts'
import { provideEnvironment } from '#server/configuration/environment.ts'
import { startProduct, type Product } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'
import { allowed } from '#support/slowness.ts'

// Whoever guesses passwords waits; whoever knows theirs does not, whatever strangers have tried.

describe('guessing passwords', () => {
  let product: Product
  let addresses = 0

  beforeAll(async () => {
    provideEnvironment({ TRUSTED_PROXIES: '192.0.2.1' })
    product = await startProduct()
  })
  afterAll(async () => {
    await product.close()
    provideEnvironment({ TRUSTED_PROXIES: '' })
  })

  /** An address that nobody has come from yet. */
  const place = () => {
    addresses += 1
    return `198.51.${String(Math.trunc(addresses / 250))}.${String((addresses % 250) + 1)}`
  }
  const makeAccount = async () => {
    const email = `${randomUUID()}@berufsbild.example`
    await product.payload.create({
      collection: 'users',
      data: { name: 'Vera Verwechsel', email, password, role: 'editor' },
      overrideAccess: true,
      context: bootstrapContext,
    })
    return email
  }
  const attempt = async (
    email: string,
    options: { by?: string; from: string; headers?: Record<string, string> },
  ) => {
    const { by = 'a wrong password', from, headers = {} } = options
    const response = await product.respond('POST', '/users/login', {
      body: { email, password: by },
      headers: { [peerHeader]: from, ...headers },
    })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  /** The same of somebody who comes again where there are too many at the moment: that is no attempt. */
  const attemptUntilHeard: typeof attempt = async (email, options) => {
    for (;;) {
      const answer = await attempt(email, options)
      if (answer.status !== 503) return answer
      await wait(500)
    }
  }
  /** How many answers have each status. */
  const statuses = async (answers: Promise<{ status: number }>[]) => {
    const counts: Record<string, number> = {}
    for (const { status } of await Promise.all(answers)) counts[status] = (counts[status] ?? 0) + 1
    return counts
  }
  const often = async (count: number, email: string, from: string) => {
    for (let time = 0; time < count; time += 1) await attempt(email, { from })
  }

  /** As if there had been so many wrong ones, each of which takes a fifth of a second. */
  const tried = (key: string, failures: number) =>
    product.sql.query('INSERT INTO sign_in_attempts (key, failures) VALUES ($1, $2)', [
      key,
      failures,
    ])
  /** However slow the machine is: no wait is over yet. */
  const hold = () => product.sql.query(`UPDATE sign_in_attempts SET failures = failures + 12`)

  it('slows down after five wrong ones, and says for how long', async () => {
    const [email, from] = [await makeAccount(), place()]
    await often(5, email, from)
    await hold()
    const sixth = await attempt(email, { from, by: password })
    expect(sixth.status).toBe(429)
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(sixth.text).toContain('"code":"too_many_attempts"')
  })

  it('goes by no other way: GraphQL takes no passwords, many at once neither', async () => {
    const email = await makeAccount()
    const one = (alias: number) =>
      `a${String(alias)}: loginUser(email: "${email}", password: "a wrong password") { token }`
    const many = `mutation { ${Array.from({ length: 15 }, (_, alias) => one(alias)).join(' ')} }`
    await product.graphql(many)
    const { rows: before } = await product.sql.query('SELECT key FROM sign_in_attempts')
    const asked = Promise.all(Array.from({ length: 200 }, () => product.graphql(many)))
    const begin = performance.now()
    const health = await product.call('GET', '/healthz')
    const waited = performance.now() - begin
    for (const answer of await asked) {
      expect([200, 400, 503]).toContain(answer.status)
      expect(answer.get('data') ?? null).toBeNull()
    }
    expect([health.status, waited < allowed(3000)]).toEqual([200, true])
    const right = `mutation { loginUser(email: "${email}", password: "${password}") { token } }`
    expect((await product.graphql(right)).text).toContain('Cannot query field')
    const { rows: after } = await product.sql.query('SELECT key FROM sign_in_attempts')
    expect(after).toEqual(before)
  })

  it('lets in who is right once the wait is over, and forgets the wrong ones', async () => {
    const [email, from] = [await makeAccount(), place()]
    await often(5, email, from)
    await product.sql.query(`UPDATE sign_in_attempts SET last_at = last_at - interval '10 seconds'`)
    expect((await attempt(email, { from, by: password })).status).toBe(200)
    await often(4, email, from)
    expect((await attempt(email, { from, by: password })).status).toBe(200)
  })

  it('waits longer with each wrong one', async () => {
    const [email, from] = [await makeAccount(), place()]
    const waits: number[] = []
    for (let time = 0; time < 9; time += 1) {
      await attempt(email, { from })
      const { headers } = await attempt(email, { from })
      const wait = Number(headers.get('retry-after'))
      if (wait > 0) waits.push(wait)
      await product.sql.query(
        `UPDATE sign_in_attempts SET last_at = last_at - make_interval(secs => $1)`,
        [wait],
      )
    }
    expect(waits.length).toBeGreaterThan(4)
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(waits.at(-1)).toBeGreaterThanOrEqual(16)
  })

  it('does not hold up the owner, who comes from elsewhere', async () => {
    const email = await makeAccount()
    const stranger = place()
    await often(12, email, stranger)
    await hold()
    expect((await attempt(email, { from: stranger })).status).toBe(429)
    expect((await attempt(email, { from: place(), by: password })).status).toBe(200)
  })

  it('nor in a browser in which they have been, at the same address as the stranger', async () => {
    const [email, from] = [await makeAccount(), place()]
    const first = await attempt(email, { from, by: password })
    const cookie = first.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .find((pair) => pair?.startsWith('berufsbild-device-'))
    expect(cookie).toBeDefined()
    await often(40, email, from)
    const headers = { cookie: cookie ?? '' }
    await hold()
    expect((await attempt(email, { from, by: password })).status).toBe(429)
    expect((await attempt(email, { from, by: password, headers })).status).toBe(200)
    // What the cookie says is sealed, and for one account.
    const forgeries = [(cookie ?? '').replace(/=./u, '=x'), (cookie ?? '').replace(/.$/u, 'ä')]
    for (const forged of forgeries) {
      const headers = { cookie: forged }
      expect((await attempt(email, { from, by: password, headers })).status, forged).toBe(429)
    }
  })

  it('of one address slows down over all accounts', async () => {
    const from = place()
    await tried(attemptKey(product.payload.secret, 'address', from), 29)
    await attempt(`${randomUUID()}@example.org`, { from })
    const email = await makeAccount()
    await hold()
    expect((await attempt(email, { from })).status).toBe(429)
    expect((await attempt(email, { from: place(), by: password })).status).toBe(200)
  })

  it('of one account from many addresses leaves each of them one try', async () => {
    const email = await makeAccount()
    await tried(attemptKey(product.payload.secret, 'account', email), 49)
    await attempt(email, { from: place() })
    const fresh = place()
    expect((await attempt(email, { from: fresh })).status).toBe(401)
    await hold()
    expect((await attempt(email, { from: fresh })).status).toBe(429)
    expect((await attempt(email, { from: place(), by: password })).status).toBe(200)
  })

  it('is not raced past the limit by a hundred at once', async () => {
    const [email, from] = [await makeAccount(), place()]
    const many = Array.from({ length: 100 }, () => attemptUntilHeard(email, { from }))
    const counts = await statuses(many)
    expect((counts[401] ?? 0) + (counts[429] ?? 0)).toBe(100)
    // One more each time a wait is over while they come in.
    expect(counts[401]).toBeGreaterThanOrEqual(5)
    expect(counts[401]).toBeLessThan(9)
  })

  it('keeps nobody out who is right a hundred times at once', async () => {
    const [email, from] = [await makeAccount(), place()]
    const many = Array.from({ length: 100 }, () => attemptUntilHeard(email, { from, by: password }))
    expect(await statuses(many)).toEqual({ 200: 100 })
  })

  it('finds unknown addresses alike, in words and in waits', async () => {
    const [known, unknown] = [await makeAccount(), `${randomUUID()}@berufsbild.example`]
    const [one, other] = [place(), place()]
    for (let time = 0; time < 7; time += 1) {
      if (time === 5) await hold()
      const [a, b] = [await attempt(known, { from: one }), await attempt(unknown, { from: other })]
      expect([b.status, b.text.replace(/\d+/gu, 'n')]).toEqual([
        a.status,
        a.text.replace(/\d+/gu, 'n'),
      ])
    }
  })

  // What else the machine does may fall on the one more than on the other.
  it('and in time', { retry: 2 }, async () => {
    const [known, unknown] = [await makeAccount(), `${randomUUID()}@berufsbild.example`]
    const times: Record<string, number[]> = { [known]: [], [unknown]: [] }
    for (let time = 0; time < 9; time += 1) {
      for (const email of [known, unknown]) {
        const begun = performance.now()
        await attempt(email, { from: place() })
        times[email]?.push(performance.now() - begun)
      }
    }
    const median = (email: string) => [...(times[email] ?? [])].sort((a, b) => a - b)[4] ?? 0
    const ratio = median(known) / median(unknown)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.7)
  })

  it('by somebody who writes other addresses into a header does not go unnoticed', async () => {
    const [email, from] = [await makeAccount(), place()]
    const forwarded = () => ({ 'x-forwarded-for': place() })
    for (let time = 0; time < 5; time += 1) await attempt(email, { from, headers: forwarded() })
    await hold()
    expect((await attempt(email, { from, headers: forwarded() })).status).toBe(429)
  })

  it('through a proxy that is trusted is told by whom the proxy names', async () => {
    const [email, from, stranger] = [await makeAccount(), '192.0.2.1', place()]
    const by = (client: string) => ({ 'x-forwarded-for': `203.0.113.9, ${client}` })
    for (let time = 0; time < 5; time += 1) await attempt(email, { from, headers: by(stranger) })
    await hold()
    expect((await attempt(email, { from, headers: by(stranger) })).status).toBe(429)
    expect((await attempt(email, { from, by: password, headers: by(place()) })).status).toBe(200)
  })

  it('is forgotten after an hour', async () => {
    const [email, from] = [await makeAccount(), place()]
    await often(6, email, from)
    await product.sql.query(`UPDATE sign_in_attempts SET last_at = last_at - interval '61 minutes'`)
    expect((await attempt(email, { from })).status).toBe(401)
  })

  it('names no address in the table', async () => {
    const [email, from] = [await makeAccount(), place()]
    await attempt(email, { from })
    const { rows } = await product.sql.query('SELECT * FROM sign_in_attempts')
    expect(JSON.stringify(rows)).not.toContain(email)
    expect(JSON.stringify(rows)).not.toContain(from)
  })
})
