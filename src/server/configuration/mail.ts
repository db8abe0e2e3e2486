import nodemailer from 'nodemailer'
import type { EmailAdapter } from 'payload'
import type { Environment } from './environment.ts'

const noSender = { name: 'Berufsbild', address: 'no-reply@berufsbild.example' }

/** Mail through the server that the environment names; without one it goes to the log. */
export function chooseMail({
  SMTP_URL,
  MAIL_FROM,
}: Pick<Environment, 'SMTP_URL' | 'MAIL_FROM'>): EmailAdapter<unknown> {
  return SMTP_URL === undefined ? consoleMail : smtpMail(SMTP_URL, MAIL_FROM)
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
    .replace(/<[^>]*>/gu, '')
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

/** Mail as long as no mail server is configured: it is written where the product writes its log. */
const consoleMail: EmailAdapter<void> = () => ({
  name: 'console',
  defaultFromAddress: noSender.address,
  defaultFromName: noSender.name,
  sendEmail: (message: object) => {
    const [to, subject, text] = ['to', 'subject', 'text'].map(
      (part): unknown => Reflect.get(withText(message), part) ?? '',
    )
    console.log(`Mail to ${JSON.stringify(to)}: ${String(subject)}\n${String(text)}`)
    return Promise.resolve()
  },
})
