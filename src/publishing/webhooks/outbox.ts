import { aliasedTable, and, asc, count, eq, gt, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { endOfLease, isDue, isFree, isLeased, isStillLeased } from '#database/lease.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { webhookDeliveries as d, webhooks, webhookSecrets } from '#database/tables.ts'
import { collectionIn } from '#model/documents.ts'
import { releases } from '#read-model/tables.ts'
import type { Release, WebhookEvent } from './message.ts'

/** A delivery that one sender has for itself until its lease ends. */
export interface LeasedDelivery {
  /** The same at every attempt: whoever got the message already can tell. */
  id: string
  webhook: string
  site: string
  url: string
  /** The current secret and those that it replaced a short while ago, sealed, newest first. */
  sealedSecrets: string[]
  event: WebhookEvent
  release: Release
  /** How many attempts there were, this one included. */
  attempts: number
  firstAttemptAt: Date
  leasedUntil: string
}

/** Longer than an attempt may take; after a crash, a delivery waits no longer than this. */
const leaseLength = 60_000

/**
 * Leases deliveries that are due, committed before they are sent. Those to receivers that work come
 * first, and no webhook gets more than its share: one that is slow takes nobody else's turn. A delivery
 * of a document waits while one of an earlier position is pending.
 */
export async function leaseDeliveries(
  req: PayloadRequest,
  options: { now: Date; limit: number; perWebhook: number },
): Promise<LeasedDelivery[]> {
  const { limit, perWebhook } = options
  const now = options.now.toISOString()
  const until = endOfLease(options.now, leaseLength)
  const db = await sqlIn(req)
  const due = dueDeliveries(db, now, perWebhook)
  const taken = db
    .$with('taken')
    .as(
      db
        .select({ id: d.id })
        .from(d)
        .innerJoin(due, eq(due.id, d.id))
        .where(isSendable(now))
        .orderBy(due.isFailing, asc(d.nextAttemptAt), asc(d.sequence))
        .limit(limit)
        .for('update', { of: d, skipLocked: true }),
    )
  const leased = await db
    .with(due, taken)
    .update(d)
    .set({
      attempts: sql`${d.attempts} + 1`,
      leasedUntil: until,
      firstAttemptAt: sql`coalesce(${d.firstAttemptAt}, ${now}::timestamptz)`,
    })
    .from(taken)
    .where(eq(d.id, taken.id))
    .returning({ id: d.id })
  if (leased.length === 0) return []
  return readLeased(
    db,
    leased.map(({ id }) => id),
    now,
  )
}

/** What is due of each webhook that is on, as far as its share goes. */
function dueDeliveries(db: Sql, now: string, perWebhook: number) {
  const hooks = db
    .select({
      id: webhooks.id,
      isFailing: sql<boolean>`coalesce(${webhooks.lastFailureAt} > ${webhooks.lastSuccessAt},
        ${webhooks.lastFailureAt} IS NOT NULL)`.as('is_failing'),
    })
    .from(webhooks)
    .where(eq(webhooks.isActive, true))
    .as('hooks')
  const earlier = aliasedTable(d, 'earlier')
  const earlierRelease = aliasedTable(releases, 'earlier_release')
  // LIMIT keeps this a look into the index a row; as a join it would read all that waits.
  const waitsFor = db
    .select({ isWaiting: sql`true` })
    .from(earlier)
    .innerJoin(earlierRelease, eq(earlierRelease.id, earlier.release))
    .where(
      and(
        eq(earlier.webhook, d.webhook),
        eq(earlier.document, d.document),
        eq(earlier.status, 'pending'),
        lt(earlierRelease.position, releases.position),
      ),
    )
    .limit(1)
  const busy = aliasedTable(d, 'busy')
  const underway = db
    .select({ count: count() })
    .from(busy)
    .where(and(eq(busy.webhook, hooks.id), isLeased(busy, now)))
  const next = db
    .select({ id: d.id })
    .from(d)
    .innerJoin(releases, eq(releases.id, d.release))
    .where(and(eq(d.webhook, hooks.id), isSendable(now), sql`NOT coalesce(${waitsFor}, false)`))
    .orderBy(asc(d.nextAttemptAt), asc(d.sequence))
  return db.$with('due').as(
    db
      .select({ id: sql<string>`next.id`.as('due_id'), isFailing: hooks.isFailing })
      .from(hooks)
      .crossJoin(
        sql`LATERAL (${next} LIMIT greatest(0, ${perWebhook}::bigint - ${underway})) next`,
      ),
  )
}

async function readLeased(db: Sql, ids: readonly string[], now: string): Promise<LeasedDelivery[]> {
  const secrets = db
    .select({ sealed: webhookSecrets.sealed })
    .from(webhookSecrets)
    .where(
      and(
        eq(webhookSecrets.webhook, webhooks.id),
        or(isNull(webhookSecrets.endsAt), gt(webhookSecrets.endsAt, now)),
      ),
    )
    .orderBy(sql`${webhookSecrets.endsAt} DESC NULLS FIRST`)
  const rows = await db
    .select({
      id: d.id,
      webhook: d.webhook,
      event: d.event,
      attempts: d.attempts,
      firstAttemptAt: d.firstAttemptAt,
      leasedUntil: d.leasedUntil,
      site: webhooks.site,
      url: webhooks.url,
      sealedSecrets: sql<string[]>`ARRAY${secrets}`,
      release: releaseColumns,
    })
    .from(d)
    .innerJoin(webhooks, eq(webhooks.id, d.webhook))
    .innerJoin(releases, eq(releases.id, d.release))
    .where(isOneOf(d.id, ids))
  return rows.map(({ release, firstAttemptAt, leasedUntil, ...delivery }) => ({
    ...delivery,
    release: toRelease(release),
    firstAttemptAt: new Date(firstAttemptAt ?? now),
    leasedUntil: leasedUntil ?? now,
  }))
}

/**
 * Writes down how an attempt ended. Gives false, and changes nothing, where the delivery is not this
 * sender's any more: its lease has ended and another one sends it.
 */
export async function settleDelivery(
  req: PayloadRequest,
  delivery: Pick<LeasedDelivery, 'id' | 'leasedUntil' | 'webhook'>,
  ended: {
    at: Date
    status: 'pending' | 'delivered' | 'dead'
    nextAttemptAt: Date | null
    httpStatus: number | null
    failure: string | null
  },
): Promise<boolean> {
  const { status, nextAttemptAt, httpStatus, failure } = ended
  const at = ended.at.toISOString()
  const db = await sqlIn(req)
  const settled = await db
    .update(d)
    .set({
      status,
      leasedUntil: null,
      lastStatus: httpStatus,
      lastError: failure,
      ...(nextAttemptAt === null ? {} : { nextAttemptAt: nextAttemptAt.toISOString() }),
      settledAt: status === 'pending' ? null : at,
    })
    .where(and(eq(d.id, delivery.id), isStillLeased(d, delivery.leasedUntil)))
    .returning({ id: d.id })
  if (settled.length === 0) return false
  await passOn(db, delivery, nextAttemptAt ?? ended.at, status)
  await db
    .update(webhooks)
    .set(failure === null ? { lastSuccessAt: at } : { lastFailureAt: at, lastError: failure })
    .where(eq(webhooks.id, delivery.webhook))
  return true
}

/**
 * What waits for a delivery, being of the same document, is not looked at before that one is tried
 * again, and at once when it is settled.
 */
async function passOn(
  db: Sql,
  { id }: Pick<LeasedDelivery, 'id'>,
  at: Date,
  status: 'pending' | 'delivered' | 'dead',
): Promise<void> {
  const settled = aliasedTable(d, 'settled')
  const bound = status === 'pending' ? sql`greatest` : sql`least`
  await db
    .update(d)
    .set({ nextAttemptAt: sql`${bound}(${d.nextAttemptAt}, ${at.toISOString()}::timestamptz)` })
    .from(settled)
    .where(
      and(
        eq(settled.id, id),
        eq(d.webhook, settled.webhook),
        eq(d.document, settled.document),
        gt(d.sequence, settled.sequence),
        eq(d.status, 'pending'),
        eq(d.attempts, 0),
      ),
    )
}

/** Forgets what was delivered so many days ago, and secrets that sign nothing any more. */
export async function deleteOldDeliveries(req: PayloadRequest, days: number): Promise<void> {
  const db = await sqlIn(req)
  const past = sql`now() - make_interval(days => ${days})`
  await db.delete(d).where(and(eq(d.status, 'delivered'), lt(d.settledAt, past)))
  await db.delete(webhookSecrets).where(lt(webhookSecrets.endsAt, sql`now()`))
}

function isSendable(now: string): SQL | undefined {
  return and(isDue(d, now), isFree(d, now))
}

/** What `toRelease` reads of a release. */
export const releaseColumns = {
  position: releases.position,
  at: releases.at,
  document: releases.document,
  collection: releases.collection,
  profession: releases.profession,
  professionSlug: releases.professionSlug,
  region: releases.region,
  regionSlug: releases.regionSlug,
  digest: releases.digest,
  reason: releases.reason,
}

/** A release as a message tells it. @throws Error for one of no portrait, which nobody is sent */
export function toRelease(
  row: Pick<typeof releases.$inferSelect, keyof typeof releaseColumns>,
): Release {
  const { position, at, document, profession, professionSlug, region, regionSlug } = row
  if (document === null || profession === null || professionSlug === null) {
    throw new Error(`The release at ${String(position)} is of no portrait.`)
  }
  return {
    position: position ?? 0,
    at,
    document,
    collection: collectionIn(row.collection),
    profession: { id: profession, slug: professionSlug },
    region: region === null ? null : { id: region, slug: regionSlug ?? '' },
    digest: row.digest,
    reason: row.reason,
  }
}
