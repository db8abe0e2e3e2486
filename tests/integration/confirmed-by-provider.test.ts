import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct, type Product } from '#support/product.ts'
import {
  clientId,
  clientSecret,
  startRealProvider,
  type RealProvider,
} from '#support/real-provider.ts'
import { codeOf } from '#support/sign-in.ts'

// Who came by a provider has no password: they confirm what changes their sign-in by something else.

const origin = 'http://localhost:3000'

/** A browser, as far as a sign-in needs one: it keeps cookies and follows where it is sent. */
class Browser {
  readonly #cookies = new Map<string, Map<string, string>>()
  /** How often the provider has asked who somebody is. */
  asked = 0

  constructor(
    readonly product: Product,
    readonly provider: RealProvider,
  ) {}

  async signIn(as: string, path = '/sign-in/oidc'): Promise<Response> {
    let address = new URL(`${origin}/api${path}`)
    for (;;) {
      const answer = await this.#fetch(address)
      const next = answer.headers.get('location')
      if (next !== null) address = new URL(next, address)
      else if (address.pathname.startsWith('/interaction/') && !address.searchParams.has('as')) {
        this.asked += 1
        address.searchParams.set('as', as)
      } else return answer
    }
  }

  async #fetch(address: URL): Promise<Response> {
    const jar = this.#cookies.get(address.origin) ?? new Map<string, string>()
    this.#cookies.set(address.origin, jar)
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer =
      address.origin === origin
        ? await this.product.send(new Request(address, { headers }))
        : await fetch(address, { headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2)
      jar.set(name, value)
    }
    return answer
  }
}

describe('whoever came by a provider', () => {
  let product: Product
  let provider: RealProvider

  beforeAll(async () => {
    provider = await startRealProvider(origin)
    provider.people.ada = {
      name: 'Ada Anders',
      email: 'ada@berufsbild.example',
      email_verified: true,
      groups: ['authors'],
    }
    product = await startProduct({
      settings: {
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: clientId,
        OIDC_CLIENT_SECRET: clientSecret,
        OIDC_SCOPES: 'openid profile email groups',
        SIGN_IN_ROLES: JSON.stringify([{ value: 'authors', role: 'author' }]),
      },
    })
  })
  afterAll(async () => {
    await product.close()
    await provider.close()
  })

  const tokenOf = (answer: Response) => {
    const line = answer.headers.getSetCookie().find((one) => one.startsWith('payload-token='))
    return { authorization: `JWT ${/=([^;]+)/.exec(line ?? '')?.[1] ?? ''}` }
  }
  /** As if everything so far had happened an hour ago. */
  const wait = async () => {
    await product.sql.query(
      `UPDATE users_sessions SET created_at = created_at - interval '1 hour',
         second_factor_at = second_factor_at - interval '1 hour'`,
    )
    await product.sql.query(
      `UPDATE provider_sessions SET authenticated_at = authenticated_at - interval '1 hour'`,
    )
  }
  const begin = async (who: { authorization: string }) => {
    const answer = await product.call('POST', '/account/app', { ...who, body: {} })
    return { status: answer.status, code: answer.get('error.code'), secret: answer.get('secret') }
  }

  it('is not asked for a password that they do not have, but signs in again', async () => {
    const browser = new Browser(product, provider)
    const old = tokenOf(await browser.signIn('ada'))
    await wait()
    expect(await begin(old)).toMatchObject({ status: 403, code: 'sign_in_again' })
    const again = await browser.signIn('ada', '/sign-in/oidc?again&returnTo=/admin/sign-in')
    expect(await again.text()).toContain('url=/admin/sign-in')
    expect(browser.asked).toBe(2)
    expect((await begin(tokenOf(again))).status).toBe(201)
  })

  it('confirms nothing by a provider that knows them still', async () => {
    const browser = new Browser(product, provider)
    await browser.signIn('ada')
    const known = tokenOf(await browser.signIn('ada'))
    expect(browser.asked).toBe(1)
    expect(await begin(known)).toMatchObject({ status: 403, code: 'sign_in_again' })
  })

  it('confirms by the second factor that they have set up', async () => {
    const browser = new Browser(product, provider)
    const who = tokenOf(await browser.signIn('ada', '/sign-in/oidc?again'))
    const secret = String((await begin(who)).secret)
    const confirmed = await product.call('POST', '/account/app/confirm', {
      ...who,
      body: { code: await codeOf(secret, { halfMinutes: -1 }) },
    })
    expect(confirmed.status, confirmed.text).toBe(200)
    await wait()
    const renew = () => product.call('POST', '/account/recovery-codes', { ...who, body: {} })
    expect((await renew()).get('error.code')).toBe('sign_in_again')
    const body = { code: await codeOf(secret) }
    const proved = await product.call('POST', '/account/second-factor', { ...who, body })
    expect(proved.status, proved.text).toBe(200)
    expect((await renew()).status).toBe(201)
  })

  it('changes their own address by the same', async () => {
    const browser = new Browser(product, provider)
    const who = tokenOf(await browser.signIn('ada', '/sign-in/oidc?again'))
    await wait()
    const change = (by: { authorization: string }) =>
      product.call('POST', '/account/email', { ...by, body: { email: 'ada@neu.example' } })
    expect((await change(who)).get('error.code')).toBe('sign_in_again')
    const again = tokenOf(await browser.signIn('ada', '/sign-in/oidc?again'))
    expect((await change(again)).get('email')).toBe('ada@neu.example')
    const author = await product.signIn('author')
    const refused = await change(author)
    expect([refused.status, refused.get('error.details.0.path')]).toEqual([400, 'password'])
  })
})
