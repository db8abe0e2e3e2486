import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '#support/browser.ts'
import { callOver, type Call } from '#support/http.ts'
import {
  demo,
  makeDataFolder,
  startInstallation,
  type Installation,
} from '#support/installation.ts'

// One text of the demo on its way, in the browser, in German: its author writes and submits, an
// editor asks for changes, the author answers, the editor approves and publishes, a site fetches it.

const text = 'Großwerden am Hang: Kinder begleiten in der Stadt der Schwebebahn'
const changed = 'Großwerden am Hang'

describe('the newsroom in the browser', () => {
  let data: Awaited<ReturnType<typeof makeDataFolder>>
  let installation: Installation
  let browser: Browser
  let author: Page
  let editor: Page
  let call: Call
  const faults: string[] = []

  beforeAll(async () => {
    data = await makeDataFolder()
    installation = await startInstallation(data.folder)
    call = callOver(installation.origin)
    browser = await openBrowser()
    author = await signIn('author2')
    editor = await signIn('editor')
  })
  afterAll(async () => {
    await browser.close()
    await installation.end('SIGTERM')
    await data.remove()
  })

  const signIn = async (name: string): Promise<Page> => {
    const context = await browser.newContext({
      locale: 'de-DE',
      viewport: { width: 1440, height: 900 },
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('response', (response) => {
      const isRefusedSave = response.request().method() === 'PATCH' && !response.ok()
      if (isRefusedSave) faults.push(`${String(response.status())} ${response.url()}`)
    })
    // What is typed before React has taken over the form is lost to it.
    await page.goto(`${installation.origin}/admin/login`, { waitUntil: 'networkidle' })
    await page.getByLabel('E-Mail').fill(`${name}@berufsbild.example`)
    await page.getByLabel('Passwort').fill(demo.password)
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.getByRole('link', { name: 'Regionaltexte' }).first().waitFor()
    return page
  }
  const open = async (page: Page, headline: string) => {
    await page.goto(`${installation.origin}/admin/collections/regional-sections`)
    await page.getByRole('link', { name: headline }).click()
    await page.locator('[data-stage]').waitFor()
  }
  /** Clicks in the very moment in which the button can be clicked: no person would be faster. */
  const clickAtOnce = (page: Page, name: string) =>
    page
      .locator('[data-stage]')
      .getByRole('button', { name })
      .evaluate(
        (button) =>
          new Promise<void>((resolve) => {
            const look = () => {
              if ((button as HTMLButtonElement).disabled) return setTimeout(look)
              ;(button as HTMLButtonElement).click()
              resolve()
            }
            look()
          }),
      )
  const stageOf = (page: Page) => page.locator('[data-stage]').getAttribute('data-stage')
  const expectStage = (page: Page, stage: string) =>
    expect.poll(() => stageOf(page), { timeout: 15_000 }).toBe(stage)
  const whatASiteSees = async () => {
    const site = { authorization: `sites API-Key ${demo.siteKey}` }
    const answer = await call('GET', '/regional-sections?depth=1&limit=0', site)
    return answer.text
  }

  it('offers an author the way to review, and no way past it', async () => {
    await open(author, text)
    await expectStage(author, 'draft')
    const bar = author.locator('[data-stage]')
    expect(await bar.getByRole('button').allInnerTexts()).toEqual(['Zur Prüfung geben'])
    expect(await author.getByRole('button', { name: /veröffentlichen/i }).count()).toBe(0)
  })

  it('keeps what the author writes and takes it to review', async () => {
    await author.locator('#field-headline').fill(changed)
    await author.getByRole('heading', { name: changed }).waitFor()
    await clickAtOnce(author, 'Zur Prüfung geben')
    await expectStage(author, 'in_review')
  })

  it('leaves a text in review that an editor merely opens', async () => {
    await open(editor, changed)
    await expectStage(editor, 'in_review')
    await editor.waitForTimeout(4000)
    await editor.reload()
    await expectStage(editor, 'in_review')
  })

  it('asks for changes with a reason, and the author answers', async () => {
    await editor.getByRole('button', { name: 'Änderungen anfordern' }).click()
    await editor.getByLabel('Was soll geändert werden?').fill('Bitte die Überschrift ausschreiben.')
    await editor.getByRole('button', { name: 'Absenden' }).click()
    await expectStage(editor, 'changes_requested')

    await open(author, changed)
    await expectStage(author, 'changes_requested')
    await author.locator('#field-headline').fill(text)
    await expectStage(author, 'draft')
    await author.getByRole('button', { name: 'Zur Prüfung geben' }).click()
    await expectStage(author, 'in_review')
  })

  it('is approved and published, and only then does a site see it', async () => {
    await open(editor, text)
    await editor.getByRole('button', { name: 'Freigeben' }).click()
    await expectStage(editor, 'approved')
    expect(await whatASiteSees()).not.toContain(text)
    await editor.getByRole('button', { name: 'Veröffentlichen' }).click()
    await expectStage(editor, 'live')
    expect(await whatASiteSees()).toContain(text)
  })

  it('leaves what is live alone while the author writes on', async () => {
    const before = await whatASiteSees()
    await open(author, text)
    await author.locator('#field-headline').fill('Ein neuer Anfang')
    await expectStage(author, 'draft')
    expect(await whatASiteSees()).toBe(before)
  })

  it('shows no error in the browser', () => {
    expect(faults).toEqual([])
  })
})
