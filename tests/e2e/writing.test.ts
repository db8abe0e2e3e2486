import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { seriousFaults } from '#support/axe.ts'
import { openProduct, type ProductInBrowser } from '#support/product-in-browser.ts'

// An author at work on a text of the demo: the checks beside it, the preview that follows, and the link
// with which somebody without an account reads it. And an expert, who answers a link without an account.

const text = 'Großwerden am Hang: Kinder begleiten in der Stadt der Schwebebahn'

let product: ProductInBrowser

beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

describe('writing in the browser', () => {
  let page: Page
  let address: string
  let id: string

  beforeAll(async () => {
    page = await product.signIn('author2')
    await product.goTo(page, '/collections/regional-sections')
    const href = await page.getByRole('link', { name: text }).getAttribute('href')
    address = `${product.installation.origin}${href ?? ''}`
    id = address.split('/').pop() ?? ''
  })
  const checks = () => page.getByRole('region', { name: 'Prüfung' })
  const finding = (words: RegExp) => checks().getByRole('button', { name: words })
  /** Types a text and waits until it is saved. */
  const save = async (field: string, written: string) => {
    const saved = page.waitForResponse(
      (response) =>
        response.request().method() === 'PATCH' &&
        response.request().postData()?.includes(written) === true,
    )
    await page.locator(field).fill(written)
    expect((await saved).status()).toBe(200)
  }

  it('shows what the checks say, and what they say of what was typed', async () => {
    await page.goto(address, { waitUntil: 'networkidle' })
    await finding(/Beschreibung für Suchmaschinen fehlt/).waitFor()
    expect(await checks().innerText()).toMatch(/Wörter\s+457/)
    // Saved, before the page is loaded anew.
    await save('#field-intro', 'Kurz. Es gibt 99.000 € im Jahr.')
    await finding(/Zahlen ohne Quelle: 99\.000 €/).waitFor()
  })

  it('tells when it was saved by the clock in Berlin alone, wherever somebody sits', async () => {
    const far = await product.openWindow({ timezoneId: 'Pacific/Auckland' })
    await product.knock(far, 'author2@berufsbild.example')
    await far.waitForURL(/\/admin$/u)
    for (const window of [far, page]) await window.goto(address, { waitUntil: 'networkidle' })
    const told = (window: Page) => window.locator('[data-saving]').innerText()
    expect(await told(far)).toMatch(/^Gespeichert, /)
    expect(await told(far)).toBe(await told(page))
    const head = await far.locator('.doc-controls').innerText()
    expect(head.match(/\d{1,2}:\d{2}/gu)).toHaveLength(1)
    await far.close()
  })

  it('says what blocks, apart from what only helps', async () => {
    await save('#field-intro', '')
    await checks().getByText('1 blockiert', { exact: true }).waitFor()
    await checks()
      .getByRole('list', { name: 'Blockiert' })
      .getByRole('button', { name: /Die Einleitung fehlt/ })
      .waitFor()
    await save('#field-intro', 'Eine Einleitung.')
  })

  it('leads to the place of a finding by keyboard, into a row that was folded', async () => {
    await finding(/Beschreibung für Suchmaschinen/).press('Enter')
    await page.locator('#field-seo__description:focus').waitFor()
    await page.getByRole('button', { name: 'Alle einklappen' }).first().click()
    await page.locator('#sections-row-4 .collapsible--collapsed').waitFor()
    await checks()
      .getByRole('button', { name: /^Verdienst/ })
      .press('Enter')
    await page.locator('[data-field-path="sections.4.body"] [contenteditable]:focus').waitFor()
  })

  it('says what belongs in a section of its kind', async () => {
    await page.getByText('Beträge mit Zeitraum, Jahr und Quelle').waitFor()
  })

  it('shows the portrait beside the form, and follows what is typed', async () => {
    await page.locator('#live-preview-toggler').click()
    const preview = page.frameLocator('#live-preview-iframe')
    await preview.getByRole('heading', { name: text }).waitFor()
    await preview.getByRole('table', { name: 'Verdienst in Zahlen' }).waitFor()
    await save('#field-headline', 'Eben erst getippt')
    await preview.getByRole('heading', { name: 'Eben erst getippt' }).waitFor()
    await page.locator('#live-preview-toggler').click()
  })

  it('gives a link that shows this text without an account, and no other door', async () => {
    await page.goto(`${product.installation.origin}/preview/regional-sections/${id}`)
    await page.getByRole('button', { name: 'Vorschau-Link kopieren' }).click()
    const link = await page.getByLabel('Vorschau-Link', { exact: true }).inputValue()
    const stranger = await product.openWindow()
    const shown = await stranger.goto(link)
    expect(shown?.status()).toBe(200)
    expect(shown?.headers()).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    })
    const policy = shown?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']{20,}' 'strict-dynamic';/u)
    await stranger.getByRole('heading', { name: 'Eben erst getippt' }).waitFor()

    const forged = await stranger.goto(`${link}x`)
    expect(forged?.status()).toBe(404)
    expect(await stranger.content()).not.toContain('Eben erst getippt')
    await stranger.getByRole('heading', { name: 'Dieser Link gilt nicht' }).waitFor()

    await stranger.goto(`${product.installation.origin}/preview/regional-sections/${id}`)
    expect(new URL(stranger.url()).pathname).toBe('/admin/login')
    const nowhere = await stranger.goto(`${product.installation.origin}/preview/users/${id}`)
    expect(nowhere?.status()).toBe(404)
  })

  it('shows a text of the history as a page, by a link of the history, to people alone', async () => {
    await page.goto(`${address}/history`, { waitUntil: 'networkidle' })
    const past = page.getByRole('link', { name: /^Fassung vom .* ansehen$/ }).first()
    const path = String(await past.getAttribute('href'))
    const shown = await page.goto(`${product.installation.origin}${path}`)
    expect(shown?.status()).toBe(200)
    expect(shown?.headers()['cache-control']).toBe('private, no-store')
    await page.getByText(/^Fassung vom .*, geschrieben von .*\./).waitFor()
    await page.getByRole('link', { name: 'Zum Verlauf' }).waitFor()
    expect(await seriousFaults(page)).toEqual([])

    const gone = await page.goto(
      `${product.installation.origin}${path.slice(0, -64)}${'0'.repeat(64)}`,
    )
    expect(gone?.status()).toBe(404)
    await page.getByRole('heading', { name: 'Diese Fassung gibt es nicht (mehr)' }).waitFor()
    const stranger = await product.openWindow()
    await stranger.goto(`${product.installation.origin}${path}`)
    expect(new URL(stranger.url()).pathname).toBe('/admin/login')
  })

  it.each(['light', 'dark'] as const)(
    'shows a page for everybody, on a phone, %s',
    async (scheme) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.emulateMedia({ colorScheme: scheme })
      for (const path of [`/preview/regional-sections/${id}`, '/preview?token=x']) {
        await page.goto(`${product.installation.origin}${path}`, { waitUntil: 'networkidle' })
        expect(await seriousFaults(page), path).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390)
      }
    },
  )

  it('makes no error on the way', () => {
    expect(product.faults).toEqual([])
  })
})

describe('the opinion of an expert in the browser', () => {
  const headline = 'Oben die Hochleistungsmedizin, unten die vertraute Nachbarschaft'
  let editor: Page
  let expert: Page
  let document: string

  beforeAll(async () => {
    editor = await product.signIn('editor')
    await product.goTo(editor, '/texts')
    const href = await editor.getByRole('link', { name: headline }).getAttribute('href')
    document = `${product.installation.origin}${href ?? ''}`
    expert = await product.openWindow({ viewport: { width: 390, height: 844 } })
  })

  /** Marks the first words of the second paragraph, as a mouse or a finger would. */
  const markWords = () =>
    expert.evaluate(() => {
      const node = globalThis.document.querySelectorAll('article section p')[1]?.firstChild
      if (!node) throw new Error('There is no second paragraph.')
      getSelection()?.setBaseAndExtent(node, 0, node, 24)
      return getSelection()?.toString() ?? ''
    })

  it('is asked for by link, given without an account, and read by the editor', async () => {
    await editor.goto(`${document}/history`, { waitUntil: 'networkidle' })
    await editor.getByLabel('Für wen (freiwillig)').fill('Dr. Fach')
    await editor.getByRole('button', { name: 'Link anlegen' }).click()
    const link = await editor.getByLabel('Link', { exact: true }).inputValue()

    const shown = await expert.goto(link, { waitUntil: 'networkidle' })
    expect(shown?.headers()).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    })
    await expert.getByText('Fachliche Prüfung für Dr. Fach').waitFor()
    await expert.getByRole('heading', { name: headline }).waitFor()
    const form = expert.getByRole('form', { name: 'Ihre fachliche Stimme' })
    await form.getByRole('button', { name: 'Antwort absenden' }).click()
    await expert.getByText('Bitte nennen Sie Ihren Namen.').waitFor()
    await expert.locator('#name:focus').waitFor()

    const words = await markWords()
    await expert.getByRole('button', { name: 'Markierte Stelle kommentieren' }).click()
    expect(await form.getByLabel('Wortlaut im Text').inputValue()).toBe(words.trim())
    await form.getByLabel('Ihr Kommentar zu dieser Stelle').fill('Das war einmal.')
    await form.getByLabel('Ihr Name').fill('Dr. Fach')
    await form.getByLabel('Ich widerspreche dem Text').check()
    await form.getByLabel('Begründung').fill('So nicht.')
    for (const colorScheme of ['light', 'dark'] as const) {
      await expert.emulateMedia({ colorScheme })
      expect(await seriousFaults(expert), colorScheme).toEqual([])
    }
    expect(await expert.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBe(390)

    await expert.route('**/api/expert-review/**', (route) => route.abort())
    await form.getByRole('button', { name: 'Antwort absenden' }).click()
    await expert.locator('[role="alert"]:focus', { hasText: 'nicht zu erreichen' }).waitFor()
    await expert.unroute('**/api/expert-review/**')
    await expert.reload({ waitUntil: 'networkidle' })
    expect(await form.getByLabel('Begründung').inputValue()).toBe('So nicht.')
    await form.getByRole('button', { name: 'Antwort absenden' }).click()
    await expert.locator('h2:focus', { hasText: 'Vielen Dank' }).waitFor()

    await expert.goto(link)
    await expert.getByRole('heading', { name: 'Dieser Link ist schon beantwortet' }).waitFor()
    expect(await seriousFaults(expert)).toEqual([])
    const forged = await expert.goto(`${link}x`)
    expect(forged?.status()).toBe(404)
    await expert.getByRole('heading', { name: 'Dieser Link gilt nicht' }).waitFor()

    await editor.reload()
    await editor.getByText('Dr. Fach widerspricht').waitFor()
    await editor.getByText('So nicht.', { exact: true }).first().waitFor()
    await editor.goto(`${document}/review`)
    await editor.getByText('Das war einmal.').waitFor()
    expect(product.faults).toEqual([])
  })
})
