import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import { openSession } from '#accounts/open-session.ts'
import { makeSignInLink } from '#accounts/provider/sign-in-link.ts'
import { signWord } from '#accounts/signed-word.ts'
import { Authenticator } from '#support/authenticator.ts'
import { clientId, clientSecret } from '#support/lying-provider.ts'
import { startProduct, type Product } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'
import { isSomebody, makeAccount, type Token } from '#support/sign-in.ts'

// Where people sign in by the provider alone.

const origin = 'http://localhost:3000'

describe('an installation without passwords of its own', () => {
  let product: Product
  let id: string
  const email = `${randomUUID()}@berufsbild.example`

  beforeAll(async () => {
    product = await startProduct({
      settings: {
        // Nobody listens there.
        OIDC_ISSUER: 'http://127.0.0.1:1',
        OIDC_CLIENT_ID: clientId,
        OIDC_CLIENT_SECRET: clientSecret,
        OIDC_LABEL: 'Hauskonto',
        SIGN_IN_ROLES: JSON.stringify([{ value: 'admins', role: 'admin' }]),
        LOCAL_PASSWORDS: 'off',
      },
    })
    const account = await product.payload.create({
      collection: 'users',
      data: { name: 'Ada Beispiel', email, password, role: 'admin' },
      overrideAccess: true,
      context: bootstrapContext,
    })
    id = account.id
  })
  afterAll(() => product.close())

  const asAdmin = async () => {
    const opened = await openSession(await product.localRequest(), { id, method: 'oidc' })
    // The provider has asked them just now.
    await product.sql.query(
      `INSERT INTO provider_sessions (session, person, issuer, subject, authenticated_at)
       VALUES ($1, $2, 'http://127.0.0.1:1', 'ada', now())`,
      [opened.id, id],
    )
    return { authorization: `JWT ${opened.token}` }
  }
  const link = async (of = email) => {
    const made = await makeSignInLink(product.payload, { email: of, authoringOrigin: origin })
    return made?.replace(`${origin}/api`, '') ?? null
  }
  const sessions = async () => {
    const { rows } = await product.sql.query('SELECT id FROM users_sessions')
    return rows.length
  }

  it('takes no password and sends no mail for a new one', async () => {
    const before = await sessions()
    const { call } = product
    const answers = [
      await call('POST', '/users/login', { body: { email, password } }),
      await call('POST', '/users/forgot-password', { body: { email } }),
      await call('POST', '/users/reset-password', { body: { token: 'x', password } }),
    ]
    for (const answer of answers) {
      expect(answer.status, answer.text).toBe(403)
      expect(answer.text).toContain('local_passwords_off')
    }
    expect(await sessions()).toBe(before)
  })

  it('sets none either', async () => {
    const body = { password: 'ein anderes Passwort' }
    const answer = await product.call('PATCH', `/users/${id}`, { ...(await asAdmin()), body })
    expect(answer.status).toBe(403)
    const other = { name: 'Ada Anders' }
    const changed = await product.call('PATCH', `/users/${id}`, {
      ...(await asAdmin()),
      body: other,
    })
    expect(changed.status, changed.text).toBe(200)
  })

  it('invites to sign in by the provider, and makes no token', async () => {
    const sent: { subject?: unknown; text?: unknown }[] = []
    const { sendEmail } = product.payload
    product.payload.sendEmail = (mail) => {
      sent.push(mail)
      return Promise.resolve()
    }
    const guest = `${randomUUID()}@berufsbild.example`
    const body = { name: 'Grace Beispiel', email: guest, role: 'author' }
    const answer = await product.call('POST', '/people/invitations', { ...(await asAdmin()), body })
    product.payload.sendEmail = sendEmail
    expect(answer.status, answer.text).toBe(201)
    expect(sent[0]?.text).toContain('„Hauskonto“')
    expect(sent[0]?.text).toContain(`${origin}/admin/login`)
    expect(sent[0]?.text).not.toContain('/admin/reset')
    const { rows } = await product.sql.query(
      'SELECT reset_password_token AS token FROM users WHERE email = $1',
      [guest],
    )
    expect(rows[0]).toEqual({ token: null })
    const people = await product.call('GET', '/people', await asAdmin())
    expect(people.text).toContain('"state":"pending"')
  })

  it('says 503 where the provider does not answer', async () => {
    const answer = await product.respond('GET', '/sign-in/oidc')
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('url=/admin/login?signIn=unavailable')
  })

  it('lets an operator in by a link, once, on record', async () => {
    const path = (await link()) ?? ''
    const answer = await product.respond('GET', path)
    expect(answer.status).toBe(200)
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const me = await product.call('GET', '/users/me', { headers: { cookie } })
    expect(me.get('user.id')).toBe(id)
    const { rows } = await product.sql.query<{ data: unknown }>(
      `SELECT data FROM workflow_events WHERE document = $1 AND transition = 'login'
       ORDER BY sequence DESC LIMIT 1`,
      [id],
    )
    expect(rows[0]?.data).toEqual({ method: 'link' })
    const again = await product.respond('GET', path)
    expect([again.status, again.headers.getSetCookie()]).toEqual([400, []])
  })

  it('lets whoever came by the link, and has a passkey, show it; and signs nobody in by one', async () => {
    const device = new Authenticator(origin)
    const ask = async (path: string, by: Partial<Token>) => {
      const asked = await product.call('POST', path, { ...by, body: {} })
      return { word: String(asked.get('word')), challenge: String(asked.get('options.challenge')) }
    }
    const show = async (by: Partial<Token>) => {
      const asked = await ask('/sign-in/passkey/options', by)
      const body = { word: asked.word, response: device.show(asked, {}) }
      return product.call('POST', '/sign-in/passkey', { ...by, body })
    }
    const owner = await asAdmin()
    const asked = await ask('/account/passkeys/options', owner)
    const added = await product.call('POST', '/account/passkeys', {
      ...owner,
      body: { word: asked.word, name: 'Telefon', response: device.create(asked, {}) },
    })
    expect(added.status, added.text).toBe(201)
    const answer = await product.respond('GET', (await link()) ?? '')
    const [, token = ''] = /=([^;]+)/u.exec(answer.headers.getSetCookie()[0] ?? '') ?? []
    const byLink = { authorization: `JWT ${token}` }
    expect(await isSomebody(product, byLink)).toBe(false)
    const shown = await show(byLink)
    expect([shown.status, shown.get('completed')], shown.text).toEqual([200, true])
    expect(await isSomebody(product, byLink)).toBe(true)
    const other = await makeAccount(product)
    const opened = await openSession(await product.localRequest(), {
      id: other.id,
      method: 'oidc',
    })
    const before = await sessions()
    for (const by of [{}, { authorization: `JWT ${opened.token}` }]) {
      expect((await show(by)).get('error.code')).toBe('local_passwords_off')
    }
    expect(await sessions()).toBe(before)
    // Nor does whoever is nobody learn whether a passkey is one.
    const nothing = await product.call('POST', '/sign-in/passkey', { body: {} })
    expect([nothing.status, nothing.get('error.code')]).toEqual([403, 'local_passwords_off'])
  })

  it('changes no address of its own account', async () => {
    const body = { email: `${randomUUID()}@berufsbild.example`, password }
    const answer = await product.call('POST', '/account/email', { ...(await asAdmin()), body })
    expect([answer.status, answer.get('error.code')]).toEqual([403, 'local_passwords_off'])
  })

  it('makes none for who has left or never was, and takes none of another kind', async () => {
    expect(await link('nobody@berufsbild.example')).toBeNull()
    const gone = `${randomUUID()}@berufsbild.example`
    await product.sql.query(
      `INSERT INTO users (name, email, role, deactivated_at) VALUES ('Fort', $1, 'admin', now())`,
      [gone],
    )
    expect(await link(gone)).toBeNull()
    const { secret } = product.payload
    const content = { sub: id, jti: randomUUID() }
    const words = [
      '',
      'x',
      await signWord(secret, 'sign-in attempt', { content, seconds: 600 }),
      await signWord('another secret of the tests', 'sign-in link', { content, seconds: 600 }),
      await signWord(secret, 'sign-in link', { content, seconds: -60 }),
      await signWord(secret, 'sign-in link', { content: { sub: id }, seconds: 600 }),
    ]
    const before = await sessions()
    for (const word of words) {
      const answer = await product.respond('GET', `/sign-in/link?word=${word}`)
      expect(answer.status).toBe(400)
    }
    expect(await sessions()).toBe(before)
  })
})
