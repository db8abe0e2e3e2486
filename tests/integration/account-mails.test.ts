import { randomUUID } from 'node:crypto'
import { initTransaction, killTransaction } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordOfSignIn } from '#accounts/account-events.ts'
import { changesOfSignIn, type ChangeOfSignIn } from '#accounts/changes-of-sign-in.ts'
import { sendAccountMails } from '#accounts/send-account-mails.ts'
import { appendEvent } from '#record/events.ts'
import { provideEnvironment } from '#server/configuration/environment.ts'
import { startMailServer, type MailServer } from '#support/mail-server.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'
import { makeAccount, setUpApp, signInBy } from '#support/sign-in.ts'

describe('whoever’s sign-in has changed', () => {
  let mails: MailServer
  let product: Product
  let admin: SignedIn

  beforeAll(async () => {
    mails = await startMailServer()
    provideEnvironment({ SMTP_URL: mails.url, MAIL_FROM: 'Berufsbild <no-reply@example.org>' })
    product = await startProduct()
    admin = await product.signIn('admin')
  })
  beforeEach(async () => {
    await sendAccountMails(product.payload)
    mails.received.length = 0
  })
  afterAll(async () => {
    await product.close()
    await mails.shut()
    provideEnvironment({ SMTP_URL: '', MAIL_FROM: '' })
  })

  const told = async () => {
    await sendAccountMails(product.payload)
    return mails.received.map(({ to, text }) => ({ to, text }))
  }
  /** Somebody signed in, with an app. */
  const withApp = async () => {
    const account = await makeAccount(product)
    const token = await signInBy(product, account.email)
    const { secret, codes } = await setUpApp(product, token)
    return { ...account, token, secret, codes }
  }

  const deeds: Record<string, { words: ChangeOfSignIn; act: () => Promise<string> }> = {
    'an app': { words: 'addApp', act: async () => (await withApp()).email },
    'the end of an app': {
      words: 'removeApp',
      act: async () => {
        const { email, token } = await withApp()
        await product.call('POST', '/account/app/remove', { ...token, body: { password } })
        return email
      },
    },
    'new recovery codes': {
      words: 'newRecoveryCodes',
      act: async () => {
        const { email, token } = await withApp()
        await product.call('POST', '/account/recovery-codes', { ...token, body: { password } })
        return email
      },
    },
    'a recovery code that was used': {
      words: 'useRecoveryCode',
      act: async () => {
        const { email, codes } = await withApp()
        const pending = await signInBy(product, email)
        await product.call('POST', '/account/second-factor', {
          ...pending,
          body: { code: codes[0] },
        })
        return email
      },
    },
    'their own new password': {
      words: 'changePassword',
      act: async () => {
        const { email } = await makeAccount(product)
        await product.call('POST', '/account/password', {
          ...(await signInBy(product, email)),
          body: { current: password, password: 'ein ganz anderes' },
        })
        return email
      },
    },
    'a password by a link': {
      words: 'resetPassword',
      act: async () => {
        const { email } = await makeAccount(product)
        const token = await product.payload.forgotPassword({
          collection: 'users',
          data: { email },
          disableEmail: true,
        })
        await product.call('POST', '/users/reset-password', { body: { token, password } })
        return email
      },
    },
    'second factors that the administration removed': {
      words: 'resetSecondFactors',
      act: async () => {
        const { id, email } = await withApp()
        await product.call('DELETE', `/people/${id}/second-factors`, admin)
        return email
      },
    },
    'a leave to join the provider': {
      words: 'allowIdentity',
      act: async () => {
        const { id, email } = await makeAccount(product)
        await product.call('POST', `/users/${id}/provider-link`, admin)
        return email
      },
    },
  }

  it.each(Object.entries(deeds))('is told by mail: of %s', async (_, { words, act }) => {
    const email = await act()
    expect(mails.received).toEqual([])
    const texts = (await told()).filter(({ to }) => to === email).map(({ text }) => text)
    expect(texts.filter((text) => text.includes(changesOfSignIn[words].de))).toHaveLength(1)
    expect(await told()).toHaveLength(mails.received.length)
  })

  it.each(['addPasskey', 'removePasskey'] as const)('the same of %s', async (change) => {
    const { id, email } = await makeAccount(product)
    const req = await product.localRequest()
    await recordOfSignIn(req, { id, by: { id, name: 'Zoe' } }, change)
    expect((await told()).find(({ to }) => to === email)?.text).toContain(
      changesOfSignIn[change].de,
    )
  })

  it('and of the provider that joins them', async () => {
    const { id, email } = await makeAccount(product)
    await appendEvent(await product.localRequest(), {
      kind: 'account',
      collection: 'users',
      id,
      transition: 'joinIdentity',
      actor: null,
      data: { by: 'OIDC' },
    })
    expect((await told()).find(({ to }) => to === email)?.text).toContain('Anmeldedienst verbunden')
  })

  it('is told who it was, where it was somebody else', async () => {
    const { id, email } = await withApp()
    await told()
    await product.call('DELETE', `/people/${id}/second-factors`, admin)
    const text = (await told()).find(({ to, text }) => to === email && text.includes('alle'))?.text
    expect(text).toContain(`und zwar von ${admin.name}`)
  })

  it('is told at the address before of another one', async () => {
    const { id, email } = await makeAccount(product)
    const after = `${randomUUID()}@neu.example`
    await product.call('PATCH', `/users/${id}`, { ...admin, body: { email: after } })
    expect(await told()).toEqual([
      { to: email, text: expect.stringContaining(`ist von jetzt an ${after}`) as string },
    ])
  })

  it('is told nothing of what came to nothing', async () => {
    const { id } = await makeAccount(product)
    const req = await product.localRequest()
    await initTransaction(req)
    await recordOfSignIn(req, { id, by: admin }, 'resetSecondFactors')
    await killTransaction(req)
    expect(await told()).toEqual([])
  })

  it('is told later, where the mail server is not there, and once', async () => {
    const { email, secret } = await withApp()
    expect(secret).not.toBe('')
    await mails.shut()
    expect(await sendAccountMails(product.payload)).toBe(0)
    await mails.open()
    expect(await told()).toEqual([])
    const later = () => new Date(Date.now() + 3_600_000)
    expect(await sendAccountMails(product.payload, { now: later })).toBe(1)
    expect(await sendAccountMails(product.payload, { now: later })).toBe(0)
    expect(mails.received.map(({ to }) => to)).toEqual([email])
  })
})
