import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { findFreePort } from '#server/machine/ports.ts'
import { seriousFaults } from '#support/axe.ts'
import { callOver } from '#support/http.ts'
import { demo } from '#support/installation.ts'
import { openProduct, type ProductInBrowser } from '#support/product-in-browser.ts'
import {
  clientId,
  clientSecret,
  startRealProvider,
  type RealProvider,
} from '#support/real-provider.ts'

// Signing in and out by a certified provider, in the browser, in German, without passwords of our own.

describe('single sign-on in the browser', () => {
  let provider: RealProvider
  let product: ProductInBrowser
  let origin: string

  beforeAll(async () => {
    const port = String(await findFreePort())
    origin = `http://127.0.0.1:${port}`
    provider = await startRealProvider(origin)
    // The demo is loaded where passwords are off, too.
    product = await openProduct(
      {
        CMS_PORT: port,
        CMS_URL: origin,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: clientId,
        OIDC_CLIENT_SECRET: clientSecret,
        OIDC_SCOPES: 'openid profile email groups',
        OIDC_LABEL: 'Hauskonto',
        SIGN_IN_ROLES: JSON.stringify([
          { value: 'redaktion', role: 'editor', allTexts: true },
          { value: 'texte', role: 'author' },
        ]),
        LOCAL_PASSWORDS: 'off',
      },
      { isFirstStart: true },
    )
    provider.people.grace = {
      name: 'Grace Beispiel',
      email: 'grace@berufsbild.example',
      email_verified: true,
      groups: ['redaktion'],
    }
    provider.people.mallory = {
      name: 'Mallory Beispiel',
      email: 'mallory@berufsbild.example',
      email_verified: true,
      groups: ['kantine'],
    }
  })
  afterAll(async () => {
    await product.close()
    await provider.close()
  })

  const button = (page: Page) => page.getByRole('link', { name: 'Mit „Hauskonto“ anmelden' })
  const signIn = async (name: string, path = '') => {
    const page = await product.openWindow()
    await page.goto(`${origin}/admin${path}`)
    await button(page).click()
    await page.getByRole('link', { name }).click()
    return page
  }

  it('shows the way by the provider, and no form for a password', async () => {
    const page = await product.openWindow()
    await page.goto(`${origin}/admin/login`, { waitUntil: 'networkidle' })
    await button(page).waitFor()
    expect(await page.getByLabel('Passwort').isVisible()).toBe(false)
    expect(await seriousFaults(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })

  it('takes no password, of nobody', async () => {
    const call = callOver(origin)
    const email = 'admin@berufsbild.example'
    const login = await call('POST', '/users/login', { body: { email, password: demo.password } })
    expect(login.status).toBe(403)
    expect(login.text).toContain('local_passwords_off')
    const forgot = await call('POST', '/users/forgot-password', { body: { email } })
    expect(forgot.status).toBe(403)
  })

  it('signs in with the role of the claims, to the page that was asked for', async () => {
    const page = await signIn('Grace Beispiel', '/texts')
    await page.waitForURL(`${origin}/admin/texts`)
    const me = await page.evaluate(async () => (await fetch('/api/users/me')).json() as unknown)
    expect(me).toMatchObject({ user: { name: 'Grace Beispiel', role: 'editor' } })
  })

  it('says on the page of the sign-in why somebody does not get in', async () => {
    const page = await signIn('Mallory Beispiel')
    await page.waitForURL(/\/admin\/login\?signIn=noRole/u)
    await page.getByRole('alert').filter({ hasText: 'keine Rolle' }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
  })

  it('signs out here and there', async () => {
    const page = await signIn('Grace Beispiel')
    await page.waitForURL(`${origin}/admin`)
    await product.followInMenu(page, 'Abmelden')
    await page.waitForURL(/\/session\/end/u)
    await page.getByRole('button', { name: 'Abmelden' }).click()
    await page.waitForURL(`${origin}/admin/login`)
    await button(page).click()
    // The provider asks again who it is.
    await page.getByRole('link', { name: 'Grace Beispiel' }).waitFor()
  })

  it('is signed out at once when the provider says so', async () => {
    const page = await signIn('Grace Beispiel')
    await page.waitForURL(`${origin}/admin`)
    const tab = await product.openTab(page)
    await tab.goto(provider.endAddress)
    await tab.getByRole('button', { name: 'Abmelden' }).click()
    await tab.getByText('Abgemeldet').waitFor()
    await page.goto(`${origin}/admin/texts`)
    await page.waitForURL(/\/admin\/login/u)
  })

  it('broke nothing in a page', () => {
    expect(product.faults).toEqual([])
  })
})
