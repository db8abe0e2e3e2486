import { sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { collectionIn, momentIn, textIn, textsIn } from '#database/rows.ts'
import { webhookEvents, type Release, type WebhookEvent } from './message.ts'

/** A delivery that one sender has for itself until its claim ends. */
export interface ClaimedDelivery {
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
  claimedUntil: string
}

/** Longer than an attempt may take; after a crash, a delivery waits no longer than this. */
const claimLength = 60_000

/**
 * Claims deliveries that are due, committed before they are sent. Those to receivers that work come
 * first, and no webhook gets more than its share: one that is slow takes nobody else's turn. A delivery
 * of a document waits while one of an earlier position is pending.
 */
export async function claimDeliveries(
  req: PayloadRequest,
  options: { now: Date; limit: number; perWebhook: number },
): Promise<ClaimedDelivery[]> {
  const { limit, perWebhook } = options
  const now = options.now.toISOString()
  const until = new Date(options.now.getTime() + claimLength).toISOString()
  const claimed = await query(
    req,
    sql`WITH due AS (
          SELECT next.id, w.is_failing
          FROM (SELECT id, coalesce(last_failure_at > last_success_at, last_failure_at IS NOT NULL)
                  AS is_failing
                FROM webhooks WHERE is_active) w
          CROSS JOIN LATERAL (
            SELECT d.id FROM webhook_deliveries d JOIN delivery.releases r ON r.id = d.release
            WHERE d.webhook = w.id AND ${isClaimable(now)}
              -- LIMIT keeps this a look into the index a row; as a join it would read all that waits.
              AND NOT coalesce((
                SELECT true FROM webhook_deliveries e JOIN delivery.releases er ON er.id = e.release
                WHERE e.webhook = d.webhook AND e.document = d.document AND e.status = 'pending'
                  AND er.position < r.position LIMIT 1), false)
            ORDER BY d.next_attempt_at, d.sequence
            LIMIT greatest(0, ${perWebhook}::bigint - (
              SELECT count(*) FROM webhook_deliveries b
              WHERE b.webhook = w.id AND b.status = 'pending' AND b.claimed_until > ${now}))
          ) next
        ), taken AS (
          SELECT d.id FROM webhook_deliveries d JOIN due ON due.id = d.id
          WHERE ${isClaimable(now)}
          ORDER BY due.is_failing, d.next_attempt_at, d.sequence
          LIMIT ${limit} FOR UPDATE OF d SKIP LOCKED
        )
        UPDATE webhook_deliveries d
        SET attempts = d.attempts + 1, claimed_until = ${until},
            first_attempt_at = coalesce(d.first_attempt_at, ${now})
        FROM taken WHERE d.id = taken.id
        RETURNING d.id`,
  )
  if (claimed.length === 0) return []
  const rows = await query(
    req,
    sql`SELECT d.id, d.webhook, d.event, d.attempts, d.first_attempt_at, d.claimed_until,
          w.site, w.url,
          ARRAY(SELECT sealed FROM webhook_secrets s
                WHERE s.webhook = w.id AND (s.ends_at IS NULL OR s.ends_at > ${now})
                ORDER BY s.ends_at DESC NULLS FIRST) AS secrets,
          ${releaseColumns}
        FROM webhook_deliveries d
        JOIN webhooks w ON w.id = d.webhook
        JOIN delivery.releases r ON r.id = d.release
        WHERE d.id IN (SELECT jsonb_array_elements_text(
          ${JSON.stringify(claimed.map(({ id }) => id))}::jsonb)::uuid)`,
  )
  return rows.map(toClaimed)
}

/**
 * Writes down how an attempt ended. Gives false, and changes nothing, where the delivery is not this
 * sender's any more: its claim has ended and another one sends it.
 */
export async function settleDelivery(
  req: PayloadRequest,
  delivery: Pick<ClaimedDelivery, 'id' | 'claimedUntil' | 'webhook'>,
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
  const settled = await query(
    req,
    sql`UPDATE webhook_deliveries
        SET status = ${status}, claimed_until = NULL, last_status = ${httpStatus},
            last_error = ${failure},
            next_attempt_at = coalesce(${nextAttemptAt?.toISOString() ?? null}, next_attempt_at),
            settled_at = CASE WHEN ${status} <> 'pending' THEN ${at}::timestamptz END
        WHERE id = ${delivery.id} AND status = 'pending'
          AND claimed_until = ${delivery.claimedUntil}
        RETURNING id`,
  )
  if (settled.length === 0) return false
  await passOn(req, delivery, nextAttemptAt ?? ended.at, status)
  await query(
    req,
    failure === null
      ? sql`UPDATE webhooks SET last_success_at = ${at} WHERE id = ${delivery.webhook}`
      : sql`UPDATE webhooks SET last_failure_at = ${at}, last_error = ${failure}
            WHERE id = ${delivery.webhook}`,
  )
  return true
}

/**
 * What waits for a delivery, being of the same document, is not looked at before that one is tried
 * again, and at once when it is settled.
 */
async function passOn(
  req: PayloadRequest,
  { id }: Pick<ClaimedDelivery, 'id'>,
  at: Date,
  status: 'pending' | 'delivered' | 'dead',
): Promise<void> {
  const moment = at.toISOString()
  await query(
    req,
    sql`UPDATE webhook_deliveries w
        SET next_attempt_at = ${status === 'pending' ? sql`greatest` : sql`least`}(
          w.next_attempt_at, ${moment}::timestamptz)
        FROM webhook_deliveries d
        WHERE d.id = ${id} AND w.webhook = d.webhook AND w.document = d.document
          AND w.sequence > d.sequence AND w.status = 'pending' AND w.attempts = 0`,
  )
}

/** Forgets what was delivered so many days ago, and secrets that sign nothing any more. */
export async function forgetOldDeliveries(req: PayloadRequest, days: number): Promise<void> {
  await query(
    req,
    sql`DELETE FROM webhook_deliveries
        WHERE status = 'delivered' AND settled_at < now() - make_interval(days => ${days})`,
  )
  await query(req, sql`DELETE FROM webhook_secrets WHERE ends_at < now()`)
}

function isClaimable(now: string): SQL {
  return sql`d.status = 'pending' AND d.next_attempt_at <= ${now}
    AND (d.claimed_until IS NULL OR d.claimed_until <= ${now})`
}

function toClaimed(row: Record<string, unknown>): ClaimedDelivery {
  return {
    id: textIn(row.id),
    webhook: textIn(row.webhook),
    site: textIn(row.site),
    url: textIn(row.url),
    sealedSecrets: textsIn(row.secrets),
    event: eventIn(row.event),
    release: toRelease(row),
    attempts: Number(row.attempts),
    firstAttemptAt: new Date(momentIn(row.first_attempt_at)),
    claimedUntil: momentIn(row.claimed_until),
  }
}

/** What `toRelease` reads, of `delivery.releases r`. */
export const releaseColumns = sql`r.position, r.at, r.document, r.collection, r.profession,
  r.profession_slug, r.region, r.region_slug, r.digest, r.reason`

export function toRelease(row: Record<string, unknown>): Release {
  return {
    position: Number(row.position),
    at: momentIn(row.at),
    document: textIn(row.document),
    collection: collectionIn(row.collection),
    profession: { id: textIn(row.profession), slug: textIn(row.profession_slug) },
    region:
      typeof row.region === 'string' ? { id: row.region, slug: textIn(row.region_slug) } : null,
    digest: typeof row.digest === 'string' ? row.digest : null,
    reason: textIn(row.reason),
  }
}

export function eventIn(value: unknown): WebhookEvent {
  const event = webhookEvents.find((known) => known === value)
  if (event === undefined) throw new Error(`No event of a webhook: ${textIn(value)}`)
  return event
}
