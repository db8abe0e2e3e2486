import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ageEvents } from '#support/aged-events.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'
import {
  codeOf,
  isSomebody,
  makeAccount,
  setUpApp,
  signInBy,
  type Token,
} from '#support/sign-in.ts'

// Whoever has set up a second factor, or has a role that asks for one, is nobody until they have shown it.

describe('a second factor', () => {
  let product: Product
  let admin: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    admin = await product.signIn('admin')
  })
  afterAll(() => product.close())

  const post = (path: string, token: Token, body: object = {}) =>
    product.call('POST', path, { ...token, body })
  const withApp = async () => {
    const account = await makeAccount(product)
    const first = await signInBy(product, account.email)
    return { ...account, first, ...(await setUpApp(product, first)) }
  }

  it('is set up by an app, and counts from its first code on', async () => {
    const { email } = await makeAccount(product)
    const token = await signInBy(product, email)
    const begun = await post('/account/app', token)
    expect(begun.get('uri')).toMatch(/^otpauth:\/\/totp\/Berufsbild/u)
    expect(begun.get('picture')).toMatch(/^<svg/u)
    expect(await isSomebody(product, await signInBy(product, email))).toBe(true)
    expect((await post('/account/app/confirm', token, { code: '000000' })).status).toBe(400)
    const secret = String(begun.get('secret'))
    const confirmed = await post('/account/app/confirm', token, { code: await codeOf(secret) })
    expect(confirmed.get('recoveryCodes')).toHaveLength(10)
    expect(await isSomebody(product, token)).toBe(true)
    expect(await isSomebody(product, await signInBy(product, email))).toBe(false)
  })

  it('leaves whoever has given the password alone nobody, at every door', async () => {
    const { email, id } = await withApp()
    const pending = await signInBy(product, email)
    const doors: [Parameters<Product['call']>[0], string, object?][] = [
      ['GET', '/people'],
      ['GET', '/inbox'],
      ['GET', '/payload-preferences/nav'],
      ['PATCH', `/users/${id}`, { name: 'Anders' }],
      ['POST', '/account/password', { current: password, password: 'ein neues Passwort' }],
      ['GET', '/account/sessions'],
      ['POST', '/account/app/remove'],
      ['POST', '/account/app'],
      ['POST', '/account/app/confirm', { code: '123456' }],
      ['POST', '/account/recovery-codes'],
    ]
    for (const [method, path, body] of doors) {
      const answer = await product.call(method, path, { ...pending, ...(body ? { body } : {}) })
      expect([401, 403], `${method} ${path}: ${answer.text}`).toContain(answer.status)
    }
    const graphql = await product.graphql('{ RegionalSections { totalDocs } }', pending)
    expect(graphql.get('errors.0.message')).toBeDefined()
    expect((await product.call('GET', '/account/sign-in', pending)).body).toEqual({
      owes: 'proof',
      offers: { app: true, passkey: false, recoveryCode: true },
      isDemanded: false,
    })
  })

  it('completes the session by a code of the app, once', async () => {
    const { email, secret } = await withApp()
    const [one, other] = [await signInBy(product, email), await signInBy(product, email)]
    const code = await codeOf(secret)
    expect((await post('/account/second-factor', one, { code: '123 45' })).status).toBe(400)
    expect((await post('/account/second-factor', one, { code })).status).toBe(200)
    expect(await isSomebody(product, one)).toBe(true)
    const again = await post('/account/second-factor', other, { code })
    expect([again.status, again.get('error.details.0.path')]).toEqual([400, 'code'])
    expect(await isSomebody(product, other)).toBe(false)
  })

  it('takes a code from two that come at once for one of them', async () => {
    const { email, secret } = await withApp()
    const tokens = [await signInBy(product, email), await signInBy(product, email)]
    const code = await codeOf(secret)
    const answers = await Promise.all(
      tokens.map((token) => post('/account/second-factor', token, { code })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  it('takes no code of long ago, of the future or of somebody else', async () => {
    const [{ email, secret }, other] = [await withApp(), await withApp()]
    const token = await signInBy(product, email)
    for (const code of [
      await codeOf(secret, { halfMinutes: -3 }),
      await codeOf(secret, { halfMinutes: 3 }),
      await codeOf(other.secret, { halfMinutes: 1 }),
      other.codes[0],
    ]) {
      expect((await post('/account/second-factor', token, { code })).status).toBe(400)
    }
  })

  it('completes it by a recovery code too, each once', async () => {
    const { email, codes } = await withApp()
    const code = codes[3] ?? ''
    const [one, other] = [await signInBy(product, email), await signInBy(product, email)]
    const proved = await post('/account/second-factor', one, { code: code.toLowerCase() })
    expect([proved.status, proved.get('recoveryCodes')]).toEqual([200, 9])
    expect(await isSomebody(product, one)).toBe(true)
    expect((await post('/account/second-factor', other, { code })).status).toBe(400)
  })

  it('slows down who guesses codes', async () => {
    const { email } = await withApp()
    const token = await signInBy(product, email)
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, time) =>
        post('/account/second-factor', token, { code: String(100_000 + time) }),
      ),
    )
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(35)
  })

  it('does not let who guesses with the password hold up the owner, who is signed in', async () => {
    const { email, first, codes } = await withApp()
    const stranger = await signInBy(product, email)
    for (let time = 0; time < 9; time += 1) {
      await post('/account/second-factor', stranger, { code: String(200_000 + time) })
    }
    const own = { current: password, password: 'ein ganz neues Passwort' }
    expect((await post('/account/password', first, own)).status).toBe(200)
    const again = await product.call('POST', '/users/login', {
      body: { email, password: own.password },
    })
    const token = { authorization: `JWT ${String(again.get('token'))}` }
    expect((await post('/account/second-factor', token, { code: codes[0] })).status).toBe(200)
  })

  it('that is owed ends no session but its own, prolongs none, and shows nothing', async () => {
    const { id, email, first } = await withApp()
    const answer = await product.call('POST', '/users/login', { body: { email, password } })
    expect(answer.get('owes')).toBe('proof')
    expect(answer.get('user')).toEqual({ id, collection: 'users' })
    const pending = { authorization: `JWT ${String(answer.get('token'))}` }
    expect((await product.call('POST', '/users/refresh-token', pending)).status).toBe(403)
    expect((await product.call('POST', '/users/logout?allSessions=true', pending)).status).toBe(200)
    expect(await isSomebody(product, first)).toBe(true)
    expect((await product.call('GET', '/account/sign-in', pending)).status).toBe(401)
  })

  it('is owed for a quarter of an hour', async () => {
    const { id, email, secret } = await withApp()
    const pending = await signInBy(product, email)
    await product.sql.query(
      `UPDATE users_sessions SET expires_at = expires_at - interval '15 minutes'
       WHERE _parent_id = $1 AND is_pending`,
      [id],
    )
    const late = await post('/account/second-factor', pending, { code: await codeOf(secret) })
    expect(late.status).toBe(401)
  })

  it('has sessions from before the first one owe it, too', async () => {
    const { email } = await makeAccount(product)
    const [old, fresh] = [await signInBy(product, email), await signInBy(product, email)]
    await setUpApp(product, fresh)
    expect([await isSomebody(product, old), await isSomebody(product, fresh)]).toEqual([
      false,
      true,
    ])
  })

  it('is stored so that the table gives nobody in', async () => {
    const { id, secret, codes } = await withApp()
    const { rows } = await product.sql.query(
      `SELECT row_to_json(f)::text AS row FROM second_factors f WHERE person = $1
       UNION ALL SELECT row_to_json(c)::text FROM recovery_codes c WHERE person = $1`,
      [id],
    )
    const stored = JSON.stringify(rows)
    expect(rows).toHaveLength(11)
    for (const plain of [secret, ...codes, ...codes.map((code) => code.replace('-', ''))]) {
      expect(stored).not.toContain(plain)
    }
  })

  it('is owed as well by whoever comes by a link in a mail', async () => {
    const { email } = await withApp()
    const token = await product.payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    })
    const reset = await product.call('POST', '/users/reset-password', {
      body: { token, password },
    })
    expect(reset.status, reset.text).toBe(200)
    expect(await isSomebody(product, { authorization: `JWT ${String(reset.get('token'))}` })).toBe(
      false,
    )
  })

  it('is removed with the password, and not by a session that is older', async () => {
    const { id, email, first } = await withApp()
    await product.sql.query(
      `UPDATE users_sessions SET created_at = created_at - interval '1 hour' WHERE _parent_id = $1`,
      [id],
    )
    const old = await post('/account/app/remove', first)
    expect([old.status, old.get('error.code')]).toEqual([403, 'password_needed'])
    const wrong = await post('/account/app/remove', first, { password: 'not this one' })
    expect(wrong.status).toBe(400)
    const right = await post('/account/app/remove', first, { password })
    expect(right.status, right.text).toBe(200)
    expect(await isSomebody(product, await signInBy(product, email))).toBe(true)
  })

  it('that is lost is reset by another administrator, on record, and ends the sessions', async () => {
    const { id, email, first } = await withApp()
    const editor = await product.signIn('editor')
    const path = `/people/${id}/second-factors`
    expect((await product.call('DELETE', path, editor)).status).toBe(403)
    expect((await product.call('DELETE', `/people/${admin.id}/second-factors`, admin)).status).toBe(
      409,
    )
    expect((await product.call('DELETE', path, admin)).status).toBe(200)
    expect(await isSomebody(product, first)).toBe(false)
    expect(await isSomebody(product, await signInBy(product, email))).toBe(true)
    const { rows } = await product.sql.query(
      `SELECT transition, actor FROM workflow_events WHERE document = $1 AND transition LIKE 'reset%'`,
      [id],
    )
    expect(rows).toEqual([{ transition: 'resetSecondFactors', actor: admin.id }])
  })

  it('is not reset, for a week, by the administrator who has given the account another address', async () => {
    const { id } = await withApp()
    const body = { email: `${randomUUID()}@berufsbild.example` }
    expect((await product.call('PATCH', `/users/${id}`, { ...admin, body })).status).toBe(200)
    const reset = (by: SignedIn) => product.call('DELETE', `/people/${id}/second-factors`, by)
    const refused = await reset(admin)
    expect([refused.status, refused.get('error.code')]).toEqual([409, 'address_changed'])
    const kept = await product.sql.query('SELECT * FROM second_factors WHERE person = $1', [id])
    expect(kept.rows).toHaveLength(1)
    expect((await reset(await product.signIn('admin'))).status).toBe(200)
  })

  it('is reset by the same administrator when that week is over', async () => {
    const { id } = await withApp()
    const body = { email: `${randomUUID()}@berufsbild.example` }
    expect((await product.call('PATCH', `/users/${id}`, { ...admin, body })).status).toBe(200)
    const reset = () => product.call('DELETE', `/people/${id}/second-factors`, admin)
    await ageEvents(product, { document: id, transition: 'changeAddress', days: 6 })
    expect((await reset()).status).toBe(409)
    await ageEvents(product, { document: id, transition: 'changeAddress', days: 1 })
    expect((await reset()).status).toBe(200)
  })
})
