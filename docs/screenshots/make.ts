import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '#support/browser.ts'
import { demo, makeDataFolder, startInstallation } from '#support/installation.ts'
import { bringToLife, type Scene } from './scene.ts'
import { screens, type Screen } from './screens.ts'

// `npm run screenshots`: starts the product with its demo in a folder of its own, brings some texts on
// their way, and takes a picture of each main screen. Those of the README are kept by Git.

const folder = import.meta.dirname

const data = await makeDataFolder()
console.log('Starting the product with its demo …')
const installation = await startInstallation(data.folder)
try {
  const scene = await bringToLife(installation.origin)
  const browser = await openBrowser()
  try {
    await mkdir(folder, { recursive: true })
    for (const screen of screens) await take(browser, scene, screen)
  } finally {
    await browser.close()
  }
} finally {
  await installation.end('SIGTERM')
  await data.remove()
}

async function take(browser: Browser, scene: Scene, screen: Screen): Promise<void> {
  const { name, as, path: address, width = 1440, height = 900, scheme = 'light', ready } = screen
  const context = await browser.newContext({
    baseURL: scene.origin,
    colorScheme: scheme,
    locale: 'de-DE',
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
    viewport: { width, height },
  })
  try {
    if (as !== null) {
      const answer = await context.request.post('/api/users/login', {
        data: { email: `${as}@berufsbild.example`, password: demo.password },
      })
      if (!answer.ok()) throw new Error(`${as} cannot sign in: ${await answer.text()}`)
    }
    const page = await context.newPage()
    await page.goto(address(scene), { waitUntil: 'networkidle' })
    await ready?.(page)
    await settle(page)
    const file = path.join(folder, `${name}.png`)
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
    const { size } = await stat(file)
    console.log(`${path.relative(process.cwd(), file)}  ${(size / 1000).toFixed(0)} kB`)
  } finally {
    await context.close()
  }
}

/** Fonts are there, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  await page.waitForTimeout(500)
}
