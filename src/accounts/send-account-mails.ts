import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { endOfLease, isFree } from '#database/lease.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { accountMails as mails, users } from '#database/tables.ts'
import { causeOf, pauseAfter } from '#notifications/failure.ts'
import { languageOf } from '#notifications/notification.ts'
import { isChangeOfSignIn } from './changes-of-sign-in.ts'
import { composeAddressMail, composeChangeOfSignIn } from './mails.ts'

/** As long as a sender may take; after a crash, the mail waits no longer than this. */
const leaseLength = 120_000

/**
 * Sends what people are to be told of how they get in, one mail after the other; any number of senders may do so at
 * once. What is sent, and what the server refuses for good, is gone then; the rest is tried again.
 *
 * @returns how many mails it sent
 */
export async function sendAccountMails(
  payload: Payload,
  options: { now?: () => Date; isStopping?: () => boolean } = {},
): Promise<number> {
  const { now = () => new Date(), isStopping = () => false } = options
  const db = await sqlIn({ payload })
  let sent = 0
  while (!isStopping()) {
    const mail = await leaseMail(db, now())
    if (!mail) break
    const outcome = await deliver(payload, db, { mail, now: now() })
    if (outcome === 'sent') sent += 1
    if (outcome === 'serverDown') break
  }
  return sent
}

type Mail = typeof mails.$inferSelect

async function leaseMail(db: Sql, now: Date): Promise<Mail | undefined> {
  const moment = now.toISOString()
  const first = db
    .select({ id: mails.id })
    .from(mails)
    .where(and(lte(mails.nextAttemptAt, moment), isFree(mails, moment)))
    .orderBy(asc(mails.nextAttemptAt), asc(mails.id))
    .limit(1)
    .for('update', { skipLocked: true })
  const [leased] = await db
    .update(mails)
    .set({ leasedUntil: endOfLease(now, leaseLength), attempts: sql`${mails.attempts} + 1` })
    .where(eq(mails.id, sql`${first}`))
    .returning()
  return leased
}

async function deliver(
  payload: Payload,
  db: Sql,
  { mail, now }: { mail: Mail; now: Date },
): Promise<'sent' | 'given up' | 'delayed' | 'serverDown'> {
  const { id, person, address, attempts } = mail
  const own = eq(mails.id, id)
  const composed = await compose(db, mail)
  if (!composed) {
    await db.delete(mails).where(own)
    return 'given up'
  }
  const { name, subject, text } = composed
  const domain = payload.email.defaultFromAddress.split('@').at(-1) ?? ''
  try {
    await payload.sendEmail({
      to: { name, address },
      subject,
      text,
      // The same at every attempt: whoever got the mail already can tell.
      messageId: `<${id}@${domain}>`,
      // RFC 3834: no out-of-office notice answers this.
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const cause = causeOf(error)
    if (cause === 'recipient') {
      payload.logger.error({ msg: 'Word of a sign-in was refused for good.', person, reason })
      await db.delete(mails).where(own)
      return 'given up'
    }
    const until = new Date(now.getTime() + pauseAfter(attempts)).toISOString()
    payload.logger.warn({ msg: 'Word of a sign-in is sent again later.', person, until, reason })
    await db.update(mails).set({ nextAttemptAt: until, leasedUntil: null }).where(own)
    return cause === 'server' ? 'serverDown' : 'delayed'
  }
  await db.delete(mails).where(own)
  return 'sent'
}

async function compose(db: Sql, { person, change, byWhom, happenedAt }: Mail) {
  const { name, email, language: spoken } = users
  const [account] = await db
    .select({ name, email, language: spoken })
    .from(users)
    .where(eq(users.id, person))
  if (!account || !isChangeOfSignIn(change)) return null
  const { name: whose } = account
  const language = languageOf(account.language)
  const mail =
    change === 'changeAddress'
      ? composeAddressMail({ name: whose, address: account.email, language })
      : composeChangeOfSignIn({
          name: whose,
          change,
          byWhom,
          at: new Date(happenedAt),
          language,
        })
  return { ...mail, name: whose }
}
