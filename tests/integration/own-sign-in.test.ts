import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRecord } from '#model/documents.ts'
import { sendAccountMails } from '#accounts/send-account-mails.ts'
import { startProduct, type Product } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'
import { isSomebody, signInBy, type Token } from '#support/sign-in.ts'

describe("one's own sign-in", () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.close())

  const withSessions = async (count: number) => {
    const first = await product.signIn('editor')
    const { rows } = await product.sql.query<{ email: string }>(
      'SELECT email FROM users WHERE id = $1',
      [first.id],
    )
    const email = rows[0]?.email ?? ''
    const others = await Promise.all(
      Array.from({ length: count - 1 }, (_, index) =>
        signInBy(product, email, { 'User-Agent': `Browser ${String(index)}` }),
      ),
    )
    return { id: first.id, email, tokens: [{ authorization: first.authorization }, ...others] }
  }
  const living = (tokens: Token[]) => Promise.all(tokens.map((token) => isSomebody(product, token)))

  it('has a password that is changed with the one before, which ends the other sessions', async () => {
    const { email, tokens } = await withSessions(3)
    const [own = { authorization: '' }] = tokens
    const change = (body: object) => product.call('POST', '/account/password', { ...own, body })
    const fresh = 'ein ganz neues Passwort'
    const wrong = await change({ current: 'not this one', password: fresh })
    expect([wrong.status, wrong.get('error.details.0.path')]).toEqual([400, 'current'])
    expect((await change({ password: fresh })).status).toBe(400)
    expect((await change({ current: password, password: 'kurz' })).status).toBe(400)
    expect(await living(tokens)).toEqual([true, true, true])
    const changed = await change({ current: password, password: fresh })
    expect([changed.status, changed.get('ended')]).toEqual([200, 2])
    expect(await living(tokens)).toEqual([true, false, false])
    const signIn = (by: string) =>
      product.call('POST', '/users/login', { body: { email, password: by } })
    expect((await signIn(password)).status).toBe(401)
    expect((await signIn(fresh)).status).toBe(200)
    const { rows } = await product.sql.query(
      `SELECT document = actor AS own FROM workflow_events
       WHERE transition = 'changePassword' AND document = (SELECT id::text FROM users WHERE email = $1)`,
      [email],
    )
    expect(rows).toEqual([{ own: true }])
  })

  it.each([
    ['PATCH', (id: string) => `/users/${id}`, 400],
    ['PATCH', (id: string) => `/users?where[id][equals]=${id}`, 403],
  ] as const)('and by no other door: %s %s', async (method, path, status) => {
    const admin = await product.signIn('admin')
    const { id, tokens } = await withSessions(1)
    for (const token of [tokens[0], admin]) {
      const answer = await product.call(method, path(id), {
        ...token,
        body: { password: 'hinten herum gesetzt' },
      })
      expect(answer.status, answer.text).toBe(status)
    }
    const graphql = await product.graphql(
      `mutation { updateUser(id: "${id}", data: { password: "hinten herum gesetzt" }) { id } }`,
      admin,
    )
    expect(graphql.get('errors.0')).toBeDefined()
    expect(await living(tokens)).toEqual([true])
  })

  it('and a link from before leads nowhere', async () => {
    const { email, tokens } = await withSessions(1)
    const token = await product.payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    })
    const changed = await product.call('POST', '/account/password', {
      ...tokens[0],
      body: { current: password, password: 'ein ganz neues Passwort' },
    })
    expect(changed.status).toBe(200)
    const body = { token, password: 'mit dem alten Link' }
    expect((await product.call('POST', '/users/reset-password', { body })).status).toBe(403)
  })

  describe('its address', () => {
    const told: { to?: unknown; text?: unknown }[] = []
    const freshAddress = () => `${randomUUID()}@berufsbild.example`
    const addressOf = async (id: string) => {
      const { rows } = await product.sql.query<{ email: string; token: string | null }>(
        'SELECT email, reset_password_token AS token FROM users WHERE id = $1',
        [id],
      )
      return rows[0]
    }
    const allowLink = async (id: string) => {
      const admin = await product.signIn('admin')
      await product.call('POST', `/users/${id}/provider-link`, { ...admin })
    }
    const linksOf = async (id: string) => {
      const { rows } = await product.sql.query<{ person: string }>(
        'SELECT person FROM provider_links WHERE person = $1',
        [id],
      )
      return rows
    }
    const forget = (email: string) =>
      product.payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
    const changesOf = async (id: string) => {
      const { rows } = await product.sql.query<{ actor: string; data: unknown }>(
        `SELECT actor, data FROM workflow_events
         WHERE document = $1 AND transition = 'changeAddress'`,
        [id],
      )
      return rows
    }
    beforeAll(() => {
      product.payload.sendEmail = (mail) => {
        told.push(mail)
        return Promise.resolve()
      }
    })

    it('is changed with the password, which ends links and other sessions, and tells the one before', async () => {
      const { id, email, tokens } = await withSessions(2)
      const [own = { authorization: '' }] = tokens
      await allowLink(id)
      await forget(email)
      const next = freshAddress()
      const change = (body: object) => product.call('POST', '/account/email', { ...own, body })
      const wrong = await change({ email: next, password: 'not this one' })
      expect([wrong.status, wrong.get('error.details.0.path')]).toEqual([400, 'password'])
      expect((await change({ email: next })).status).toBe(400)
      expect(await addressOf(id)).toMatchObject({ email })
      const changed = await change({ email: next.toUpperCase(), password })
      expect([changed.status, changed.get('email')], changed.text).toEqual([200, next])
      expect(await addressOf(id)).toEqual({ email: next, token: null })
      expect(await linksOf(id)).toEqual([])
      expect(await living(tokens)).toEqual([true, false])
      expect(await changesOf(id)).toEqual([
        { actor: id, data: { before: { email }, after: { email: next } } },
      ])
      await sendAccountMails(product.payload)
      expect(told.at(-1)).toMatchObject({ to: { address: email } })
      expect(told.at(-1)?.text).toContain(next)
    })

    it('and by no other door', async () => {
      const { id, email, tokens } = await withSessions(1)
      const admin = await product.signIn('admin')
      for (const [own, who] of [
        [tokens[0], id],
        [admin, admin.id],
      ] as const) {
        const body = { email: freshAddress() }
        const patched = await product.call('PATCH', `/users/${who}`, { ...own, body })
        expect(patched.status).toBe(400)
        expect(patched.text).toContain('"path":"email"')
        const graphql = await product.graphql(
          `mutation { updateUser(id: "${who}", data: { email: "${body.email}" }) { id } }`,
          own,
        )
        expect(graphql.get('errors.0')).toBeDefined()
      }
      expect(await addressOf(id)).toMatchObject({ email })
      // A form sends all that it shows.
      const same = await product.call('PATCH', `/users/${id}`, { ...tokens[0], body: { email } })
      expect(same.status).toBe(200)
    })

    it('of somebody else is changed by the administration, which ends their sessions and links', async () => {
      const { id, email, tokens } = await withSessions(2)
      await allowLink(id)
      await forget(email)
      const admin = await product.signIn('admin')
      const next = freshAddress()
      const body = { email: next }
      const changed = await product.call('PATCH', `/users/${id}`, { ...admin, body })
      expect(changed.status, changed.text).toBe(200)
      expect(await addressOf(id)).toEqual({ email: next, token: null })
      expect(await linksOf(id)).toEqual([])
      expect(await living(tokens)).toEqual([false, false])
      expect(await changesOf(id)).toEqual([
        { actor: admin.id, data: { before: { email }, after: { email: next } } },
      ])
      await sendAccountMails(product.payload)
      expect(told.at(-1)).toMatchObject({ to: { address: email } })
    })
  })

  it('slows down who guesses the password in a browser that was left open', async () => {
    const { tokens } = await withSessions(1)
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        product.call('POST', '/account/password', {
          ...tokens[0],
          body: { current: 'a guess', password: 'ein neues Passwort' },
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5)
  })

  it('has sessions that are listed, and ended one by one or all others', async () => {
    const { tokens } = await withSessions(4)
    const [own = { authorization: '' }, second = own] = tokens
    const list = async () => {
      const listed: unknown = (await product.call('GET', '/account/sessions', own)).get('sessions')
      return Array.isArray(listed) ? listed.filter(isRecord) : []
    }
    const all = await list()
    expect(all).toHaveLength(4)
    expect(all.filter(({ isOwn }) => isOwn)).toHaveLength(1)
    expect(all.map(({ agent }) => agent)).toContain('Browser 0')
    expect(all.every(({ method }) => method === 'password')).toBe(true)
    const other = all.find(({ isOwn }) => isOwn !== true)
    const ended = await product.call('DELETE', `/account/sessions/${String(other?.id)}`, own)
    expect(ended.status).toBe(200)
    expect((await living(tokens)).filter(Boolean)).toHaveLength(3)
    expect((await product.call('DELETE', '/account/sessions', own)).get('ended')).toBe(2)
    expect(await living(tokens)).toEqual([true, false, false, false])
    expect((await product.call('GET', '/account/sessions', second)).status).toBe(401)
  })

  it("and nobody ends somebody else's", async () => {
    const [one, other] = [await withSessions(1), await withSessions(1)]
    const listed: unknown = (await product.call('GET', '/account/sessions', other.tokens[0])).get(
      'sessions.0.id',
    )
    const answer = await product.call(
      'DELETE',
      `/account/sessions/${String(listed)}`,
      one.tokens[0],
    )
    expect(answer.status).toBe(404)
    expect(await living(other.tokens)).toEqual([true])
  })
})
