import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { momentIn, momentOrNull, textIn, textOrNull } from '#database/rows.ts'
import { inTransaction } from '#database/transaction.ts'
import { isUuid } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import type { RecordedWebhook, RecordWebhook, WebhookAction } from './record.ts'
import { seal } from './seal.ts'
import { makeSecret } from './signature.ts'

/** A webhook of a site as the administration sees it. Its secret is no part of it. */
export interface Webhook {
  id: string
  url: string
  isActive: boolean
  createdAt: string
  /** How many deliveries wait, and how many were given up. */
  pending: number
  dead: number
  lastSuccessAt: string | null
  lastFailure: { at: string; error: string } | null
  /** When the last of the secrets that were replaced signs no more; null where there is none. */
  oldSecretsEndAt: string | null
}

interface Change {
  req: PayloadRequest
  site: string
  record: RecordWebhook
}

/** How long a secret that was replaced still signs beside the new one. */
const overlap = 24 * 3_600_000

/** Makes a webhook, and a secret that nobody can read again. @throws DocumentNotFound 404 */
export async function makeWebhook(
  options: Change & { url: string },
): Promise<{ webhook: Webhook; secret: string }> {
  const { req, site, url } = options
  return inTransaction(req, async () => {
    await requireSite(req, site)
    const [row] = await query(
      req,
      sql`INSERT INTO webhooks (site, url) VALUES (${site}, ${url}) RETURNING id`,
    )
    const id = textIn(row?.id)
    const secret = await addSecret(req, id)
    const webhook = await requireWebhook(req, { site, webhook: id })
    await put(options, 'makeWebhook', { webhook, after: toRecorded(webhook) })
    return { webhook, secret }
  })
}

/** The webhooks of a site, oldest first. @throws DocumentNotFound 404 */
export async function listWebhooks(req: PayloadRequest, site: string): Promise<Webhook[]> {
  await requireSite(req, site)
  return findWebhooks(req, site)
}

/** One webhook of a site. @throws DocumentNotFound 404 */
export async function requireWebhook(
  req: PayloadRequest,
  { site, webhook }: { site: string; webhook: string },
): Promise<Webhook> {
  const [found] = isUuid(site) && isUuid(webhook) ? await findWebhooks(req, site, webhook) : []
  if (!found) throw new DocumentNotFound('webhooks', webhook)
  return found
}

/** Changes where a webhook leads, or whether it is told anything. @throws DocumentNotFound 404 */
export async function changeWebhook(
  options: Change & { webhook: string; url?: string | undefined; isActive?: boolean | undefined },
): Promise<Webhook> {
  const { req, url, isActive, webhook: id } = options
  return inTransaction(req, async () => {
    const before = await requireWebhook(req, options)
    await query(
      req,
      sql`UPDATE webhooks
          SET url = ${url ?? before.url}, is_active = ${isActive ?? before.isActive}
          WHERE id = ${id}`,
    )
    const webhook = await requireWebhook(req, options)
    const change = { before: toRecorded(before), after: toRecorded(webhook) }
    await put(options, 'changeWebhook', { webhook, ...change })
    return webhook
  })
}

/** Removes a webhook with all that it has not been told yet. @throws DocumentNotFound 404 */
export async function removeWebhook(options: Change & { webhook: string }): Promise<void> {
  const { req } = options
  await inTransaction(req, async () => {
    const webhook = await requireWebhook(req, options)
    await query(req, sql`DELETE FROM webhooks WHERE id = ${webhook.id}`)
    await put(options, 'removeWebhook', { webhook, before: toRecorded(webhook) })
  })
}

/**
 * Gives a webhook a new secret. For 24 h every message is signed with the old one too, so that the
 * receiver can change over in between. @throws DocumentNotFound 404
 */
export async function replaceSecret(
  options: Change & { webhook: string },
): Promise<{ webhook: Webhook; secret: string }> {
  const { req } = options
  return inTransaction(req, async () => {
    const { id } = await requireWebhook(req, options)
    // This lock puts two who do so at once one after the other.
    await query(req, sql`SELECT id FROM webhooks WHERE id = ${id} FOR NO KEY UPDATE`)
    const endsAt = new Date(Date.now() + overlap).toISOString()
    await query(
      req,
      sql`UPDATE webhook_secrets SET ends_at = ${endsAt} WHERE webhook = ${id} AND ends_at IS NULL`,
    )
    const secret = await addSecret(req, id)
    const webhook = await requireWebhook(req, options)
    await put(options, 'makeWebhookSecret', { webhook })
    return { webhook, secret }
  })
}

/** Switches a webhook off whose receiver is gone. What it has not been told yet waits. */
export async function stopWebhook(
  req: PayloadRequest,
  { site, webhook, record }: { site: string; webhook: string; record: RecordWebhook },
): Promise<void> {
  const stopped = await query(
    req,
    sql`UPDATE webhooks SET is_active = false WHERE id = ${webhook} AND is_active RETURNING id`,
  )
  if (stopped.length > 0) await record(req, { site, webhook, action: 'stopWebhook' })
}

async function addSecret(req: PayloadRequest, webhook: string): Promise<string> {
  const secret = makeSecret()
  const sealed = seal(secret, { webhook, installationSecret: req.payload.secret })
  await query(
    req,
    sql`INSERT INTO webhook_secrets (webhook, sealed) VALUES (${webhook}, ${sealed})`,
  )
  return secret
}

async function findWebhooks(req: PayloadRequest, site: string, id?: string): Promise<Webhook[]> {
  const rows = await query(
    req,
    sql`SELECT w.id, w.url, w.is_active, w.created_at, w.last_success_at, w.last_failure_at,
          w.last_error,
          (SELECT count(*) FROM webhook_deliveries d
           WHERE d.webhook = w.id AND d.status = 'pending') AS pending,
          (SELECT count(*) FROM webhook_deliveries d
           WHERE d.webhook = w.id AND d.status = 'dead') AS dead,
          (SELECT max(s.ends_at) FROM webhook_secrets s
           WHERE s.webhook = w.id AND s.ends_at > now()) AS old_secrets_end_at
        FROM webhooks w
        WHERE w.site = ${site} ${id === undefined ? sql`` : sql`AND w.id = ${id}`}
        ORDER BY w.created_at, w.id`,
  )
  return rows.map(toWebhook)
}

async function requireSite(req: PayloadRequest, site: string): Promise<void> {
  const found = isUuid(site)
    ? await query(req, sql`SELECT id FROM sites WHERE id = ${site} FOR KEY SHARE`)
    : []
  if (found.length === 0) throw new DocumentNotFound('sites', site)
}

async function put(
  { req, site, record }: Change,
  action: WebhookAction,
  change: { webhook: Webhook; before?: RecordedWebhook; after?: RecordedWebhook },
): Promise<void> {
  const { webhook, ...beforeAndAfter } = change
  await record(req, { site, webhook: webhook.id, action, ...beforeAndAfter })
}

function toRecorded({ url, isActive }: Webhook): RecordedWebhook {
  return { origin: new URL(url).origin, isActive }
}

function toWebhook(row: Record<string, unknown>): Webhook {
  const failedAt = momentOrNull(row.last_failure_at)
  return {
    id: textIn(row.id),
    url: textIn(row.url),
    isActive: row.is_active === true,
    createdAt: momentIn(row.created_at),
    pending: Number(row.pending),
    dead: Number(row.dead),
    lastSuccessAt: momentOrNull(row.last_success_at),
    lastFailure:
      failedAt === null ? null : { at: failedAt, error: textOrNull(row.last_error) ?? '' },
    oldSecretsEndAt: momentOrNull(row.old_secrets_end_at),
  }
}
