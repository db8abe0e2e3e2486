import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { copyDemoFolder } from './demo-folder.ts'
import { demo, makeDataFolder, startInstallation, type Installation } from './installation.ts'
import { watchPage } from './tell-of-pages.ts'

/** How long a page waits for what a test asks of it, in milliseconds. */
const patience = 60_000

/** Whether the menu of a page of the admin can be used. */
const isOpen = (page: Page) => page.locator('.nav.nav--nav-open').first().isVisible()

/** The product with the demo's texts, and people who sit before it, each in a window of their own. */
export interface ProductInBrowser {
  installation: Installation
  /** Whatever broke in a page so far. */
  faults: readonly string[]
  /** A window of somebody who has not signed in, in German; other windows of theirs by `context()`. */
  openWindow: (options?: BrowserContextOptions) => Promise<Page>
  /** Another page of the same person. */
  openTab: (window: Page) => Promise<Page>
  /** Types an address and a password; what comes of it is for the test to see. */
  knock: (page: Page, email: string, password?: string) => Promise<void>
  /** A window of one of the demo's people, who has signed in: `editor2`. */
  signIn: (name: string) => Promise<Page>
  /** Opens a page of the admin by its path below `/admin`. */
  goTo: (page: Page, path?: string) => Promise<void>
  /** Follows a link of the menu, which is opened where it is closed. */
  followInMenu: (page: Page, name: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * Starts the product on data of its own, and the browser.
 *
 * @param settings what the product is told beside that
 * @param options.isFirstStart on an empty folder, so that the demo is loaded under these settings
 */
export async function openProduct(
  settings: Readonly<Record<string, string>> = {},
  { isFirstStart = false } = {},
): Promise<ProductInBrowser> {
  const data = isFirstStart ? await makeDataFolder() : await copyDemoFolder()
  const installation = await startInstallation(data.folder, settings)
  const browser: Browser = await openBrowser()
  const faults: string[] = []
  const admin = `${installation.origin}/admin`

  const watched = (page: Page): Page => {
    page.setDefaultTimeout(patience)
    watchPage(page)
    page.on('pageerror', ({ message }) => {
      // Payload throws where a test cuts the network.
      if (message !== 'Failed to fetch') faults.push(message)
    })
    return page
  }
  const openWindow = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const desktop = { locale: 'de-DE', viewport: { width: 1440, height: 900 } }
    return watched(await (await browser.newContext({ ...desktop, ...options })).newPage())
  }
  const knock = async (page: Page, email: string, password: string = demo.password) => {
    // What is typed before React has taken over the form is lost to it.
    await page.goto(`${admin}/login`, { waitUntil: 'networkidle' })
    await page.getByLabel('E-Mail').fill(email)
    await page.getByLabel('Passwort').fill(password)
    await page.getByRole('button', { exact: true, name: 'Anmelden' }).click()
  }
  const followInMenu = async (page: Page, name: string) => {
    // The page comes with the menu open, and may close it once it knows its own width: at no moment can
    // be told whether that has happened. So the link is tried until it can be reached.
    const link = page.getByRole('link', { name, exact: true })
    const opener = page.getByRole('button', { name: 'Öffnen Menü' }).first()
    const until = Date.now() + patience
    for (;;) {
      if (!(await isOpen(page)) && (await opener.isVisible())) await opener.click()
      try {
        await link.click({ timeout: 1_000 })
        return
      } catch (error) {
        if (Date.now() > until) throw error
      }
    }
  }
  return {
    installation,
    faults,
    openWindow,
    openTab: async (window) => watched(await window.context().newPage()),
    knock,
    signIn: async (name) => {
      const page = await openWindow()
      await knock(page, `${name}@berufsbild.example`)
      await page.waitForURL(/\/admin$/u)
      return page
    },
    goTo: async (page, path = '') => {
      await page.goto(`${admin}${path}`)
    },
    followInMenu,
    close: async () => {
      await browser.close()
      await installation.end('SIGTERM')
      await data.remove()
    },
  }
}
