import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { seriousFaults } from '#support/axe.ts'
import { callOver, type Call } from '#support/http.ts'
import { demo } from '#support/installation.ts'
import { startMailServer, type MailServer } from '#support/mail-server.ts'
import { portraitText } from '#support/portrait-text.ts'
import { openProduct, type ProductInBrowser } from '#support/product-in-browser.ts'
import { codeOf } from '#support/sign-in.ts'

// What surrounds the texts, in the browser, in German: who gets in, files that are imported, the keys
// of a site, and the inbox. One installation with a mail server serves all of it.

const ownPassword = 'ein ganz eigenes Passwort'

describe('the house in the browser', () => {
  let mails: MailServer
  let product: ProductInBrowser
  let call: Call
  let admin: Page

  beforeAll(async () => {
    mails = await startMailServer()
    product = await openProduct({
      SMTP_URL: mails.url,
      MAIL_FROM: 'Berufsbild <no-reply@berufsbild.example>',
    })
    call = callOver(product.installation.origin)
    admin = await product.signIn('admin')
  })
  afterAll(async () => {
    await product.close()
    await mails.shut()
  })

  /** Signs in with a password of one's own. */
  const enter = async (email: string) => {
    const page = await product.openWindow()
    await product.knock(page, email, ownPassword)
    await page.waitForURL(/\/admin$/u)
  }
  const open = (page: Page, path: string) => product.goTo(page, path)
  /** The link in the newest mail to somebody under a subject. */
  const linkIn = async (address: string, subject: string): Promise<string> => {
    const find = () => {
      const mail = mails.received
        .filter((one) => one.to === address && one.subject === subject)
        .at(-1)
      return /^http\S+$/mu.exec(mail?.text ?? '')?.[0] ?? ''
    }
    await expect.poll(find).not.toBe('')
    return find()
  }
  const setPassword = async (page: Page, link: string) => {
    await page.goto(link, { waitUntil: 'networkidle' })
    await page.getByLabel('Neues Passwort').fill(ownPassword)
    await page.getByLabel('Passwort bestätigen').fill(ownPassword)
    await page.getByRole('button', { name: 'Passwort festlegen' }).click()
    await page.waitForURL(/\/admin$/u)
  }

  describe('lets in', () => {
    const email = 'author2@berufsbild.example'

    it('nobody who types a wrong password, and after five of them only after a while', async () => {
      const page = await product.openWindow()
      for (let attempt = 0; attempt < 4; attempt += 1) {
        await call('POST', '/users/login', { body: { email, password: 'ganz falsch' } })
      }
      await product.knock(page, email, 'ganz falsch')
      await page.getByText('E-Mail oder Passwort stimmen nicht.').waitFor()
      const isToWait = page.getByText('Zu viele Versuche. Bitte warten Sie')
      // Each wrong one doubles the wait: at some point it is longer than a click takes on a busy machine.
      for (let attempt = 0; attempt < 20 && !(await isToWait.isVisible()); attempt += 1) {
        await page.getByRole('button', { exact: true, name: 'Anmelden' }).click()
        await page.waitForLoadState('networkidle')
      }
      await isToWait.waitFor()
    })

    it('whoever shows a passkey, or the code of an app beside the password', async () => {
      // A passkey is for a host that has a name.
      const page = await product.openWindow()
      const house = product.installation.origin.replace('127.0.0.1', 'localhost')
      const knock = async () => {
        await page.goto(`${house}/admin/login`, { waitUntil: 'networkidle' })
        await page.getByLabel('E-Mail').fill('author@berufsbild.example')
        await page.getByLabel('Passwort').fill(demo.password)
        await page.getByRole('button', { exact: true, name: 'Anmelden' }).click()
      }
      await knock()
      await page.waitForURL(/\/admin$/u)
      const device = await page.context().newCDPSession(page)
      await device.send('WebAuthn.enable')
      await device.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      const forget = () => page.context().clearCookies({ name: 'payload-token' })
      await page.goto(`${house}/admin/sign-in`)
      await page.getByRole('button', { name: 'App einrichten' }).click()
      const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
      await page.getByLabel('Code', { exact: true }).fill(await codeOf(secret, { halfMinutes: -1 }))
      await page.getByRole('button', { name: 'Bestätigen' }).click()
      await page.getByRole('button', { name: 'Ich habe sie aufbewahrt' }).click()
      await page.getByLabel('Name des Passkeys').fill('Laptop')
      await page.getByRole('button', { name: 'Passkey anlegen' }).click()
      await page.getByRole('button', { name: 'Laptop entfernen' }).waitFor()

      await forget()
      await knock()
      await page.getByRole('heading', { name: 'Zweiter Faktor' }).waitFor()
      await page.goto(`${house}/admin/texts`)
      await page.getByLabel('Code', { exact: true }).fill(await codeOf(secret))
      await page.getByRole('button', { name: 'Weiter' }).click()
      await page.waitForURL(/\/admin\/texts$/u)

      await forget()
      await page.goto(`${house}/admin/inbox`)
      await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
      await page.waitForURL(/\/admin\/inbox$/u)

      // Whoever has lost all of it is helped by the administration.
      await open(admin, '/collections/users')
      const entry = admin.getByRole('row').filter({ hasText: 'author@berufsbild.example' })
      await entry.getByRole('button', { name: /^Zweiten Faktor zurücksetzen/u }).click()
      await admin
        .getByRole('dialog')
        .getByRole('button', { name: 'Zweiten Faktor zurücksetzen' })
        .click()
      await admin.getByText('ist zurückgesetzt').waitFor()
      await page.context().close()
    })

    it('whoever has forgotten the password, by a link in a mail', async () => {
      const page = await product.openWindow()
      await open(page, '/login')
      await page.getByRole('link', { name: 'Passwort vergessen?' }).click()
      await page.waitForURL(/\/forgot$/u, { waitUntil: 'networkidle' })
      await page.getByLabel('E-Mail').fill(email)
      await page.getByRole('button', { name: 'Senden' }).click()
      await page.getByText('ist eine Mail mit einem Link unterwegs').waitFor()
      await setPassword(page, await linkIn(email, 'Neues Passwort für Berufsbild'))
      await enter(email)
    })

    it('whoever an administrator invites by mail', async () => {
      const invited = 'nora@example.org'
      await open(admin, '/collections/users')
      await admin.getByRole('button', { name: 'Person einladen' }).click()
      await admin.getByLabel('Name', { exact: true }).fill('Nora Neu')
      await admin.getByLabel('E-Mail').fill(invited)
      await admin.getByRole('button', { name: 'Einladung senden' }).click()
      await admin.getByText(`Die Einladung an ${invited} ist unterwegs.`).waitFor()
      const entry = admin.getByRole('row').filter({ hasText: invited })
      await entry.getByText('eingeladen am').waitFor()

      const page = await product.openWindow()
      await setPassword(page, await linkIn(invited, 'Einladung in die Berufsbild-Redaktion'))
      await enter(invited)
      await admin.reload()
      await entry.getByText('aktiv', { exact: true }).waitFor()
    })
  })

  it('imports files that are dropped: seen first, then written, though the line breaks', async () => {
    const page = await product.signIn('editor')
    await open(page, '/import')
    await page.getByRole('button', { name: 'Dateien auswählen' }).waitFor()
    const files = {
      'a.txt': portraitText('Heiße Ware am Rhein', 'Köln', 'Glasbläser'),
      'b.txt': portraitText('Noch eine', 'Köln', 'Glasbläserin'),
      'notiz.txt': 'Bitte bis Freitag.',
    }
    await page.evaluate((dropped) => {
      const transfer = new DataTransfer()
      for (const [name, text] of Object.entries(dropped)) {
        transfer.items.add(new File([text], name, { type: 'text/plain' }))
      }
      const zone = document.querySelector('[data-dropzone]')
      for (const type of ['dragover', 'drop']) {
        zone?.dispatchEvent(
          new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        )
      }
    }, files)
    await page.getByText('Der Beruf „Glasbläser“ ist nicht bekannt.').first().waitFor()
    const missing = page.getByLabel('Fehlende Berufe und Orte anlegen')
    // While files are still looked at the box may be drawn anew.
    await expect
      .poll(async () => {
        if (!(await missing.isChecked())) await missing.click()
        return missing.isChecked()
      })
      .toBe(true)
    await page.getByText('Der Beruf „Glasbläser“ wird angelegt.').waitFor()
    await page.getByText('a.txt ist in diesem Lauf schon der Text').waitFor()
    await page.getByText('Noch ist nichts gespeichert.').waitFor()
    const count = async () => {
      const site = { authorization: `sites API-Key ${demo.siteKey}` }
      return (await call('GET', '/professions?where[name][equals]=Glasbläser', site)).get(
        'totalDocs',
      )
    }
    expect(await count()).toBe(0)

    let isBroken = false
    await page.route('**/api/import/portraits?createMissing=true', async (route) => {
      if (isBroken) await route.continue()
      else await route.abort()
      isBroken = true
    })
    await page.getByRole('button', { name: '1 Text übernehmen' }).click()
    await page.getByText('Die Verbindung ist abgerissen.').waitFor()
    await page.getByRole('button', { name: 'Weitermachen' }).click()
    await page.getByRole('heading', { name: 'Der Import ist fertig' }).waitFor()
    expect(await count()).toBe(1)
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Bericht als CSV' }).click(),
    ])
    const lines = await readFile(await report.path(), 'utf8')
    expect(lines.startsWith('\uFEFFDatei;')).toBe(true)
    expect(lines).toContain('a.txt;')
    const address = await page.getByRole('link', { name: 'Text öffnen' }).getAttribute('href')
    await page.goto(`${product.installation.origin}${address ?? ''}`)
    await page.locator('#field-headline').waitFor()
    expect(await page.locator('#field-headline').inputValue()).toBe('Heiße Ware am Rhein')
  })

  it('makes a key for a site, shows it once, and takes it back', async () => {
    const fetchWith = async (key: string) =>
      (
        await fetch(`${product.installation.deliveryOrigin}/v1/portraits`, {
          headers: { Authorization: `Bearer ${key}` },
        })
      ).status
    await open(admin, '/collections/sites')
    await admin.getByRole('link', { name: 'Demo-Portal' }).click()
    await admin.getByRole('link', { name: 'Schlüssel' }).click()
    await admin.getByRole('button', { name: 'Neuer Schlüssel' }).click()
    await admin.getByLabel('Bezeichnung').fill('Neue Website')
    await admin.getByRole('button', { name: 'Schlüssel anlegen' }).click()
    const key = await admin.getByRole('textbox', { name: 'Der neue Schlüssel' }).inputValue()
    expect(await fetchWith(key)).toBe(200)

    await admin.getByRole('link', { name: 'Probeabruf' }).click()
    expect(await admin.getByLabel('Schlüssel der Website').inputValue()).toBe(key)
    await admin.getByRole('option').filter({ hasText: '·' }).first().waitFor({ state: 'attached' })
    await admin.getByRole('button', { name: 'Abrufen' }).click()
    await admin.getByRole('heading', { name: 'Antwort: 200' }).waitFor()
    expect(await admin.getByLabel('Antwort').textContent()).toContain('"headline"')

    await admin.getByRole('link', { name: 'Schlüssel', exact: true }).click()
    await admin.getByRole('button', { name: 'Schlüssel „Neue Website“ widerrufen' }).click()
    expect(await admin.content()).not.toContain(key)
    await admin.getByRole('dialog').getByRole('button', { name: 'Widerrufen' }).click()
    await expect.poll(() => fetchWith(key)).toBe(401)
    const cell = admin.getByRole('cell', { name: 'Neue Website', exact: true })
    await cell.waitFor({ state: 'detached' })
    // The button that had the focus is gone: whoever uses the keyboard goes on at the beginning.
    await expect.poll(() => admin.locator('p:focus').count()).toBe(1)
  })

  it('tells people what concerns their texts, and forgets what they have read', async () => {
    const page = await product.signIn('author')
    await open(page, '/inbox')
    await page
      .getByRole('heading', { name: /Heute|Gestern/u })
      .first()
      .waitFor()
    const unread = async () => {
      const label = await page.getByRole('button', { name: /^Ungelesen/u }).innerText()
      return Number(/\d+/u.exec(label)?.[0])
    }
    const before = await unread()
    expect(before).toBeGreaterThan(2)
    await page
      .getByRole('button', { name: /^Als gelesen markieren/u })
      .first()
      .click()
    await expect.poll(unread).toBe(before - 1)
    await page
      .getByRole('link', { name: /bittet um Änderungen/u })
      .first()
      .click()
    await page.locator('#field-headline').waitFor()
    await open(page, '/inbox')
    await page.getByRole('button', { name: 'Alle als gelesen markieren' }).click()
    await page.getByRole('button', { name: 'Ungelesen (0)' }).waitFor()
    await page.reload()
    await page.getByText('Sie haben alles gelesen.').waitFor()
  })

  it('has nothing serious for axe, and fits on a phone', async () => {
    await open(admin, '/collections/sites')
    const site = await admin.getByRole('link', { name: 'Demo-Portal' }).getAttribute('href')
    const paths = ['/import', '/inbox', '/collections/users']
    const tabs = ['/keys', '/webhooks', '/trial'].map((tab) => `${site ?? ''}${tab}`)
    const found: string[] = []
    for (const path of [...paths.map((path) => `/admin${path}`), ...tabs]) {
      await admin.setViewportSize({ width: 1440, height: 900 })
      await admin.goto(`${product.installation.origin}${path}`, { waitUntil: 'networkidle' })
      found.push(...(await seriousFaults(admin)).map((fault) => `${path}: ${fault}`))
      await admin.setViewportSize({ width: 390, height: 844 })
      const width = await admin.evaluate(() => document.documentElement.scrollWidth)
      if (width > 390) found.push(`${path}: ${String(width)} pixels wide`)
    }
    expect(found).toEqual([])
  })

  it('shows no error in the browser', () => {
    expect(product.faults).toEqual([])
  })
})
