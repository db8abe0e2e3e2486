import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { isActive } from '#access/active.ts'
import { causeOf, pauseAfter } from './failure.ts'
import { delayMail, leaseMail, settleMails, wakeMails, type LeasedMail } from './outbox.ts'
import { composeDigest, composeMail, type Reader } from './wording.ts'
import { findReadable, languageOf } from './notification.ts'

/**
 * Sends every mail that is due, one after the other; any number of senders may do so at once. When
 * the mail server is not there it ends, and the rest stays due. Gives how many mails it sent.
 */
export async function sendDueMails(
  payload: Payload,
  options: { now?: () => Date; isStopping?: () => boolean } = {},
): Promise<number> {
  const { now = () => new Date(), isStopping = () => false } = options
  const domain = payload.email.defaultFromAddress.split('@').at(-1) ?? ''
  let sent = 0
  while (!isStopping()) {
    const req = await createLocalReq({}, payload)
    const mail = await leaseMail(req, { now: now(), domain })
    if (!mail) break
    const outcome = await deliver(req, mail, now)
    if (outcome === 'sent') sent += 1
    if (outcome === 'serverDown') break
  }
  return sent
}

type Outcome = 'sent' | 'dropped' | 'refused' | 'delayed' | 'serverDown'

const toldOf = {
  allTexts: true,
  createdAt: true,
  deactivatedAt: true,
  desks: true,
  email: true,
  language: true,
  name: true,
  role: true,
  updatedAt: true,
} as const

async function deliver(req: PayloadRequest, mail: LeasedMail, now: () => Date): Promise<Outcome> {
  const { payload } = req
  const account = await payload.findByID({
    collection: 'users',
    id: mail.person,
    depth: 0,
    // The worker reads nothing that people sign in by.
    select: toldOf,
    overrideAccess: true,
    disableErrors: true,
    req,
  })
  const user = isActive(account) ? account : null
  const readerReq = await createLocalReq(
    user ? { user: { ...user, collection: 'users' } } : {},
    payload,
  )
  const isReadable = await findReadable(
    readerReq,
    mail.rows.map(({ notification }) => notification),
  )
  const wanted = user ? mail.rows.filter(({ notification }) => isReadable(notification)) : []
  const unwanted = mail.rows.filter((row) => !wanted.includes(row)).map(({ id }) => id)
  if (unwanted.length > 0) {
    const reason = user ? 'The document is gone.' : 'The account is gone.'
    await settleMails(req, unwanted, { status: 'dropped', at: now(), reason })
  }
  const [first] = wanted
  if (!user || !first) return 'dropped'
  const reader: Reader = {
    language: languageOf(user.language),
    baseAddress: payload.config.serverURL,
  }
  const all = wanted.map(({ notification }) => notification)
  const { subject, text } =
    mail.mode === 'daily' ? composeDigest(all, reader) : composeMail(first.notification, reader)
  try {
    await payload.sendEmail({
      to: { name: user.name, address: user.email },
      subject,
      text,
      messageId: mail.messageId,
      // RFC 3834: no out-of-office notice answers this.
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } catch (error) {
    return await recordFailure(req, { ...mail, rows: wanted }, error, now())
  }
  await settleMails(
    req,
    wanted.map(({ id }) => id),
    { status: 'sent', at: now(), reason: null },
  )
  await wakeMails(req, now())
  return 'sent'
}

/** What the server refuses for good has failed; anything else is tried again, for as long as it takes. */
async function recordFailure(
  req: PayloadRequest,
  mail: LeasedMail,
  error: unknown,
  at: Date,
): Promise<Outcome> {
  const { logger } = req.payload
  const reason = error instanceof Error ? error.message : String(error)
  const ids = mail.rows.map(({ id }) => id)
  const cause = causeOf(error)
  if (cause === 'recipient') {
    logger.error({ msg: 'A mail was refused for good.', mails: ids, person: mail.person, reason })
    await settleMails(req, ids, { status: 'failed', at, reason })
    return 'refused'
  }
  const until = new Date(at.getTime() + pauseAfter(mail.attempts))
  logger.warn({ msg: 'A mail could not be sent; it is tried again.', mails: ids, until, reason })
  await delayMail(req, mail, { until, reason, isServerDown: cause === 'server' })
  return cause === 'server' ? 'serverDown' : 'delayed'
}
