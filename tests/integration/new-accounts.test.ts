import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { provideEnvironment } from '#server/configuration/environment.ts'
import { startMailServer, type MailServer } from '#support/mail-server.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

const password = 'ein eigenes Passwort'

describe('an account that an administrator makes over HTTP', () => {
  let mails: MailServer
  let product: Product
  let admin: SignedIn

  beforeAll(async () => {
    mails = await startMailServer()
    provideEnvironment({ SMTP_URL: mails.url, MAIL_FROM: 'Berufsbild <no-reply@example.org>' })
    product = await startProduct()
    admin = await product.signIn('admin')
  })
  beforeEach(() => {
    mails.received.length = 0
  })
  afterAll(async () => {
    await product.close()
    await mails.shut()
    provideEnvironment({ SMTP_URL: '', MAIL_FROM: '' })
  })

  const newEmail = () => `neu-${randomUUID()}@example.org`
  const idOf = async (email: string) => {
    const { rows } = await product.sql.query<{ id: string }>(
      'SELECT id FROM users WHERE email = $1',
      [email],
    )
    return rows[0]?.id
  }
  const mailTo = (address: string) => mails.received.find(({ to }) => to === address)
  const tokenIn = (text = '') => /\/admin\/reset\/([0-9a-f]+)/u.exec(text)?.[1] ?? ''

  const doors = [
    {
      door: 'REST',
      make: async (data: Record<string, unknown>, by?: SignedIn) => {
        const answer = await product.call('POST', '/users', { ...by, body: data })
        return { message: String(answer.get('errors.0.message')), text: answer.text, answer }
      },
      codeAt: 'errors.0.data',
    },
    {
      door: 'GraphQL',
      make: async (data: Record<string, unknown>, by?: SignedIn) => {
        const query = `mutation ($data: mutationUserInput!) { createUser(data: $data) { id } }`
        const answer = await product.graphql(query, { ...by, variables: { data } })
        return { message: String(answer.get('errors.0.message')), text: answer.text, answer }
      },
      codeAt: 'errors.0.extensions',
    },
  ] as const

  describe.each(doors)('by $door', ({ make, codeAt }) => {
    const person = (email: string) => ({ name: 'Nora Neu', email, role: 'author' })

    it('has no password that anybody has chosen for its owner', async () => {
      const email = newEmail()
      const { message, answer } = await make({ ...person(email), password }, admin)
      expect(message).toContain('invitation')
      expect([answer.get(`${codeAt}.code`), answer.get(`${codeAt}.details.0.path`)]).toEqual([
        'invalid_request',
        'password',
      ])
      expect(await idOf(email)).toBeUndefined()
      expect(mails.received).toEqual([])
    })

    it('comes with an invitation, by which its owner sets one', async () => {
      const email = newEmail()
      const { text } = await make(person(email), admin)
      const id = await idOf(email)
      expect(id, text).toBeDefined()
      await expect.poll(() => mailTo(email)?.subject).toContain('Einladung')
      const token = tokenIn(mailTo(email)?.text)
      expect(text).not.toContain(token)
      const set = await product.call('POST', '/users/reset-password', { body: { token, password } })
      expect(set.status, set.text).toBe(200)
      const { rows } = await product.sql.query(
        `SELECT transition, actor FROM workflow_events WHERE document = $1 ORDER BY sequence LIMIT 2`,
        [id],
      )
      expect(rows).toEqual([
        { transition: 'createAccount', actor: admin.id },
        { transition: 'invite', actor: admin.id },
      ])
    })

    it('is told to nobody where it came to nothing', async () => {
      const email = newEmail()
      await make(person(email), admin)
      await expect.poll(() => mailTo(email)).toBeDefined()
      mails.received.length = 0
      await make(person(email), admin)
      await make({ ...person(newEmail()), role: 'root' }, admin)
      const other = newEmail()
      await make(person(other), admin)
      await expect.poll(() => mailTo(other)).toBeDefined()
      expect(mails.received).toHaveLength(1)
    })

    it('is made by administrators alone, with a password or without', async () => {
      for (const by of [
        undefined,
        await product.signIn('author'),
        await product.signIn('editor'),
      ]) {
        for (const given of [{}, { password }]) {
          const email = newEmail()
          const { answer } = await make({ ...person(email), ...given }, by)
          expect(answer.text).not.toContain('invitation')
          expect(await idOf(email)).toBeUndefined()
        }
      }
    })
  })
})
