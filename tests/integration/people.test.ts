import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isRecord } from '#model/documents.ts'
import { provideEnvironment } from '#server/configuration/environment.ts'
import { writeSection } from '#support/factories.ts'
import { startMailServer, type MailServer } from '#support/mail-server.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

const password = 'ein eigenes Passwort'
const origin = 'https://cms.example.org'

describe('the people of the newsroom', () => {
  let mails: MailServer
  let product: Product
  let admin: SignedIn

  beforeAll(async () => {
    mails = await startMailServer()
    provideEnvironment({
      SMTP_URL: mails.url,
      MAIL_FROM: 'Berufsbild <no-reply@berufsbild.example>',
      CMS_URL: origin,
    })
    product = await startProduct()
    admin = await product.signIn('admin')
  })
  beforeEach(() => {
    mails.received.length = 0
  })
  afterAll(async () => {
    await product.close()
    await mails.shut()
    provideEnvironment({ SMTP_URL: '', MAIL_FROM: '', CMS_URL: '' })
  })

  const invite = async (overrides: Record<string, unknown> = {}) => {
    const email = `neu-${randomUUID()}@example.org`
    const body = { name: 'Nora Neu', email, role: 'author', ...overrides }
    const answer = await product.call('POST', '/people/invitations', { ...admin, body })
    return { email, answer, id: String(answer.get('id')) }
  }
  const mailTo = (address: string) => mails.received.filter(({ to }) => to === address).at(-1)
  const tokenIn = (text = '') => /\/admin\/reset\/([0-9a-f]+)/u.exec(text)?.[1] ?? ''
  const setPassword = (token: string) =>
    product.call('POST', '/users/reset-password', { body: { token, password } })
  const signInAs = (email: string, by = password) =>
    product.call('POST', '/users/login', {
      body: { email, password: by },
      headers: { 'Accept-Language': 'de' },
    })
  const entryOf = async (id: string, by = admin) => {
    const people = (await product.call('GET', '/people', by)).get('people')
    return (Array.isArray(people) ? people : []).filter(isRecord).find((person) => person.id === id)
  }
  const eventsOf = async (id: string) => {
    const { rows } = await product.sql.query<{ transition: string; actor: string | null }>(
      'SELECT transition, actor FROM workflow_events WHERE document = $1 ORDER BY sequence',
      [id],
    )
    return rows
  }

  describe('are asked in', () => {
    it('by a mail with a link, and set a password of their own', async () => {
      const { email, answer, id } = await invite()
      expect([answer.status, answer.get('mail.status')]).toEqual([201, 'sent'])
      const mail = mailTo(email)
      expect(mail?.subject).toBe('Einladung in die Berufsbild-Redaktion')
      expect(mail?.text).toContain('Guten Tag, Nora Neu,')
      expect(mail?.text).toContain(`${admin.name} lädt Sie in die Redaktion von Berufsbild ein.`)
      expect(mail?.text).toContain(`\n${origin}/admin/reset/${tokenIn(mail?.text)}\n`)
      expect(await entryOf(id)).toMatchObject({
        email,
        account: { lastSignInAt: null, invitation: { state: 'pending' } },
      })
      expect(answer.text).not.toContain(tokenIn(mail?.text))
      expect((await setPassword(tokenIn(mail?.text))).status).toBe(200)
      expect((await signInAs(email)).status).toBe(200)
      expect(await entryOf(id)).toMatchObject({
        account: { lastSignInAt: expect.any(String) as string, invitation: { state: 'accepted' } },
      })
      expect((await setPassword(tokenIn(mail?.text))).status).toBe(403)
    })

    it('in their language, with the role and the desks that they get', async () => {
      const desk = await product.payload.create({
        collection: 'desks',
        data: { name: `Ressort ${randomUUID()}` },
        overrideAccess: true,
      })
      const { email, id } = await invite({ language: 'en', role: 'editor', desks: [desk.id] })
      expect(mailTo(email)).toMatchObject({
        subject: 'Invitation to the Berufsbild newsroom',
        text: expect.stringContaining('Please set your password') as string,
      })
      expect(await entryOf(id)).toMatchObject({
        role: 'editor',
        desks: [{ id: desk.id, name: desk.name }],
      })
    })

    it('on record, without the token', async () => {
      const { email, id } = await invite()
      const token = tokenIn(mailTo(email)?.text)
      expect(await eventsOf(id)).toEqual([
        { transition: 'createAccount', actor: admin.id },
        { transition: 'invite', actor: admin.id },
      ])
      const record = await product.call('GET', `/audit?document=${id}`, admin)
      const list = await product.call('GET', '/people', admin)
      const user = await product.call('GET', `/users/${id}`, admin)
      for (const { text } of [record, list, user]) expect(text).not.toContain(token)
    })

    it('again: the link before leads nowhere any more', async () => {
      const { email, id } = await invite()
      const first = tokenIn(mailTo(email)?.text)
      const path = `/people/invitations/${id}/renew`
      const again = await product.call('POST', path, admin)
      expect([again.status, again.get('mail.status')]).toEqual([200, 'sent'])
      const second = tokenIn(mailTo(email)?.text)
      expect(second).not.toBe(first)
      expect((await setPassword(first)).status).toBe(403)
      expect((await setPassword(second)).status).toBe(200)
      expect((await product.call('POST', path, admin)).status).toBe(409)
    })

    it('until the link has expired', async () => {
      const { email, id } = await invite()
      await product.sql.query(
        `UPDATE users SET reset_password_expiration = now() - interval '1 s' WHERE id = $1`,
        [id],
      )
      expect(await entryOf(id)).toMatchObject({ account: { invitation: { state: 'expired' } } })
      expect((await setPassword(tokenIn(mailTo(email)?.text))).status).toBe(403)
    })

    it('for seven days', async () => {
      const { id } = await invite()
      const { rows } = await product.sql.query<{ days: number }>(
        `SELECT extract(epoch FROM reset_password_expiration - now())::float / 86400 AS days
         FROM users WHERE id = $1`,
        [id],
      )
      expect(rows[0]?.days).toBeCloseTo(7, 1)
    })

    it('and uninvited, as long as they have not been there', async () => {
      const { email, id } = await invite()
      const token = tokenIn(mailTo(email)?.text)
      const path = `/people/invitations/${id}`
      expect((await product.call('DELETE', path, admin)).status).toBe(200)
      expect(await entryOf(id)).toBeUndefined()
      expect((await setPassword(token)).status).toBe(403)
      expect((await product.call('DELETE', path, admin)).status).toBe(404)
      const own = await product.call('DELETE', `/people/invitations/${admin.id}`, admin)
      expect([own.status, own.get('error.code')]).toEqual([409, 'not_pending'])
      expect((await product.call('DELETE', '/people/invitations/x', admin)).status).toBe(404)
    })

    it('though the mail server is not there: that is told, and it can be sent again', async () => {
      await mails.shut()
      const { email, answer, id } = await invite()
      expect([answer.status, answer.get('mail.status')]).toEqual([201, 'failed'])
      await mails.open()
      const again = await product.call('POST', `/people/invitations/${id}/renew`, admin)
      expect(again.get('mail.status')).toBe('sent')
      expect((await setPassword(tokenIn(mailTo(email)?.text))).status).toBe(200)
    })

    it('by administrators only', async () => {
      const { id } = await invite()
      const site = await product.makeSite()
      const body = { name: 'X', email: 'x@example.org', role: 'admin' }
      for (const [person, status] of [
        [await product.signIn('author'), 403],
        [await product.signIn('editor'), 403],
        [site, 403],
        [{}, 401],
      ] as const) {
        for (const [method, path] of [
          ['POST', '/people/invitations'],
          ['POST', `/people/invitations/${id}/renew`],
          ['DELETE', `/people/invitations/${id}`],
        ] as const) {
          expect((await product.call(method, path, { ...person, body })).status).toBe(status)
        }
      }
    })

    it.each([
      [{ email: 'keine Adresse' }, 400],
      [{ email: 'a@example.org\r\nBcc: b@example.org' }, 400],
      [{ role: 'root' }, 400],
      [{ name: '  ' }, 400],
      [{ desks: ['x'] }, 400],
      [{ password: 'ein selbst gewähltes' }, 400],
    ])('and nobody by %j', async (overrides, status) => {
      const { answer } = await invite(overrides)
      expect(answer.status).toBe(status)
      expect(mails.received).toEqual([])
    })

    it('once: an address has one account, however it is written', async () => {
      const { email } = await invite()
      const { answer } = await invite({ email: email.toUpperCase() })
      expect([answer.status, answer.get('error.code')]).toEqual([409, 'email_taken'])
    })

    it('by a mail into which nobody writes a link of theirs', async () => {
      const { email } = await invite({ name: 'Klick https://böse.example jetzt\n\nund hier' })
      const text = mailTo(email)?.text ?? ''
      expect(text).toContain('Guten Tag, Klick … jetzt und hier,')
      expect(text.match(/https?:/gu)).toHaveLength(1)
    })
  })

  describe('who have forgotten their password', () => {
    const forget = (email: string, headers: Record<string, string> = {}) =>
      product.call('POST', '/users/forgot-password', { body: { email }, headers })
    const addressOf = async (id: string) => String((await entryOf(id))?.email)

    it('get a link to set a new one, whatever the request calls our host', async () => {
      const author = await product.signIn('author')
      const email = await addressOf(author.id)
      const answer = await forget(email, {
        Host: 'evil.example',
        'X-Forwarded-Host': 'evil.example',
      })
      expect(answer.status).toBe(200)
      await expect.poll(() => mailTo(email)?.subject).toBe('Neues Passwort für Berufsbild')
      const mail = mailTo(email)
      expect(mail?.text).toContain(`Guten Tag, ${author.name},`)
      expect(mail?.text).toContain(`\n${origin}/admin/reset/${tokenIn(mail?.text)}\n`)
      expect(mail?.text).not.toMatch(/evil|<p>|&/u)
      expect((await setPassword(tokenIn(mail?.text))).status).toBe(200)
      expect((await signInAs(email)).status).toBe(200)
    })

    it('are told in their language', async () => {
      const author = await product.signIn('author')
      const email = await addressOf(author.id)
      await product.call('PATCH', `/users/${author.id}`, { ...author, body: { language: 'en' } })
      await forget(email)
      await expect.poll(() => mailTo(email)?.subject).toBe('A new password for Berufsbild')
    })

    it('learn nothing about other accounts', async () => {
      const email = await addressOf((await product.signIn('author')).id)
      const known = await forget(email)
      const unknown = await forget('niemand@example.org')
      expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
      await expect.poll(() => mailTo(email)).toBeDefined()
      expect(mailTo('niemand@example.org')).toBeUndefined()
    })

    it('leave an invitation that is open as it is', async () => {
      const { email, id } = await invite()
      const { rows: before } = await product.sql.query('SELECT * FROM users WHERE id = $1', [id])
      const token = tokenIn(mailTo(email)?.text)
      expect((await forget(email)).status).toBe(200)
      const author = await product.signIn('author')
      await forget(await addressOf(author.id))
      await expect.poll(async () => mailTo(await addressOf(author.id))).toBeDefined()
      const { rows: after } = await product.sql.query('SELECT * FROM users WHERE id = $1', [id])
      expect(after).toEqual(before)
      expect((await setPassword(token)).status).toBe(200)
    })

    it('are kept from asking by nobody, and get no mail for each time that somebody asks', async () => {
      const email = await addressOf((await product.signIn('author')).id)
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => forget(email)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
      await expect.poll(() => mailTo(email)).toBeDefined()
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(mails.received.filter(({ to }) => to === email)).toHaveLength(1)
    })
  })

  describe('who have a link by mail', () => {
    it('have it alone: what is stored opens nothing', async () => {
      const { email, id } = await invite()
      const token = tokenIn(mailTo(email)?.text)
      const { rows } = await product.sql.query<{ token: string }>(
        'SELECT reset_password_token AS token FROM users WHERE id = $1',
        [id],
      )
      const stored = rows[0]?.token ?? ''
      expect(stored).toMatch(/^sha256:[\w-]{43}$/u)
      expect(stored).not.toContain(token)
      expect((await setPassword(stored)).status).toBe(403)
      expect((await setPassword(token)).status).toBe(200)
      expect((await setPassword(token)).status).toBe(403)
    })
  })

  describe('are listed', () => {
    it('with the texts that they still have to write', async () => {
      const author = await product.signIn('author')
      await writeSection(product, author)
      await writeSection(product, author)
      expect(await entryOf(author.id)).toMatchObject({ openTexts: 2, role: 'author', desks: [] })
    })

    it('to colleagues without what concerns their accounts', async () => {
      const author = await product.signIn('author')
      expect(await entryOf(admin.id, author)).toMatchObject({ role: 'admin', account: null })
      expect((await product.call('GET', '/people')).status).toBe(401)
      expect((await product.call('GET', '/people', await product.makeSite())).status).toBe(403)
    })
  })
})
