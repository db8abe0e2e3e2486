import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { callOver, type Call } from '#support/http.ts'
import { demo } from '#support/installation.ts'
import { openProduct, type ProductInBrowser } from '#support/product-in-browser.ts'

// The texts of the demo on their way, in the browser, in German.

const live = 'Pflege im Veedel: viele Häuser, viele Sprachen, kurze Wege'
const draft = 'Großwerden am Hang: Kinder begleiten in der Stadt der Schwebebahn'
const approved = 'Strom für die Rohrbrücken: Betriebstechnik in der Chemiestadt'
const inReview = 'Oben die Hochleistungsmedizin, unten die vertraute Nachbarschaft'

describe('the newsroom in the browser', () => {
  let product: ProductInBrowser
  let author: Page
  let author2: Page
  let editor: Page
  let call: Call
  let tokens: Record<string, { authorization: string }> = {}

  beforeAll(async () => {
    product = await openProduct()
    call = callOver(product.installation.origin)
    for (const name of ['editor', 'editor2']) {
      const body = { email: `${name}@berufsbild.example`, password: demo.password }
      const answer = await call('POST', '/users/login', { body })
      tokens = { ...tokens, [name]: { authorization: `JWT ${String(answer.get('token'))}` } }
    }
    author = await product.signIn('author')
    author2 = await product.signIn('author2')
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const goTo = (page: Page, path?: string) => product.goTo(page, path)
  const open = async (page: Page, headline: string) => {
    await goTo(page, '/texts')
    await page.getByRole('link', { name: headline }).click()
    await page.locator('[data-stage]').waitFor()
  }
  const idOf = async (headline: string) => {
    const query = `/newsroom/texts?q=${encodeURIComponent(headline)}`
    return String((await call('GET', query, tokens.editor)).get('texts.0.id'))
  }
  const sectionOf = (id: string) =>
    call('GET', `/regional-sections/${id}?draft=true&depth=0`, tokens.editor)
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
  const expectStage = (page: Page, stage: string) =>
    expect.poll(() => page.locator('[data-stage]').getAttribute('data-stage')).toBe(stage)
  const isSaved = (page: Page) => page.locator('[data-saving="saved"]').waitFor()
  /** Marks words of a part of the text that is under review. */
  const mark = (page: Page, part: string, words: string) =>
    page.evaluate(
      ([path, quote]) => {
        const block = document.querySelector(`[data-path="${String(path)}"]`)
        for (const run of block?.querySelectorAll('[data-start]') ?? []) {
          const node = run.firstChild
          const at = node?.textContent?.indexOf(String(quote)) ?? -1
          if (!node || at < 0) continue
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + String(quote).length)
          getSelection()?.removeAllRanges()
          getSelection()?.addRange(range)
          return
        }
        throw new Error(`"${String(quote)}" does not stand in ${String(path)}.`)
      },
      [part, words],
    )

  describe('an author', () => {
    it('sees the way to review, and no way past it', async () => {
      await open(author2, draft)
      await expectStage(author2, 'draft')
      const bar = author2.locator('[data-stage]')
      expect(await bar.getByRole('button').allInnerTexts()).toEqual(['Zur Prüfung geben'])
      expect(await author2.getByRole('button', { name: /veröffentlichen/i }).count()).toBe(0)
    })

    it('takes no step with words that are not saved yet, nor with a state from before', async () => {
      const submit = author2.locator('[data-stage]').getByRole('button')
      await expect.poll(() => submit.isEnabled()).toBe(true)
      await author2.locator('#field-kicker').fill('Beruf Erzieher/in in Wuppertal, am Hang')
      const saved = author2.waitForResponse((answer) => answer.request().method() === 'PATCH')
      await expect.poll(() => submit.isDisabled(), { interval: 20 }).toBe(true)
      await saved
      await isSaved(author2)
      await expect.poll(() => submit.isEnabled()).toBe(true)
    })

    it('writes on what is live, and gives it to review at once', async () => {
      await open(author, live)
      await author.locator('#field-intro').fill('Schichtwechsel um sechs.')
      await clickAtOnce(author, 'Zur Prüfung geben')
      await expectStage(author, 'in_review')
    })
  })

  describe('an editor', () => {
    it('finds it in the queue, comments on a passage, and asks for changes', async () => {
      await goTo(editor)
      await editor
        .getByRole('region', { name: /Wartet auf Ihre Prüfung/ })
        .getByText(live)
        .click()
      await editor.waitForURL(/\/review$/u)
      await editor.locator('ins', { hasText: 'Schichtwechsel' }).waitFor()
      await mark(editor, 'intro', 'Schichtwechsel')
      await editor.keyboard.press('c')
      await editor.getByLabel('Kommentar', { exact: true }).fill('Wirklich um sechs?')
      await editor.getByLabel('Hält die Freigabe auf').check()
      await editor.getByRole('button', { name: 'Kommentar senden' }).click()
      await editor.getByRole('article').getByText('Wirklich um sechs?').waitFor()
      await editor.getByText('Kommentare, die die Freigabe aufhalten, sind offen.').waitFor()
      await editor.keyboard.press('r')
      await editor.getByLabel('Was soll geändert werden?').fill('Bitte genauer sagen.')
      await editor.getByRole('button', { name: 'Absenden' }).click()
      await expectStage(editor, 'changes_requested')
    })

    it('is answered: the author reads what was asked, replies and changes it', async () => {
      await goTo(author)
      await author.getByText('Demo Redaktion 1 bittet: „Bitte genauer sagen.“').waitFor()
      await author.getByRole('link', { name: live }).first().click()
      await author.locator('[data-stage]').getByRole('link', { name: 'Prüfansicht' }).click()
      await author.getByRole('button', { name: 'Antworten' }).click()
      await author.getByLabel('Ihre Antwort').fill('Stimmt, das war zu viel.')
      await author.getByRole('article').getByRole('button', { name: 'Antworten' }).click()
      await author.getByText('Stimmt, das war zu viel.').waitFor()
      await author.getByRole('link', { name: 'Zum Formular' }).click()
      await author.locator('#field-intro').fill('Sonnenaufgangsdienst um halb sieben.')
      await expectStage(author, 'draft')
      await clickAtOnce(author, 'Zur Prüfung geben')
      await expectStage(author, 'in_review')
    })

    it('reviews the difference by the keys alone, approves and schedules', async () => {
      await goTo(editor, `/collections/regional-sections/${await idOf(live)}/review`)
      await editor.locator('ins', { hasText: 'Sonnenaufgangsdienst' }).waitFor()
      await editor.getByRole('button', { name: 'Erledigt' }).click()
      await editor.getByText('1 erledigter Kommentar').waitFor()
      await editor.keyboard.press('?')
      await editor.getByRole('dialog', { name: 'Tastenkürzel' }).waitFor()
      await editor.keyboard.press('Escape')
      await editor.keyboard.press('a')
      await editor.getByRole('dialog', { name: 'Freigeben' }).waitFor()
      await editor.getByRole('button', { name: 'Absenden' }).click()
      await expectStage(editor, 'approved')
      await editor.getByRole('dialog').waitFor({ state: 'hidden' })
      await editor.waitForLoadState('networkidle')
      await editor.getByRole('button', { name: 'Einplanen' }).click()
      const soon = new Date(Date.now() + 75_000)
      const berlin = soon.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })
      await editor.getByLabel('Veröffentlichen am').fill(berlin.slice(0, 16).replace(' ', 'T'))
      await editor.getByRole('button', { name: 'Absenden' }).click()
      await expectStage(editor, 'scheduled')
    })
  })

  describe('two tabs', () => {
    it('do not overwrite each other: both texts are shown, and one is chosen', async () => {
      const id = await idOf(draft)
      const other = await product.openTab(author2)
      await goTo(author2, `/collections/regional-sections/${id}`)
      await goTo(other, `/collections/regional-sections/${id}`)
      await other.locator('[data-stage]').waitFor()
      await author2.locator('#field-kicker').fill('Die Dachzeile des einen')
      await isSaved(author2)
      await expect
        .poll(async () => (await sectionOf(id)).get('kicker'))
        .toBe('Die Dachzeile des einen')
      await other.locator('#field-kicker').fill('Die Dachzeile des anderen')
      const dialog = other.getByRole('dialog', { name: 'Jemand anderes hat diesen Text geändert' })
      await dialog.getByText('Die Dachzeile des einen').waitFor()
      await dialog.getByText('Die Dachzeile des anderen').waitFor()
      await dialog.getByText('Demo Autor/in 2').first().waitFor()
      await dialog.getByRole('button', { name: 'Meine Fassung speichern' }).click()
      await expect
        .poll(async () => (await sectionOf(id)).get('kicker'))
        .toBe('Die Dachzeile des anderen')
      await isSaved(other)
      await other.close()
    })
  })

  describe('a network that fails', () => {
    it('loses no word: it says so, and saves when the server is there again', async () => {
      const id = await idOf(draft)
      await author2.goto(
        `${product.installation.origin}/admin/collections/regional-sections/${id}`,
        {
          waitUntil: 'networkidle',
        },
      )
      await isSaved(author2)
      await author2.context().setOffline(true)
      await author2.locator('#field-kicker').fill('Geschrieben im Tunnel')
      await author2.getByText('Nicht gespeichert: keine Verbindung.').waitFor()
      await author2.context().setOffline(false)
      await isSaved(author2)
      expect((await sectionOf(id)).get('kicker')).toBe('Geschrieben im Tunnel')
    })
  })

  describe('the matrix', () => {
    it('publishes a selection, and says what became of each text', async () => {
      const second = await idOf(inReview)
      const path = `/regional-sections/${second}/transitions`
      const body = { transition: 'approve' }
      expect((await call('POST', path, { ...tokens.editor2, body })).status).toBe(200)
      await goTo(editor, '/coverage')
      for (const place of ['Leverkusen: Freigegeben', 'Bonn: Freigegeben']) {
        await editor.getByRole('gridcell', { name: place }).click()
        await editor.keyboard.press('Space')
      }
      await editor.getByText('2 Texte ausgewählt').waitFor()
      await editor.getByLabel('Schritt für die Auswahl').last().selectOption('publish')
      await editor.getByRole('button', { name: 'Ausführen' }).click()
      const dialog = editor.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Veröffentlichen' }).click()
      await dialog.getByText('2 erledigt, 0 nicht.').waitFor()
      await dialog.getByRole('button', { name: 'Schließen' }).click()
      await editor.getByRole('gridcell', { name: 'Bonn: Veröffentlicht' }).waitFor()
      const site = await fetch(
        `${product.installation.deliveryOrigin}/v1/portraits/pflegefachkraft/bonn`,
      )
      expect(site.status).toBe(200)
      expect(await site.text()).toContain(inReview)
    })

    it('begins a text from an empty cell, by the keyboard alone', async () => {
      await goTo(author2, '/coverage')
      await author2.getByRole('grid').focus()
      await author2.keyboard.press('Control+Home')
      await author2.getByText('Chemielaborant/in, Bonn: kein Text').waitFor()
      await author2.keyboard.press('Enter')
      await author2.waitForURL(/\/collections\/regional-sections\/[0-9a-f-]{36}$/u)
      await expect
        .poll(() => author2.locator('#field-kicker').inputValue())
        .toBe('Beruf Chemielaborant/in in Bonn')
    })
  })

  describe('the list', () => {
    it('is narrowed, kept as a view, and exported', async () => {
      await goTo(editor, '/texts')
      await editor.getByRole('combobox', { name: 'Stand' }).selectOption('live')
      await editor.waitForURL(/stage=live/u)
      await editor.getByText(approved).waitFor()
      expect(await editor.getByText(draft).count()).toBe(0)
      await editor.getByRole('button', { name: 'Filter merken' }).click()
      await editor.getByLabel('Name der Ansicht').fill('Was live ist')
      await editor.getByRole('button', { name: 'Speichern' }).click()
      await goTo(editor, '/texts')
      await editor.getByRole('button', { name: 'Was live ist', exact: true }).click()
      await editor.waitForURL(/stage=live/u)
      const [download] = await Promise.all([
        editor.waitForEvent('download'),
        editor.getByRole('link', { name: 'Als CSV' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('texte.csv')
    })
  })

  describe('a window that one person leaves to another', () => {
    it('shows the second nothing of what the first has loaded', async () => {
      const page = await product.signIn('editor')
      const toTexts = async () => {
        await product.followInMenu(page, 'Texte')
        await page.getByRole('button', { name: 'Meine Texte' }).waitFor()
      }
      await toTexts()
      // A view that the editor keeps.
      await page.getByRole('button', { name: 'Was live ist', exact: true }).waitFor()
      await page.evaluate(() => {
        document.documentElement.dataset.window = 'the same'
      })
      await page.getByRole('link', { name: 'Abmelden' }).click()
      await page.waitForURL(/logout|login/u)
      const back = page.getByRole('link', { name: /anmelden/iu })
      await back.or(page.getByLabel('E-Mail')).first().waitFor()
      if (await back.isVisible()) await back.click()
      await page.getByLabel('E-Mail').fill('author@berufsbild.example')
      await page.getByLabel('Passwort').fill(demo.password)
      await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
      await page.getByRole('heading', { name: 'Redaktion' }).waitFor()
      await toTexts()
      await page.waitForLoadState('networkidle')
      expect(await page.getByRole('button', { name: 'Was live ist', exact: true }).count()).toBe(0)
      // Whoever signs in begins with a page of their own.
      expect(await page.evaluate(() => document.documentElement.dataset.window)).toBeUndefined()
      await page.context().close()
    })
  })

  it('brought what was scheduled to its readers', async () => {
    const address = `${product.installation.deliveryOrigin}/v1/portraits/pflegefachkraft/koeln`
    await expect
      .poll(async () => (await fetch(address)).text(), { timeout: 100_000, interval: 1000 })
      .toContain('Sonnenaufgangsdienst')
  })

  it('shows no error in the browser', () => {
    expect(product.faults).toEqual([])
  })
})
