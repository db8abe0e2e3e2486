import { createHash } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { textIn } from '#database/rows.ts'
import { inTransaction } from '#database/transaction.ts'
import type { MailMode } from './kinds.ts'
import type { Told } from './texts.ts'
import { toTold } from './told.ts'

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
  rows: { id: string; told: Told }[]
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
  await query(
    req,
    sql`UPDATE notification_mails
        SET status = ${status}, leased_until = NULL, waits_for_server = false,
            last_error = ${reason},
            sent_at = CASE WHEN ${status} = 'sent' THEN ${at.toISOString()}::timestamptz END
        WHERE status = 'pending' AND ${isAmong(ids)}`,
  )
}

/** Gives a mail back, to be tried again at a later moment. A lease that has ended changes nothing. */
export async function delayMail(
  req: PayloadRequest,
  mail: LeasedMail,
  delay: { until: Date; reason: string; isServerDown: boolean },
): Promise<void> {
  await query(
    req,
    sql`UPDATE notification_mails
        SET next_attempt_at = ${delay.until.toISOString()}, leased_until = NULL,
            last_error = ${delay.reason}, waits_for_server = ${delay.isServerDown}
        WHERE status = 'pending' AND leased_until = ${mail.leasedUntil}
          AND ${isAmong(mail.rows.map(({ id }) => id))}`,
  )
}

/** The mail server is there again: what waited for it is due now. */
export async function wakeMails(req: PayloadRequest, now: Date): Promise<void> {
  await query(
    req,
    sql`UPDATE notification_mails SET next_attempt_at = ${now.toISOString()}, waits_for_server = false
        WHERE status = 'pending' AND waits_for_server AND next_attempt_at > ${now.toISOString()}`,
  )
}

async function leaseImmediate(
  req: PayloadRequest,
  { now, domain }: { now: Date; domain: string },
): Promise<LeasedMail | undefined> {
  const moment = now.toISOString()
  const leasedUntil = endOfLease(now)
  const [row] = await query(
    req,
    sql`UPDATE notification_mails
        SET leased_until = ${leasedUntil}, attempts = attempts + 1,
            message_id = '<' || id || '@' || ${domain}::text || '>'
        WHERE id = (
          SELECT id FROM notification_mails
          WHERE mode = 'immediate' AND status = 'pending' AND next_attempt_at <= ${moment}
            AND (leased_until IS NULL OR leased_until <= ${moment})
          ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING *`,
  )
  if (!row) return undefined
  return {
    person: textIn(row.person),
    mode: 'immediate',
    messageId: textIn(row.message_id),
    attempts: Number(row.attempts),
    leasedUntil,
    rows: await readRows(req, [textIn(row.id)]),
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
  const leasedUntil = endOfLease(now)
  return inTransaction(req, async () => {
    await query(req, sql`SELECT pg_advisory_xact_lock(hashtext('berufsbild digests'))`)
    const due = await query(
      req,
      sql`SELECT m.id, m.person, m.attempts FROM notification_mails m
          WHERE m.mode = 'daily' AND m.status = 'pending'
            AND (m.next_attempt_at <= ${moment} OR m.attempts > 0)
            AND m.person = (
              SELECT d.person FROM notification_mails d
              WHERE d.mode = 'daily' AND d.status = 'pending' AND d.next_attempt_at <= ${moment}
                AND NOT EXISTS (
                  SELECT FROM notification_mails held
                  WHERE held.person = d.person AND held.mode = 'daily'
                    AND held.status = 'pending' AND held.leased_until > ${moment})
              ORDER BY d.next_attempt_at, d.id LIMIT 1)
          FOR UPDATE OF m SKIP LOCKED`,
    )
    const [first] = due
    if (!first) return undefined
    const rows = await readRows(
      req,
      due.map((row) => textIn(row.id)),
    )
    const ids = rows.map(({ id }) => id)
    const messageId = `<${digestName(ids)}@${domain}>`
    await query(
      req,
      sql`UPDATE notification_mails
          SET leased_until = ${leasedUntil}, attempts = attempts + 1,
              message_id = CASE WHEN id::text = ${ids[0] ?? ''} THEN ${messageId} END
          WHERE ${isAmong(ids)}`,
    )
    return {
      person: textIn(first.person),
      mode: 'daily',
      messageId,
      attempts: Math.max(...due.map((row) => Number(row.attempts))) + 1,
      leasedUntil,
      rows,
    }
  })
}

async function readRows(req: PayloadRequest, ids: readonly string[]): Promise<LeasedMail['rows']> {
  const rows = await query(
    req,
    sql`SELECT n.*, m.id AS mail FROM notification_mails m JOIN notifications n ON n.id = m.notification
        WHERE m.id::text IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
        ORDER BY n.sequence`,
  )
  return rows.map((row) => ({ id: textIn(row.mail), told: toTold(row) }))
}

/** The name of a digest: the same for the same rows. */
function digestName(ids: readonly string[]): string {
  return `digest-${createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 32)}`
}

function endOfLease(now: Date): string {
  return new Date(now.getTime() + leaseLength).toISOString()
}

function isAmong(ids: readonly string[]): SQL {
  return sql`id::text IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
}
