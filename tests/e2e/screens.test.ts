import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, Request } from 'playwright-core'
import { seriousFaults } from '#support/axe.ts'
import { openProduct, type ProductInBrowser } from '#support/product-in-browser.ts'

// What holds for every screen alike, in the browser, with the demo's texts.

describe('the screens of the newsroom', () => {
  let product: ProductInBrowser
  let editor: Page
  let screens: string[]

  beforeAll(async () => {
    product = await openProduct()
    editor = await product.signIn('editor')
    await product.goTo(editor, '/texts')
    const pathOf = async (headline: string) => {
      const href = await editor.getByRole('link', { name: headline }).getAttribute('href')
      if (href === null) throw new Error(`"${headline}" leads nowhere.`)
      return href.replace('/admin', '')
    }
    const live = await pathOf('Pflege im Veedel: viele Häuser, viele Sprachen, kurze Wege')
    const inReview = await pathOf('Oben die Hochleistungsmedizin, unten die vertraute')
    screens = [
      '',
      '/texts',
      '/coverage',
      '/reports',
      '/proposals',
      '/sign-in',
      live,
      `${live}/history`,
      inReview,
      `${inReview}/review`,
      '/collections/regional-sections/create',
    ]
  })
  afterAll(() => product.close())

  const open = (path: string) =>
    editor.goto(`${product.installation.origin}/admin${path}`, { waitUntil: 'networkidle' })

  it('ask the server for nothing twice', async () => {
    const asked: string[] = []
    const hear = (request: Request) => {
      const { pathname, search } = new URL(request.url())
      // What Payload's form asks for by POST are questions with a body.
      if (request.method() === 'GET' && pathname.startsWith('/api/')) asked.push(pathname + search)
    }
    // Nothing of the page before is still on its way.
    await editor.goto('about:blank')
    editor.on('request', hear)
    for (const path of [...screens, '/inbox', '/collections/users']) {
      asked.length = 0
      await open(path)
      // Every page asks for what is unread; it is over when nothing has been asked for a while.
      for (let before = 0; before === 0 || before !== asked.length;) {
        before = asked.length
        await editor.waitForTimeout(1000)
      }
      const twice = asked.filter((address, index) => asked.indexOf(address) !== index)
      expect(twice, path || '/').toEqual([])
    }
    editor.off('request', hear)
  })

  it.each(['light', 'dark'] as const)('have nothing serious for axe, in %s', async (scheme) => {
    await editor.emulateMedia({ colorScheme: scheme })
    const found: string[] = []
    for (const path of screens) {
      await open(path)
      found.push(...(await seriousFaults(editor)).map((fault) => `${path || '/'}: ${fault}`))
    }
    expect(found).toEqual([])
  })

  it('fit a phone: nothing reaches past its edge', async () => {
    await editor.setViewportSize({ width: 390, height: 844 })
    for (const path of screens) {
      await open(path)
      const width = await editor.evaluate(() => document.documentElement.scrollWidth)
      expect(width, path || '/').toBeLessThanOrEqual(390)
    }
    await editor.setViewportSize({ width: 1440, height: 900 })
  })
  it('break nothing in the browser', () => {
    expect(product.faults).toEqual([])
  })
})
