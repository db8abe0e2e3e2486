import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import { ageEvents } from '#support/aged-events.ts'
import { readLogoutToken } from '#accounts/provider/logout-token.ts'
import type { ProviderSettings } from '#accounts/provider/settings.ts'
import { beginSignIn } from '#accounts/provider/sign-in.ts'
import {
  clientId,
  clientSecret,
  json,
  startLyingProvider,
  type LyingProvider,
  type Words,
} from '#support/lying-provider.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'

// Signing in by a provider: what a good one brings, and what is made of one that lies.

const origin = 'http://localhost:3000'
const rules = [
  { value: 'authors', role: 'author' },
  { value: 'it', role: 'editor', desks: ['IT'] },
  { value: 'health', role: 'editor', desks: ['Pflege', 'gibt es nicht'] },
  { value: 'chiefs', role: 'editor', allTexts: true },
  { value: 'admins', role: 'admin' },
]

describe('signing in by a provider', () => {
  let product: Product
  let provider: LyingProvider
  let admin: SignedIn
  let desks: Record<string, string> = {}
  /** What the provider says of itself. */
  let good: Record<string, unknown> = {}

  beforeAll(async () => {
    provider = await startLyingProvider()
    good = provider.description
    product = await startProduct({
      settings: {
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: clientId,
        OIDC_CLIENT_SECRET: clientSecret,
        SIGN_IN_ROLES: JSON.stringify(rules),
      },
    })
    admin = await product.signIn('admin')
    for (const name of ['IT', 'Pflege']) {
      const { id } = await product.payload.create({
        collection: 'desks',
        data: { name, allRegions: true, allProfessions: true },
        overrideAccess: true,
      })
      desks = { ...desks, [name]: id }
    }
  })
  afterAll(async () => {
    await product.close()
    await provider.close()
  })
  afterEach(() => {
    provider.isDown = false
    provider.description = good
    provider.instead.clear()
  })

  type Claiming = NonNullable<Words['claims']>
  /** What a browser has after it has been sent to the provider. */
  interface Begun {
    cookie: string
    address: URL
    state: string
    nonce: string
  }

  const begin = async (path = '/sign-in/oidc'): Promise<Begun> => {
    const answer = await product.respond('GET', path)
    expect(answer.status).toBe(303)
    const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
    const address = new URL(answer.headers.get('location') ?? '')
    const { searchParams: asked } = address
    return { cookie, address, state: asked.get('state') ?? '', nonce: asked.get('nonce') ?? '' }
  }
  const comeBack = (query: Record<string, string>, cookie: string) =>
    product.respond('GET', `/sign-in/oidc/callback?${new URLSearchParams(query).toString()}`, {
      headers: { cookie },
    })
  /** The whole way of somebody. */
  const signIn = async (subject: string, words: Words = {}, path?: string) => {
    const { cookie, state, nonce } = await begin(path)
    const code = provider.code(subject, nonce, words)
    return comeBack({ code, state, iss: provider.issuer }, cookie)
  }
  const groups =
    (...values: string[]): Claiming =>
    (good) => ({ ...good, groups: values })
  const sessionCookie = (answer: Response) =>
    answer.headers.getSetCookie().find((one) => one.startsWith('payload-token='))
  const me = async (answer: Response) => {
    const cookie = sessionCookie(answer)?.split(';')[0] ?? ''
    return product.call('GET', '/users/me?depth=0', { headers: { cookie } })
  }
  const refusalOf = async (answer: Response) =>
    /signIn=(\w+)/.exec(await answer.text())?.[1] ?? null
  const counts = async () => {
    const { rows } = await product.sql.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM users) AS users,
              (SELECT count(*)::int FROM users_sessions) AS sessions,
              (SELECT count(*)::int FROM provider_identities) AS identities,
              (SELECT count(*)::int FROM provider_sessions) AS kept`,
    )
    return rows[0]
  }
  const eventsOf = async (id: string) => {
    const { rows } = await product.sql.query<{ transition: string; data: unknown }>(
      'SELECT transition, data FROM workflow_events WHERE document = $1 ORDER BY sequence',
      [id],
    )
    return rows
  }
  const makeAccount = async (email: string) => {
    const { id } = await product.payload.create({
      collection: 'users',
      data: { name: 'Schon da', email, password, role: 'author' },
      overrideAccess: true,
      context: bootstrapContext,
    })
    return id
  }

  describe('by one that tells the truth', () => {
    it('asks for what is to be checked, and is told no secret', async () => {
      const { address, cookie } = await begin()
      expect(`${address.origin}${address.pathname}`).toBe(`${provider.issuer}/authorize`)
      const asked = Object.fromEntries(address.searchParams)
      expect(asked).toMatchObject({
        client_id: clientId,
        redirect_uri: `${origin}/api/sign-in/oidc/callback`,
        response_type: 'code',
        scope: 'openid profile email',
        code_challenge_method: 'S256',
      })
      expect(asked.code_challenge).toMatch(/^[\w-]{43}$/)
      expect(cookie.startsWith('berufsbild-sign-in=')).toBe(true)
    })

    it('makes an account with the role of the claims, on record, and opens a session', async () => {
      const answer = await signIn('ada', { claims: groups('it', 'authors', 'unknown') })
      expect(answer.status).toBe(200)
      const own = await me(answer)
      expect(own.get('user')).toMatchObject({
        name: 'Ada Beispiel',
        email: 'ada@berufsbild.example',
        role: 'editor',
        allTexts: false,
        desks: [desks.IT],
      })
      const id = String(own.get('user.id'))
      const events = await eventsOf(id)
      expect(events.map(({ transition }) => transition)).toEqual([
        'createAccount',
        'joinIdentity',
        'login',
      ])
      expect(events[0]?.data).toMatchObject({ by: 'OIDC', after: { role: 'editor' } })
      expect(events[1]?.data).toEqual({ issuer: provider.issuer, subject: 'ada', by: 'OIDC' })
      expect(events[2]?.data).toEqual({ method: 'oidc' })
    })

    it('brings the proof of whoever began, and leads on by a page of ours', async () => {
      const answer = await signIn('ada', {}, '/sign-in/oidc?returnTo=/admin/texts?stage=draft')
      expect(provider.asked.at(-1)?.get('code_verifier')).toMatch(/^[\w-]{43}$/)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      const html = await answer.text()
      expect(html).toContain('content="0; url=/admin/texts?stage=draft"')
      expect(html).not.toContain('<script')
      expect(answer.headers.getSetCookie()[0]).toMatch(/^berufsbild-sign-in=; Max-Age=0/)
    })

    it.each([
      'https://evil.example/admin',
      '//evil.example/admin/texts',
      '/\\evil.example/admin',
      '/admin/../../evil',
      '/api/users/logout',
      '/admin/logout',
      '/admin/%6cogout',
      '/admin//logout',
      '/admin/%2Flogout',
      '/admin/%zz',
      '/admin/%2e%2e/%2e%2e/evil',
      '/admin\\..\\..\\evil',
      '/\t/evil.example/admin',
      'javascript:alert(1)',
      '/administrator',
      `/admin/${'x'.repeat(3000)}`,
    ])('leads back to the admin and nowhere else: %s', async (returnTo) => {
      const path = `/sign-in/oidc?returnTo=${encodeURIComponent(returnTo)}`
      const answer = await signIn('ada', {}, path)
      expect(await answer.text()).toContain('content="0; url=/admin"')
    })

    it('renews role and desks each time, and says so once', async () => {
      const first = await me(await signIn('renewed', { claims: groups('it', 'health') }))
      const id = String(first.get('user.id'))
      expect(first.get('user.desks')).toEqual(expect.arrayContaining([desks.IT, desks.Pflege]))
      await signIn('renewed', { claims: groups('it', 'health') })
      const chief = await me(await signIn('renewed', { claims: groups('chiefs', 'authors') }))
      expect(chief.get('user')).toMatchObject({ role: 'editor', allTexts: true, desks: [] })
      const author = await me(await signIn('renewed', { claims: groups('authors') }))
      expect(author.get('user')).toMatchObject({ id, role: 'author', allTexts: false })
      const changes = (await eventsOf(id)).filter(
        ({ transition }) => transition === 'changePermissions',
      )
      expect(changes).toHaveLength(2)
      expect(changes[1]?.data).toMatchObject({ by: 'OIDC', after: { role: 'author' } })
    })

    it('signs nobody in who has no role any more', async () => {
      expect((await signIn('demoted')).status).toBe(200)
      const before = await counts()
      expect(await refusalOf(await signIn('demoted', { claims: groups('canteen') }))).toBe('noRole')
      expect(await counts()).toEqual(before)
    })

    it('knows somebody again whose address is another now, or not verified any more', async () => {
      const before = await me(await signIn('moved'))
      const claims: Claiming = (good) => ({
        ...good,
        email: 'ada@berufsbild.example',
        email_verified: false,
      })
      const after = await me(await signIn('moved', { claims }))
      expect(after.get('user.id')).toBe(before.get('user.id'))
      expect(after.get('user.email')).toBe('moved@berufsbild.example')
    })

    it('asks for what the token does not say', async () => {
      const claims: Claiming = ({ iss, aud, sub, nonce, iat, exp }) => ({
        iss,
        aud,
        sub,
        nonce,
        iat,
        exp,
      })
      const userinfo = {
        sub: 'asked',
        email: 'asked@berufsbild.example',
        email_verified: true,
        given_name: 'Grace',
        family_name: 'Beispiel',
        groups: ['health'],
      }
      const own = await me(await signIn('asked', { claims, userinfo }))
      expect(own.get('user')).toMatchObject({ name: 'Grace Beispiel', role: 'editor' })
    })

    it('keeps the last administrator, and says nothing else of them', async () => {
      const own = await me(await signIn('boss', { claims: groups('admins') }))
      const boss = String(own.get('user.id'))
      await product.sql.query(
        `UPDATE users SET deactivated_at = now() WHERE role = 'admin' AND id <> $1`,
        [boss],
      )
      const after = await me(await signIn('boss', { claims: groups('authors') }))
      expect(after.get('user.role')).toBe('admin')
      await product.sql.query(`UPDATE users SET deactivated_at = NULL WHERE role = 'admin'`)
      const last = await me(await signIn('boss', { claims: groups('authors') }))
      expect(last.get('user.role')).toBe('author')
    })

    it('of two windows the one that began last signs in, whichever comes back first', async () => {
      const [first, last] = [await begin(), await begin()]
      const subject = randomUUID()
      const answerOf = ({ state, nonce }: Begun) => ({
        code: provider.code(subject, nonce),
        state,
        iss: provider.issuer,
      })
      // The browser has the cookie of the last one alone.
      const refused = await comeBack(answerOf(first), last.cookie)
      expect(await refusalOf(refused)).toBe('expired')
      expect(refused.headers.getSetCookie()).toEqual([])
      expect((await comeBack(answerOf(last), last.cookie)).status).toBe(200)
    })

    it('two that come for the first time at once are one', async () => {
      const before = await counts()
      const answers = await Promise.all([signIn('twin'), signIn('twin'), signIn('twin')])
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect((await counts())?.users).toBe((before?.users ?? 0) + 1)
    })

    it('answers 503 while it is down, and signs in when it is back', async () => {
      const { cookie, state, nonce } = await begin()
      const code = provider.code('ada', nonce)
      provider.isDown = true
      const answer = await comeBack({ code, state, iss: provider.issuer }, cookie)
      expect(answer.status).toBe(503)
      expect(await refusalOf(answer)).toBe('unavailable')
      provider.isDown = false
      expect((await signIn('ada')).status).toBe(200)
    })
  })

  describe('by one that is to ask again', () => {
    const again = '/sign-in/oidc?again'
    const now = () => Math.floor(Date.now() / 1000)

    it('is told so', async () => {
      const { address } = await begin(again)
      const asked = Object.fromEntries(address.searchParams)
      expect([asked.prompt, asked.max_age]).toEqual(['login', '0'])
    })

    it.each([
      ['says that it has asked', () => now(), null],
      ['says nothing of it', () => undefined, 'notAgain'],
      ['has asked a while ago', () => now() - 60, 'notAgain'],
      ['will ask', () => now() + 3600, 'notAgain'],
      ['says it in words', () => String(now()), 'invalid'],
    ])('and believed where it %s', async (_, moment, refusal) => {
      const claims: Claiming = (good) => ({
        ...groups('authors')(good),
        ...(moment() === undefined ? {} : { auth_time: moment() }),
      })
      const answer = await signIn('again', { claims }, again)
      expect(await refusalOf(answer)).toBe(refusal)
      expect(sessionCookie(answer) === undefined).toBe(refusal !== null)
    })
  })

  describe('an account that is there already', () => {
    it('is nobody else’s, though the address is the same and verified', async () => {
      await makeAccount('taken@berufsbild.example')
      const before = await counts()
      const answer = await signIn('taken')
      expect(answer.status).toBe(403)
      expect(await refusalOf(answer)).toBe('addressTaken')
      expect(await counts()).toEqual(before)
    })

    it('is joined where the administration allows it, once', async () => {
      const id = await makeAccount('allowed@berufsbild.example')
      const allowed = await product.call('POST', `/users/${id}/provider-link`, { ...admin })
      expect(allowed.status, allowed.text).toBe(200)
      const own = await me(await signIn('allowed'))
      expect(own.get('user.id')).toBe(id)
      const claims: Claiming = (good) => ({ ...good, email: 'allowed@berufsbild.example' })
      expect(await refusalOf(await signIn('somebody else', { claims }))).toBe('addressTaken')
      // Nor where it is allowed again: one account has one owner.
      await product.call('POST', `/users/${id}/provider-link`, { ...admin })
      expect(await refusalOf(await signIn('somebody else', { claims }))).toBe('addressTaken')
    })

    it('is joined for a week while it waits for who was invited, and not when they have been there', async () => {
      const inviteAs = async (email: string) => {
        const body = { name: 'Eingeladen', email, role: 'author' }
        const answer = await product.call('POST', '/people/invitations', { ...admin, body })
        expect(answer.status, answer.text).toBe(201)
        return String(answer.get('id'))
      }
      const id = await inviteAs('invited@berufsbild.example')
      expect((await me(await signIn('invited'))).get('user.id')).toBe(id)
      const other = await inviteAs('been-there@berufsbild.example')
      await product.sql.query(
        `INSERT INTO workflow_events (kind, document_collection, document, transition, actor)
         VALUES ('account', 'users', $1, 'login', $1)`,
        [other],
      )
      expect(await refusalOf(await signIn('been-there'))).toBe('addressTaken')
      const late = await inviteAs('late@berufsbild.example')
      await ageEvents(product, { document: late, transition: 'invite', days: 7 })
      expect(await refusalOf(await signIn('late'))).toBe('addressTaken')
    })

    it('is joined where a directory provisions it, which says the role', async () => {
      const id = await makeAccount('provisioned@berufsbild.example')
      const provision = (statement: string) => product.sql.query(statement, [id])
      await provision(
        `INSERT INTO provisioned_users (person, user_name) VALUES ($1, 'provisioned')`,
      )
      // Whom the directory only knows needs a role from the claims, each time.
      const without = () => signIn('provisioned', { claims: groups() })
      expect(await refusalOf(await without())).toBe('noRole')
      const own = await me(await signIn('provisioned', { claims: groups('admins') }))
      expect(own.get('user')).toMatchObject({ id, role: 'admin' })
      expect(await refusalOf(await without())).toBe('noRole')
      await signIn('provisioned', { claims: groups('chiefs') })
      await product.sql.query(`INSERT INTO provisioned_groups (display_name) VALUES ('it')`)
      await provision('INSERT INTO provisioned_members SELECT id, $1 FROM provisioned_groups')
      const kept = await me(await signIn('provisioned', { claims: groups('admins') }))
      expect(kept.get('user.role')).toBe('editor')
      expect((await me(await without())).get('user.role')).toBe('editor')
    })

    const passwordSession = async (email: string) => {
      const answer = await product.call('POST', '/users/login', { body: { email, password } })
      expect(answer.status, answer.text).toBe(200)
      return { authorization: `JWT ${String(answer.get('token'))}` }
    }
    const addressed =
      (email: string): Claiming =>
      (good) => ({ ...good, email, groups: ['admins'] })

    it.each<[what: string, allow: (id: string) => Promise<unknown>]>([
      ['the administration', (id) => product.call('POST', `/users/${id}/provider-link`, admin)],
      [
        'a directory',
        (id) =>
          product.sql.query('INSERT INTO provisioned_users (person, user_name) VALUES ($1, $2)', [
            id,
            randomUUID(),
          ]),
      ],
    ])('is joined by the address of when %s allowed it, and no later one', async (_, allow) => {
      const id = await makeAccount(`${randomUUID()}@berufsbild.example`)
      const { rows } = await product.sql.query<{ email: string }>(
        'SELECT email FROM users WHERE id = $1',
        [id],
      )
      const token = await passwordSession(rows[0]?.email ?? '')
      await allow(id)
      const boss = `${randomUUID()}@berufsbild.example`
      const body = { email: boss, password }
      const changed = await product.call('POST', '/account/email', { ...token, body })
      expect(changed.status, changed.text).toBe(200)
      const came = await signIn(randomUUID(), { claims: addressed(boss) })
      expect(await refusalOf(came)).toBe('addressTaken')
      expect((await product.call('GET', '/users/me', token)).get('user.role')).toBe('author')
      // On the administration's word for the new address it is.
      await product.call('POST', `/users/${id}/provider-link`, admin)
      const joined = await me(await signIn(randomUUID(), { claims: addressed(boss) }))
      expect(joined.get('user.id')).toBe(id)
    })

    it('is, once joined, nobody’s by a way of before', async () => {
      const email = `${randomUUID()}@berufsbild.example`
      const id = await makeAccount(email)
      const token = await passwordSession(email)
      await product.sql.query(
        `INSERT INTO passkeys (id, person, public_key, counter, transports, name)
         VALUES ($2, $1, 'x', 0, '{}', 'Telefon')`,
        [id, randomUUID()],
      )
      await product.call('POST', `/users/${id}/provider-link`, admin)
      const joined = await me(await signIn(randomUUID(), { claims: addressed(email) }))
      expect(joined.get('user')).toMatchObject({ id, role: 'admin' })
      expect((await product.call('GET', '/users/me', token)).get('user')).toBeNull()
      const login = await product.call('POST', '/users/login', { body: { email, password } })
      expect(login.status).toBe(401)
      const { rows } = await product.sql.query('SELECT id FROM passkeys WHERE person = $1', [id])
      expect(rows).toEqual([])
    })

    it('of who was invited at another address is not joined', async () => {
      const body = {
        name: 'Eingeladen',
        email: `${randomUUID()}@berufsbild.example`,
        role: 'author',
      }
      const invited = await product.call('POST', '/people/invitations', { ...admin, body })
      const email = `${randomUUID()}@berufsbild.example`
      await product.call('PATCH', `/users/${String(invited.get('id'))}`, {
        ...admin,
        body: { email },
      })
      expect(await refusalOf(await signIn(randomUUID(), { claims: addressed(email) }))).toBe(
        'addressTaken',
      )
    })

    it('is closed to who has left, joined or not', async () => {
      const own = await me(await signIn('leaver'))
      const id = String(own.get('user.id'))
      await product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} })
      const before = await counts()
      expect(await refusalOf(await signIn('leaver', { claims: groups('admins') }))).toBe('left')
      const { rows } = await product.sql.query('SELECT role FROM users WHERE id = $1', [id])
      expect(rows[0]).toEqual({ role: 'author' })
      const claims: Claiming = (good) => ({ ...good, email: 'leaver@berufsbild.example' })
      expect(await refusalOf(await signIn('leaver again', { claims }))).toBe('left')
      expect(await counts()).toEqual(before)
    })

    it('may be joined on an administrator’s word alone', async () => {
      const id = await makeAccount(`${randomUUID()}@berufsbild.example`)
      const editor = await product.signIn('editor')
      const answer = await product.call('POST', `/users/${id}/provider-link`, { ...editor })
      expect(answer.status).toBe(403)
    })
  })

  describe('by one that lies', () => {
    type Lie = Words & {
      query?: (good: Record<string, string>) => Record<string, string>
      cookie?: (good: string) => string | Promise<string>
    }
    const claims = (change: Record<string, unknown>): Lie => ({
      claims: (good) => ({ ...good, ...change }),
    })
    const without = (name: string): Lie => ({
      claims: (good) =>
        Object.fromEntries(Object.entries(good).filter(([claim]) => claim !== name)),
    })
    const query = (change: Record<string, string>): Lie => ({
      query: (good) => ({ ...good, ...change }),
    })
    const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
    const unsigned = (header: object, payload: object) => `${encoded(header)}.${encoded(payload)}.`
    /** Somebody with another name, also when it is asked. */
    const named = (sub: string): Lie => ({ ...claims({ sub }), userinfo: { sub } })
    const headed = (more: Record<string, unknown>, isForeign = false): Lie => ({
      token: (said, { sign, foreignKey }) =>
        sign(said, { more, ...(isForeign ? { key: foreignKey } : {}) }),
    })
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    const now = () => Math.floor(Date.now() / 1000)

    const lies: readonly [what: string, lie: Lie, refusal: string][] = [
      [
        'a foreign key',
        { token: (said, { sign, foreignKey }) => sign(said, { key: foreignKey }) },
        'invalid',
      ],
      ['no signature', { token: (said) => unsigned({ alg: 'none' }, said) }, 'invalid'],
      [
        'the client’s own secret as key',
        {
          token: (said, { sign }) =>
            sign(said, { key: new TextEncoder().encode(clientSecret.padEnd(64)), alg: 'HS256' }),
        },
        'invalid',
      ],
      [
        'the client’s own secret as it is',
        {
          token: (said, { sign }) =>
            sign(said, { key: new TextEncoder().encode(clientSecret), alg: 'HS256' }),
        },
        'invalid',
      ],
      ['a key that there is not', headed({ kid: 'foreign' }), 'invalid'],
      [
        'a key that the token brings along',
        {
          token: (said, { sign, foreignKey: key, foreignJwk: jwk }) =>
            sign(said, { key, more: { jwk } }),
        },
        'invalid',
      ],
      ['keys at an address of the token', headed({ jku: 'http://127.0.0.1:1/' }, true), 'invalid'],
      [
        'a header that nobody understands',
        {
          token: async (said, { sign }) => {
            const [, ...rest] = (await sign(said)).split('.')
            return [encoded({ alg: 'RS256', kid: 'one', crit: ['x'], x: 1 }), ...rest].join('.')
          },
        },
        'invalid',
      ],
      ['a token that is a list', { token: (_, { signText }) => signText('[1]') }, 'invalid'],
      [
        'a token that says something twice',
        {
          token: (said, { signText }) =>
            signText(`${JSON.stringify(said).slice(0, -1)},"aud":"another client"}`),
        },
        'invalid',
      ],
      [
        'a token that is very deep, for somebody else',
        {
          token: (said, { signText }) =>
            signText(
              `${JSON.stringify({ ...said, aud: 'x' }).slice(0, -1)},"x":${nested(100_000)}}`,
            ),
        },
        'invalid',
      ],
      [
        'groups that are very deep',
        {
          token: ({ groups: _, ...said }, { signText }) =>
            signText(`${JSON.stringify(said).slice(0, -1)},"groups":${nested(100_000)}}`),
        },
        'noRole',
      ],
      ['no token at all', { token: () => '' }, 'invalid'],
      [
        'half a token',
        { token: async (said, { sign }) => (await sign(said)).slice(0, -20) },
        'invalid',
      ],
      ['a token for somebody else', claims({ aud: 'another client' }), 'invalid'],
      ['a token for several, of nobody', claims({ aud: [clientId, 'x'] }), 'invalid'],
      ['a token for several, of another', claims({ aud: [clientId, 'x'], azp: 'x' }), 'invalid'],
      ['another issuer', claims({ iss: 'https://evil.example' }), 'invalid'],
      ['a token of yesterday', claims({ iat: 1_700_000_000, exp: 1_700_000_300 }), 'invalid'],
      ['a token without an end', without('exp'), 'invalid'],
      ['a token of tomorrow', { claims: (good) => ({ ...good, nbf: now() + 86_400 }) }, 'invalid'],
      ['another nonce', claims({ nonce: 'x'.repeat(43) }), 'invalid'],
      ['no nonce', without('nonce'), 'invalid'],
      ['nobody', without('sub'), 'invalid'],
      ['somebody with a name of a thousand letters', named('x'.repeat(1000)), 'invalid'],
      ['somebody with a name of no letter', named(''), 'invalid'],
      ['somebody with a name of blanks', named('  '), 'invalid'],
      ['somebody whose name is a number', claims({ sub: 5 }), 'invalid'],
      ['somebody with a NUL in their name', named('somebody\0'), 'invalid'],
      ['somebody with half a character in their name', named('somebody\ud800'), 'invalid'],
      [
        'another person when asked',
        { userinfo: { sub: 'another', groups: ['admins'] } },
        'invalid',
      ],
      ['an address that is not verified', claims({ email_verified: false }), 'noAddress'],
      ['an address of which it says nothing', without('email_verified'), 'noAddress'],
      ['a verified one by a number', claims({ email_verified: 1 }), 'noAddress'],
      ['no address', without('email'), 'noAddress'],
      ['an address that is none', claims({ email: 'not an address' }), 'noAddress'],
      ['several addresses', claims({ email: ['a@b.example'] }), 'noAddress'],
      [
        'an address that is somebody else’s in small letters',
        claims({ email: '\u212Aarl@berufsbild.example' }),
        'noAddress',
      ],
      ['an address that no account can have', claims({ email: 'ada@b-.example' }), 'noAddress'],
      [
        'an address, of which it says that another is verified',
        {
          claims: ({ email_verified: _, ...good }) => ({ ...good, sub: 'of two addresses' }),
          userinfo: { sub: 'of two addresses', email: 'own@b.example', email_verified: true },
        },
        'noAddress',
      ],
      [
        'an address of half a megabyte',
        claims({ email: `${'x'.repeat(500_000)}@b.example` }),
        'noAddress',
      ],
      ['no groups', without('groups'), 'noRole'],
      [
        'groups that nothing is known of',
        claims({ groups: ['Admins', 'admin', ' admins'] }),
        'noRole',
      ],
      [
        'groups as an object',
        claims({ groups: { admins: true, 0: 'admins', length: 1 } }),
        'noRole',
      ],
      ['groups within groups', claims({ groups: [['admins'], { value: 'admins' }] }), 'noRole'],
      [
        'more groups than anybody is in',
        claims({
          groups: ['admins', ...Array.from({ length: 20_000 }, (_, i) => `group ${String(i)}`)],
        }),
        'noRole',
      ],
      [
        'more than anybody can hear',
        { claims: (good) => ({ ...good, more: 'x'.repeat(2_000_000) }) },
        'unavailable',
      ],
      [
        'a redirect to a foreign page',
        {
          answer: (response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
        },
        'invalid',
      ],
      ['a page instead of a token', { answer: (response) => response.end('<html>') }, 'invalid'],
      [
        'an error with a page in it',
        {
          answer: (response) => {
            response.writeHead(400, { 'Content-Type': 'application/json' })
            response.end('{"error":"<script>","error_description":"<script>alert(1)</script>"}')
          },
        },
        'invalid',
      ],
      ['an error', query({ error: 'access_denied', code: '' }), 'denied'],
      [
        'an error in the address with a page in it',
        query({ error: '<script>', error_description: '<script>alert(1)</script>', code: '' }),
        'denied',
      ],
      ['an answer of another kind', query({ response: 'x' }), 'invalid'],
      ['a token in the address', query({ id_token: 'x' }), 'invalid'],
      ['another state', query({ state: 'x'.repeat(43) }), 'expired'],
      ['no state', query({ state: '' }), 'expired'],
      ['another issuer in the address', query({ iss: 'https://evil.example' }), 'invalid'],
      ['no issuer in the address', query({ iss: '' }), 'invalid'],
      ['a code that it does not know', query({ code: 'x' }), 'invalid'],
      ['a browser that has begun nothing', { cookie: () => '' }, 'expired'],
      ['the state of another browser', { cookie: async () => (await begin()).cookie }, 'expired'],
      [
        'a cookie that somebody has changed',
        { cookie: (good) => `${good.slice(0, -3)}AAA` },
        'expired',
      ],
    ]

    it.each(lies)('%s: nobody gets in, and nothing is left of it', async (_, lie, refusal) => {
      const before = await counts()
      const { cookie, state, nonce } = await begin()
      const subject = randomUUID()
      const good = { code: provider.code(subject, nonce, lie), state, iss: provider.issuer }
      const sent = Object.entries(lie.query?.(good) ?? good).filter(([, value]) => value !== '')
      const answer = await comeBack(
        Object.fromEntries(sent),
        (await lie.cookie?.(cookie)) ?? cookie,
      )
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(sessionCookie(answer)).toBeUndefined()
      expect(await answer.clone().text()).not.toContain('<script')
      expect(await refusalOf(answer)).toBe(refusal)
      expect(await counts()).toEqual(before)
    })

    it.each([
      ['with a NUL', 'x\0'],
      ['that is an object', {}],
      ['with half a character', 'x\ud800'],
    ])('of a session %s nothing is kept', async (_, sid) => {
      const subject = randomUUID()
      expect((await signIn(subject, { claims: (good) => ({ ...good, sid }) })).status).toBe(200)
      const { rows } = await product.sql.query(
        'SELECT provider_session FROM provider_sessions WHERE subject = $1',
        [subject],
      )
      expect(rows).toEqual([{ provider_session: null }])
    })

    it('the same answer twice: the second time nobody gets in', async () => {
      const { cookie, state, nonce } = await begin()
      const query = { code: provider.code('replayed', nonce), state, iss: provider.issuer }
      expect((await comeBack(query, cookie)).status).toBe(200)
      const before = await counts()
      const again = await comeBack(query, cookie)
      expect(await refusalOf(again)).toBe('expired')
      // Nor with a code of another time.
      const fresh = provider.code('replayed', nonce)
      expect(await refusalOf(await comeBack({ ...query, code: fresh }, cookie))).toBe('expired')
      expect(await counts()).toEqual(before)
    })
  })

  describe('by one that lies of itself', () => {
    const event = 'http://schemas.openid.net/event/backchannel-logout'
    /** What it says of itself is asked for anew. */
    const asked = (): ProviderSettings => ({
      issuer: provider.issuer,
      clientId,
      clientSecret,
      scopes: 'openid',
      label: 'Hauskonto',
      roleClaim: 'groups',
      rules: [],
      assertsEmails: false,
    })
    const beginAnew = () =>
      beginSignIn(
        { provider: asked(), authoringOrigin: origin },
        { returnTo: '/admin', isAgain: false },
      )
    const leaveAnew = async () => {
      const iat = Math.floor(Date.now() / 1000)
      const word = { iss: provider.issuer, aud: clientId, iat, jti: randomUUID(), sub: 'nobody' }
      const token = await provider.sign({ ...word, events: { [event]: {} } })
      return (await readLogoutToken(asked(), token)).ended
    }

    it.each<[what: string, change: Record<string, unknown>]>([
      ['another issuer', { issuer: 'https://evil.example' }],
      ['no issuer', { issuer: undefined }],
      ['nowhere to sign in', { authorization_endpoint: undefined }],
      ['a script to sign in by', { authorization_endpoint: 'javascript:alert(1)' }],
      ['a number to sign in at', { authorization_endpoint: 5 }],
    ])('%s: nobody is sent there', async (_, change) => {
      provider.description = { ...good, ...change }
      await expect(beginAnew()).rejects.toThrow('unavailable')
    })

    it.each<[what: string, address: (own: string) => unknown]>([
      ['no address', () => undefined],
      ['a number', () => 5],
      ['a word', () => 'keys'],
      ['a file', () => 'file:///etc/passwd'],
      ['an address that is the answer', (own) => `data:application/json,${own}`],
    ])('%s for its keys: its words are not taken', async (_, address) => {
      const own = JSON.stringify({ keys: [provider.jwk] })
      provider.description = { ...good, jwks_uri: address(own) }
      await expect(leaveAnew()).rejects.toThrow('unavailable')
    })

    it.each<[what: string, answer: (response: ServerResponse) => unknown]>([
      [
        'a redirect',
        (response) => response.writeHead(302, { Location: `${provider.issuer}/good` }).end(),
      ],
      ['a page', (response) => response.end('<html>')],
      [
        'a number',
        (response) => {
          json(response, { keys: 5 })
        },
      ],
      [
        'a key for something else',
        (response) => {
          json(response, { keys: [{ ...provider.jwk, use: 'enc' }] })
        },
      ],
      [
        'two keys of one name',
        (response) => {
          json(response, { keys: [{ ...provider.foreignJwk, kid: 'one' }, provider.jwk] })
        },
      ],
      [
        'more than anybody can hear',
        (response) => {
          json(response, { keys: [provider.jwk], more: 'x'.repeat(2_000_000) })
        },
      ],
    ])('%s as its keys: its words are not taken', async (what, answer) => {
      provider.description = { ...good, jwks_uri: `${provider.issuer}/${encodeURIComponent(what)}` }
      provider.instead.set(`/${encodeURIComponent(what)}`, answer)
      provider.instead.set('/good', (response) => {
        json(response, { keys: [provider.jwk] })
      })
      await expect(leaveAnew()).rejects.toThrow()
    })

    it('its words are taken where it tells the truth', async () => {
      expect(await leaveAnew()).toEqual({ issuer: provider.issuer, subject: 'nobody' })
    })
  })

  describe('leaving', () => {
    const event = 'http://schemas.openid.net/event/backchannel-logout'
    const wordFor = (subject: string) => {
      const iat = Math.floor(Date.now() / 1000)
      return {
        iss: provider.issuer,
        aud: clientId,
        iat,
        exp: iat + 120,
        jti: randomUUID(),
        sub: subject,
        sid: `session-of-${subject}`,
        events: { [event]: {} },
      }
    }
    const tell = (token: string) =>
      product.respond('POST', '/sign-in/oidc/backchannel-logout', {
        body: new URLSearchParams({ logout_token: token }),
      })
    const isIn = async (answer: Response) => (await me(answer)).get('user.id') !== undefined

    it('ends at the provider too, by an address in the answer', async () => {
      const answer = await signIn('leaving')
      const cookie = sessionCookie(answer)?.split(';')[0] ?? ''
      const headers = { cookie, origin, host: 'localhost:3000' }
      const left = await product.call('POST', '/users/logout', { headers })
      expect(left.status, left.text).toBe(200)
      const address = new URL(String(left.get('signOutAt')))
      expect(`${address.origin}${address.pathname}`).toBe(`${provider.issuer}/leave`)
      expect(Object.fromEntries(address.searchParams)).toMatchObject({
        client_id: clientId,
        post_logout_redirect_uri: `${origin}/admin/login`,
      })
      expect(address.searchParams.get('id_token_hint')).toMatch(/^ey/)
      expect(await isIn(answer)).toBe(false)
    })

    it('ends here alone for who came by a password', async () => {
      const person = await product.signIn('author')
      const left = await product.call('POST', '/users/logout', { ...person })
      expect(left.status).toBe(200)
      expect(left.get('signOutAt')).toBeUndefined()
    })

    it('ends one session on the provider’s word, at once and on record', async () => {
      const one = await signIn('told', { claims: (good) => ({ ...good, sid: 'one' }) })
      const other = await signIn('told', { claims: (good) => ({ ...good, sid: 'other' }) })
      const id = String((await me(one)).get('user.id'))
      const answer = await tell(await provider.sign({ ...wordFor('told'), sid: 'one' }))
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect([await isIn(one), await isIn(other)]).toEqual([false, true])
      expect((await eventsOf(id)).at(-1)).toEqual({ transition: 'logout', data: { by: 'OIDC' } })
    })

    it('ends all of a person’s, where it names no session; a password’s stays', async () => {
      const sessions = [await signIn('everywhere'), await signIn('everywhere')]
      const { sid: _, ...word } = wordFor('everywhere')
      expect((await tell(await provider.sign(word))).status).toBe(200)
      expect(await Promise.all(sessions.map(isIn))).toEqual([false, false])
      const ofAdmin = await product.call('GET', '/users/me', { ...admin })
      expect(ofAdmin.get('user.id')).toBe(admin.id)
    })

    type Word = ReturnType<typeof wordFor>
    const lies: readonly [what: string, lie: (good: Word) => string | Promise<string>][] = [
      [
        'signed by somebody else',
        (good) => provider.sign({ ...good }, { key: provider.foreignKey }),
      ],
      [
        'not signed',
        (good) =>
          `${[{ alg: 'none' }, good].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`,
      ],
      ['for another client', (good) => provider.sign({ ...good, aud: 'x' })],
      ['of another issuer', (good) => provider.sign({ ...good, iss: 'https://evil.example' })],
      ['with a nonce', (good) => provider.sign({ ...good, nonce: 'x' })],
      ['about something else', (good) => provider.sign({ ...good, events: { x: {} } })],
      ['about nothing', (good) => provider.sign({ ...good, events: undefined })],
      ['that is an ID token', (good) => provider.sign({ ...good, events: event })],
      ['without a name', (good) => provider.sign({ ...good, jti: undefined })],
      ['of yesterday', (good) => provider.sign({ ...good, iat: good.iat - 86_400 })],
      ['that has ended', (good) => provider.sign({ ...good, exp: good.iat - 60 })],
      ['of no time', (good) => provider.sign({ ...good, iat: undefined })],
      ['about nobody', (good) => provider.sign({ ...good, sub: undefined, sid: undefined })],
      ['about a session that is an object', (good) => provider.sign({ ...good, sid: {} })],
      ['about a session with a NUL', (good) => provider.sign({ ...good, sid: 'x\0' })],
      ['about somebody with a NUL', (good) => provider.sign({ ...good, sub: 'stays\0' })],
      ['about a number', (good) => provider.sign({ ...good, sub: 5, sid: undefined })],
      ['about a list', (good) => provider.sign({ ...good, sub: ['stays'], sid: undefined })],
      ['of tomorrow', (good) => provider.sign({ ...good, iat: good.iat + 86_400 })],
      ['that is none', () => 'x'],
    ]
    it.each(lies)('a word %s ends nothing', async (_, lie) => {
      const session = await signIn('stays')
      const answer = await tell(await lie(wordFor('stays')))
      expect(answer.status).toBe(400)
      expect(await isIn(session)).toBe(true)
    })

    it.each([
      ['', {}],
      [', also one that never ends', { exp: 1e300 }],
      [', also one without an end', { exp: undefined }],
    ])('a word counts once%s', async (_, more) => {
      const token = await provider.sign({ ...wordFor('again'), ...more })
      expect((await tell(token)).status).toBe(200)
      const session = await signIn('again')
      expect((await tell(token)).status).toBe(400)
      expect(await isIn(session)).toBe(true)
    })

    it('a word counts another time where the first one came to nothing', async () => {
      const session = await signIn('unlucky')
      const token = await provider.sign(wordFor('unlucky'))
      await product.sql.query(
        `CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN IF NEW.transition = 'logout' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$;
         CREATE TRIGGER fail_here BEFORE INSERT ON workflow_events FOR EACH ROW EXECUTE FUNCTION fail_here()`,
      )
      expect((await tell(token)).status).toBe(500)
      await product.sql.query('DROP FUNCTION fail_here() CASCADE')
      expect(await isIn(session)).toBe(true)
      expect((await tell(token)).status).toBe(200)
      expect(await isIn(session)).toBe(false)
    })

    it('says what is missing', async () => {
      const answer = await product.respond('POST', '/sign-in/oidc/backchannel-logout')
      expect(answer.status).toBe(400)
    })
  })
})
