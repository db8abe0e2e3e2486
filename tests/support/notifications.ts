import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { provideEnvironment } from '#server/configuration/environment.ts'
import { sendDueMails } from '#notifications/send.ts'
import { transition, writeSection } from './factories.ts'
import { startMailServer, type MailServer } from './mail-server.ts'
import { startProduct, type Product, type SignedIn } from './product.ts'

/** A product with a mail server, an author and an editor for each test of one file. */
export function useNotifications() {
  let mails: MailServer
  let product: Product
  let author: SignedIn
  let editor: SignedIn

  beforeAll(async () => {
    mails = await startMailServer()
    provideEnvironment({
      SMTP_URL: mails.url,
      MAIL_FROM: 'Berufsbild <no-reply@berufsbild.example>',
      CMS_URL: 'https://cms.example.org',
    })
    product = await startProduct()
  })
  afterAll(async () => {
    await product.close()
    await mails.shut()
  })
  beforeEach(async () => {
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    // What earlier tests left unsent is none of the next one's business.
    await product.sql.query('DELETE FROM notification_mails')
    mails.received.length = 0
  })
  afterEach(() => {
    mails.delay = 0
    mails.refused.clear()
  })

  const send = (after = 0) =>
    sendDueMails(product.payload, { now: () => new Date(Date.now() + after) })
  const addressOf = async ({ id }: SignedIn) =>
    (
      await product.payload.findByID({
        collection: 'users',
        id,
        overrideAccess: true,
        showHiddenFields: true,
      })
    ).email
  const mailsTo = async (person: SignedIn) => {
    const address = await addressOf(person)
    return mails.received.filter(({ to }) => to === address)
  }
  const outboxOf = async ({ id }: SignedIn) =>
    (
      await product.sql.query<{ kind: string; mode: string; status: string; attempts: number }>(
        'SELECT kind, mode, status, attempts FROM notification_mails WHERE person = $1 ORDER BY created_at',
        [id],
      )
    ).rows
  const inboxOf = async (person: SignedIn, query = '') =>
    product.call('GET', `/inbox${query}`, person)
  const kindsIn = async (person: SignedIn) =>
    ((await inboxOf(person)).get('entries') as { kind: string }[]).map(({ kind }) => kind)

  const submit = async (writer: SignedIn = author) => {
    const id = await writeSection(product, writer)
    await transition(product, writer, id, { transition: 'submit' })
    return id
  }
  const sendBack = (id: string, comment = 'Bitte kürzen.') =>
    transition(product, editor, id, { transition: 'requestChanges', comment })
  /** Puts something immediate into the author's outbox. */
  const returnOne = async () => {
    const id = await submit()
    expect((await sendBack(id)).status).toBe(200)
    return id
  }
  const assign = (id: string, change: object, by = editor) =>
    product.call('PATCH', `/regional-sections/${id}/workflow/assignment`, { ...by, body: change })

  return {
    get mails() {
      return mails
    },
    get product() {
      return product
    },
    get author() {
      return author
    },
    get editor() {
      return editor
    },
    send,
    addressOf,
    mailsTo,
    outboxOf,
    inboxOf,
    kindsIn,
    submit,
    sendBack,
    returnOne,
    assign,
  }
}
