import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRecord } from '#model/documents.ts'
import { provideEnvironment } from '#server/configuration/environment.ts'
import { Authenticator, type Lies } from '#support/authenticator.ts'
import { startProduct, type Product } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'
import { isSomebody, makeAccount, setUpApp, signInBy, type Token } from '#support/sign-in.ts'

const origin = 'https://cms.example.org'

describe('a passkey', () => {
  let product: Product

  beforeAll(async () => {
    provideEnvironment({ CMS_URL: origin })
    product = await startProduct()
  })
  afterAll(async () => {
    await product.close()
    provideEnvironment({ CMS_URL: '' })
  })

  const ask = async (path: string, token?: Token) => {
    const asked = await product.call('POST', path, { ...token, body: {} })
    expect(asked.status, asked.text).toBe(200)
    const options = asked.get('options')
    if (!isRecord(options) || typeof options.challenge !== 'string') throw new Error(asked.text)
    return { word: String(asked.get('word')), challenge: options.challenge, options }
  }
  const add = async (token: Token, device: Authenticator, lies: Lies = {}) => {
    const asked = await ask('/account/passkeys/options', token)
    return product.call('POST', '/account/passkeys', {
      ...token,
      body: { word: asked.word, name: 'Telefon', response: device.create(asked, lies) },
    })
  }
  const show = async (device: Authenticator, lies: Lies = {}, token?: Token) => {
    const asked = await ask('/sign-in/passkey/options', token)
    return product.respond('POST', '/sign-in/passkey', {
      ...token,
      body: { word: asked.word, response: device.show(asked, lies) },
    })
  }
  const tokenOf = async (response: Response): Promise<Token> => {
    const body: unknown = await response.json()
    return { authorization: `JWT ${isRecord(body) ? String(body.token) : ''}` }
  }
  const withPasskey = async () => {
    const account = await makeAccount(product)
    const first = await signInBy(product, account.email)
    const device = new Authenticator(origin)
    const added = await add(first, device)
    expect(added.status, added.text).toBe(201)
    return { ...account, first, device, codes: added.get('recoveryCodes') }
  }

  it('is made, and signs in by itself', async () => {
    const { device, codes, id } = await withPasskey()
    expect(codes).toHaveLength(10)
    const signedIn = await show(device)
    expect(signedIn.status).toBe(200)
    expect(signedIn.headers.getSetCookie()).toContainEqual(
      expect.stringMatching(/^__Host-payload-token=.+SameSite=Strict/u),
    )
    expect(await isSomebody(product, await tokenOf(signedIn))).toBe(true)
    const { rows } = await product.sql.query(
      `SELECT transition, data->>'method' AS method FROM workflow_events
       WHERE document = $1 AND transition IN ('addPasskey', 'login') ORDER BY sequence`,
      [id],
    )
    expect(rows.slice(-2)).toEqual([
      { transition: 'addPasskey', method: null },
      { transition: 'login', method: 'passkey' },
    ])
  })

  it('is asked for beside the password from then on, and completes the session', async () => {
    const { email, device } = await withPasskey()
    const pending = await signInBy(product, email)
    expect(await isSomebody(product, pending)).toBe(false)
    expect((await product.call('GET', '/account/sign-in', pending)).get('offers')).toEqual({
      app: false,
      passkey: true,
      recoveryCode: true,
    })
    expect((await show(device, {}, pending)).status).toBe(200)
    expect(await isSomebody(product, pending)).toBe(true)
  })

  it('of somebody else does not complete a session', async () => {
    const [{ email }, other] = [await withPasskey(), await withPasskey()]
    const pending = await signInBy(product, email)
    await show(other.device, {}, pending)
    expect(await isSomebody(product, pending)).toBe(false)
  })

  it.each<[string, Lies]>([
    ['from another page', { origin: 'https://cms.example.org.evil.example' }],
    ['from the page without https', { origin: 'http://cms.example.org' }],
    ['for another site', { rpId: 'evil.example' }],
    ['with another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['of another kind of answer', { type: 'webauthn.create' }],
    ['without the device knowing who it is', { isUnverified: true }],
    ['signed by another key', { otherKey: true }],
    ['copied, with a counter of before', { counter: 0 }],
  ])('%s signs nobody in', async (_, lies) => {
    const { device } = await withPasskey()
    expect((await show(device)).status).toBe(200)
    expect((await show(device, lies)).status).toBe(400)
    expect((await show(device)).status).toBe(200)
  })

  it.each<[string, Lies]>([
    ['from another page', { origin: 'https://evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['with another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['without the device knowing who it is', { isUnverified: true }],
  ])('%s is not made', async (_, lies) => {
    const { email } = await makeAccount(product)
    const token = await signInBy(product, email)
    expect((await add(token, new Authenticator(origin), lies)).status).toBe(400)
    expect(await isSomebody(product, await signInBy(product, email))).toBe(true)
  })

  it('is shown once for each challenge', async () => {
    const { device } = await withPasskey()
    const asked = await ask('/sign-in/passkey/options')
    const once = () =>
      product.call('POST', '/sign-in/passkey', {
        body: { word: asked.word, response: device.show(asked) },
      })
    const answers = await Promise.all([once(), once()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  it('is not shown with a word that was for making one, nor made with that of somebody else', async () => {
    const [{ first, device }, other] = [await withPasskey(), await withPasskey()]
    const asked = await ask('/account/passkeys/options', first)
    const shown = await product.call('POST', '/sign-in/passkey', {
      body: { word: asked.word, response: device.show(asked) },
    })
    expect(shown.status).toBe(400)
    const again = await ask('/account/passkeys/options', first)
    const made = await product.call('POST', '/account/passkeys', {
      authorization: other.first.authorization,
      body: { word: again.word, name: 'x', response: new Authenticator(origin).create(again) },
    })
    expect(made.status).toBe(400)
  })

  it('of somebody who has left signs nobody in', async () => {
    const { id, device } = await withPasskey()
    const admin = await product.signIn('admin')
    const left = await product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} })
    expect(left.status, left.text).toBe(200)
    expect((await show(device)).status).toBe(401)
  })

  it('belongs to one account, and is removed by its owner alone', async () => {
    const [{ first, device, email }, other] = [await withPasskey(), await withPasskey()]
    expect((await add(other.first, device)).status).toBe(409)
    const remove = (token: Token) =>
      product.call('POST', `/account/passkeys/${device.id}/remove`, {
        ...token,
        body: { password },
      })
    expect((await remove(other.first)).status).toBe(404)
    expect((await remove(first)).status).toBe(200)
    expect((await show(device)).status).toBe(400)
    expect(await isSomebody(product, await signInBy(product, email))).toBe(true)
  })

  it('beside an app is one of two: either is enough', async () => {
    const { email, device, first } = await withPasskey()
    await setUpApp(product, first)
    const pending = await signInBy(product, email)
    expect((await show(device, {}, pending)).status).toBe(200)
    expect(await isSomebody(product, pending)).toBe(true)
  })

  it.each([
    ['no word', { response: {} }, 400],
    ['a forged word', { word: 'a.b.c', response: {} }, 400],
    ['an answer of another shape', { word: 'x', response: { id: 1 } }, 400],
    ['a word that is too long', { word: 'x'.repeat(9000), response: {} }, 400],
    ['an answer that is huge', { word: 'x'.repeat(600_000), response: {} }, 413],
  ])('with %s is refused', async (_, body, status) => {
    expect((await product.call('POST', '/sign-in/passkey', { body })).status).toBe(status)
  })
})
