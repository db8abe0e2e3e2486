import { createHash } from 'node:crypto'
import {
  aliasedTable,
  and,
  asc,
  eq,
  getTableColumns,
  gt,
  lte,
  notExists,
  or,
  sql,
} from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { holdLock } from '#database/advisory-lock.ts'
import { endOfLease, isDue, isFree, isLeased, isStillLeased } from '#database/lease.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { notificationMails as mails, notifications } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import type { MailMode } from './kinds.ts'
import type { Notification } from './wording.ts'
import { toNotification } from './notification.ts'

/** A mail that one sender has for itself until its lease ends. */
export interface LeasedMail {
  person: string
  mode: Exclude<MailMode, 'off'>
  /** The same at every attempt: whoever got the mail already can tell. */
  messageId: string
  /** How many attempts there were, this one included. */
  attempts: number
  leasedUntil: string
  /** What it tells, in order: one row of the outbox each. */
  rows: { id: string; notification: Notification }[]
}

/** As long as a sender may take; after a crash, the mail waits no longer than this. */
const leaseLength = 120_000

/** Leases the mail that is due first, committed before it is sent; undefined where none is due. */
export async function leaseMail(
  req: PayloadRequest,
  options: { now: Date; domain: string },
): Promise<LeasedMail | undefined> {
  return (await leaseImmediate(req, options)) ?? (await leaseDigest(req, options))
}

/** Settles rows of the outbox: nothing is sent of them any more. */
export async function settleMails(
  req: PayloadRequest,
  ids: readonly string[],
  settled: { status: 'sent' | 'failed' | 'dropped'; at: Date; reason: string | null },
): Promise<void> {
  const { status, at, reason } = settled
  const db = await sqlIn(req)
  await db
    .update(mails)
    .set({
      status,
      leasedUntil: null,
      waitsForServer: false,
      lastError: reason,
      sentAt: status === 'sent' ? at.toISOString() : null,
    })
    .where(and(isPending, isOneOf(mails.id, ids)))
}

/** Gives a mail back, to be tried again at a later moment. A lease that has ended changes nothing. */
export async function delayMail(
  req: PayloadRequest,
  mail: LeasedMail,
  delay: { until: Date; reason: string; isServerDown: boolean },
): Promise<void> {
  const ids = mail.rows.map(({ id }) => id)
  const db = await sqlIn(req)
  await db
    .update(mails)
    .set({
      nextAttemptAt: delay.until.toISOString(),
      leasedUntil: null,
      lastError: delay.reason,
      waitsForServer: delay.isServerDown,
    })
    .where(and(isStillLeased(mails, mail.leasedUntil), isOneOf(mails.id, ids)))
}

/** The mail server is there again: what waited for it is due now. */
export async function wakeMails(req: PayloadRequest, now: Date): Promise<void> {
  const moment = now.toISOString()
  const db = await sqlIn(req)
  await db
    .update(mails)
    .set({ nextAttemptAt: moment, waitsForServer: false })
    .where(and(isPending, mails.waitsForServer, gt(mails.nextAttemptAt, moment)))
}

const isPending = eq(mails.status, 'pending')

async function leaseImmediate(
  req: PayloadRequest,
  { now, domain }: { now: Date; domain: string },
): Promise<LeasedMail | undefined> {
  const moment = now.toISOString()
  const leasedUntil = endOfLease(now, leaseLength)
  const db = await sqlIn(req)
  const first = db
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.mode, 'immediate'), isDue(mails, moment), isFree(mails, moment)))
    .orderBy(asc(mails.nextAttemptAt), asc(mails.id))
    .limit(1)
    .for('update', { skipLocked: true })
  const [leased] = await db
    .update(mails)
    .set({
      leasedUntil,
      attempts: sql`${mails.attempts} + 1`,
      messageId: sql`'<' || ${mails.id} || '@' || ${domain}::text || '>'`,
    })
    .where(eq(mails.id, sql`${first}`))
    .returning()
  if (!leased) return undefined
  return {
    person: leased.person,
    mode: 'immediate',
    messageId: leased.messageId ?? '',
    attempts: leased.attempts,
    leasedUntil,
    rows: await readRows(db, [leased.id]),
  }
}

/**
 * Gathers what is due for one person into one mail, along with what an earlier attempt could not
 * deliver. One gathers at a time: two would part what belongs together.
 */
async function leaseDigest(
  req: PayloadRequest,
  { now, domain }: { now: Date; domain: string },
): Promise<LeasedMail | undefined> {
  const moment = now.toISOString()
  const leasedUntil = endOfLease(now, leaseLength)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await holdLock(db, 'berufsbild digests')
    const due = await db
      .select({ id: mails.id, person: mails.person, attempts: mails.attempts })
      .from(mails)
      .where(
        and(
          eq(mails.mode, 'daily'),
          isPending,
          or(lte(mails.nextAttemptAt, moment), gt(mails.attempts, 0)),
          eq(mails.person, sql`${whoIsDue(db, moment)}`),
        ),
      )
      .for('update', { skipLocked: true })
    const [first] = due
    if (!first) return undefined
    const rows = await readRows(
      db,
      due.map(({ id }) => id),
    )
    const ids = rows.map(({ id }) => id)
    const messageId = `<${digestName(ids)}@${domain}>`
    await db
      .update(mails)
      .set({
        leasedUntil,
        attempts: sql`${mails.attempts} + 1`,
        messageId: sql`CASE WHEN ${mails.id}::text = ${ids[0] ?? ''} THEN ${messageId} END`,
      })
      .where(isOneOf(mails.id, ids))
    return {
      person: first.person,
      mode: 'daily',
      messageId,
      attempts: Math.max(...due.map(({ attempts }) => attempts)) + 1,
      leasedUntil,
      rows,
    }
  })
}

/** Whose mail of the day is due first, and nobody is sending yet. */
function whoIsDue(db: Sql, moment: string) {
  const first = aliasedTable(mails, 'first')
  const held = aliasedTable(mails, 'held')
  const isHeld = db
    .select({ id: held.id })
    .from(held)
    .where(and(eq(held.person, first.person), eq(held.mode, 'daily'), isLeased(held, moment)))
  return db
    .select({ person: first.person })
    .from(first)
    .where(and(eq(first.mode, 'daily'), isDue(first, moment), notExists(isHeld)))
    .orderBy(asc(first.nextAttemptAt), asc(first.id))
    .limit(1)
}

async function readRows(db: Sql, ids: readonly string[]): Promise<LeasedMail['rows']> {
  const rows = await db
    .select({ mail: mails.id, notification: getTableColumns(notifications) })
    .from(mails)
    .innerJoin(notifications, eq(notifications.id, mails.notification))
    .where(isOneOf(mails.id, ids))
    .orderBy(asc(notifications.sequence))
  return rows.map(({ mail, notification }) => ({
    id: mail,
    notification: toNotification(notification),
  }))
}

/** The name of a digest: the same for the same rows. */
function digestName(ids: readonly string[]): string {
  return `digest-${createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 32)}`
}
