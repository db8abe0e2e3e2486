import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import nodemailer from 'nodemailer'
import type { EmailAdapter } from 'payload'
import type { Environment } from './environment.ts'

const noSender = { name: 'Berufsbild', address: 'no-reply@berufsbild.example' }

/** Mail through the server that the environment names; without one it is kept in the data folder. */
export function chooseMail({
  SMTP_URL,
  MAIL_FROM,
  DATA_DIR,
}: Pick<Environment, 'SMTP_URL' | 'MAIL_FROM' | 'DATA_DIR'>): EmailAdapter<unknown> {
  return SMTP_URL === undefined
    ? folderMail(path.resolve(DATA_DIR, 'mails'))
    : smtpMail(SMTP_URL, MAIL_FROM)
}

/** Mail over SMTP. A server that does not answer is given up on soon: the outbox tries again. */
function smtpMail(url: string, from: string | undefined): EmailAdapter<unknown> {
  const sender = from === undefined ? noSender : readSender(from)
  const transport = nodemailer.createTransport({
    url,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // Mails are made of text that people wrote: none of it names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return () => ({
    name: 'smtp',
    defaultFromAddress: sender.address,
    defaultFromName: sender.name,
    sendEmail: (message) =>
      transport.sendMail({ ...withText(message), from: message.from ?? sender }),
  })
}

/** Every mail has a plain text: Payload's own are HTML alone. */
function withText<TMessage extends { text?: unknown; html?: unknown }>(message: TMessage) {
  const { text, html } = message
  if (text !== undefined || typeof html !== 'string') return message
  return { ...message, text: textOf(html) }
}

/** The text of our own HTML, which knows paragraphs, lines and links that show their address. */
function textOf(html: string): string {
  return html
    .replace(/<br>/gu, '\n')
    .replace(/<\/p>\s*/gu, '\n\n')
    .replace(/<[^<>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()
}

/** Parts `Name <address>`; a bare address has the product's name. */
function readSender(from: string): { name: string; address: string } {
  const [, name = '', address] = /^([^<]*)<(.+)>$/.exec(from) ?? []
  if (address === undefined) return { ...noSender, address: from }
  return { name: name.trim() || noSender.name, address }
}

/**
 * Mail as long as no mail server is configured: each is a file that only the owner reads, and the log
 * says where. A log goes to more people than a mail does, and mails carry links that let somebody in.
 */
const folderMail =
  (folder: string): EmailAdapter<void> =>
  () => ({
    name: 'folder',
    defaultFromAddress: noSender.address,
    defaultFromName: noSender.name,
    sendEmail: async (message) => {
      const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })
      const mail = withText(message)
      const { message: written } = await transport.sendMail({
        ...mail,
        from: mail.from ?? noSender,
      })
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(path.join(folder, name), await toBuffer(written), { mode: 0o600, flag: 'wx' })
      console.log(`A mail, "${oneLine(message.subject)}", lies in ${path.join(folder, name)}.`)
    },
  })

async function toBuffer(written: Buffer | Readable): Promise<Buffer> {
  return Buffer.isBuffer(written) ? written : buffer(written)
}

function oneLine(text: unknown): string {
  return typeof text === 'string' ? text.replace(/\s+/gu, ' ').trim() : ''
}
