import { and, asc, count, eq, gt, isNull, max, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { seal } from '#database/seal.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { sites, webhookDeliveries, webhooks, webhookSecrets } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isUuid } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { addressOnRecord } from '#record/address-on-record.ts'
import type { RecordedWebhook, RecordWebhook, WebhookAction } from './record.ts'
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
    const db = await sqlIn(req)
    const [made] = await db.insert(webhooks).values({ site, url }).returning({ id: webhooks.id })
    const id = made?.id ?? ''
    const secret = await addSecret(req, id)
    const webhook = await requireWebhook(req, { site, webhook: id })
    await put(options, 'makeWebhook', { webhook, after: toRecorded(req, webhook) })
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
    const db = await sqlIn(req)
    await db
      .update(webhooks)
      .set({ url: url ?? before.url, isActive: isActive ?? before.isActive })
      .where(eq(webhooks.id, id))
    const webhook = await requireWebhook(req, options)
    const change = { before: toRecorded(req, before), after: toRecorded(req, webhook) }
    await put(options, 'changeWebhook', { webhook, ...change })
    return webhook
  })
}

/** Removes a webhook with all that it has not been told yet. @throws DocumentNotFound 404 */
export async function removeWebhook(options: Change & { webhook: string }): Promise<void> {
  const { req } = options
  await inTransaction(req, async () => {
    const webhook = await requireWebhook(req, options)
    const db = await sqlIn(req)
    await db.delete(webhooks).where(eq(webhooks.id, webhook.id))
    await put(options, 'removeWebhook', { webhook, before: toRecorded(req, webhook) })
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
    const db = await sqlIn(req)
    await db
      .select({ id: webhooks.id })
      .from(webhooks)
      .where(eq(webhooks.id, id))
      .for('no key update')
    await db
      .update(webhookSecrets)
      .set({ endsAt: new Date(Date.now() + overlap).toISOString() })
      .where(and(eq(webhookSecrets.webhook, id), isNull(webhookSecrets.endsAt)))
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
  const db = await sqlIn(req)
  const stopped = await db
    .update(webhooks)
    .set({ isActive: false })
    .where(and(eq(webhooks.id, webhook), webhooks.isActive))
    .returning({ id: webhooks.id })
  if (stopped.length > 0) await record(req, { site, webhook, action: 'stopWebhook' })
}

async function addSecret(req: PayloadRequest, webhook: string): Promise<string> {
  const secret = makeSecret()
  const sealed = seal(secret, {
    purpose: 'webhook secrets',
    owner: webhook,
    installationSecret: req.payload.secret,
  })
  const db = await sqlIn(req)
  await db.insert(webhookSecrets).values({ webhook, sealed })
  return secret
}

async function findWebhooks(req: PayloadRequest, site: string, id?: string): Promise<Webhook[]> {
  const db = await sqlIn(req)
  const secrets = db
    .select({ end: max(webhookSecrets.endsAt) })
    .from(webhookSecrets)
    .where(and(eq(webhookSecrets.webhook, webhooks.id), gt(webhookSecrets.endsAt, sql`now()`)))
  const rows = await db
    .select({
      id: webhooks.id,
      url: webhooks.url,
      isActive: webhooks.isActive,
      createdAt: webhooks.createdAt,
      pending: countDeliveries(db, 'pending'),
      dead: countDeliveries(db, 'dead'),
      lastSuccessAt: webhooks.lastSuccessAt,
      failedAt: webhooks.lastFailureAt,
      error: webhooks.lastError,
      oldSecretsEndAt: sql<string | null>`${secrets}`.mapWith(webhookSecrets.endsAt),
    })
    .from(webhooks)
    .where(and(eq(webhooks.site, site), id === undefined ? undefined : eq(webhooks.id, id)))
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id))
  return rows.map(({ failedAt, error, ...webhook }) => ({
    ...webhook,
    lastFailure: failedAt === null ? null : { at: failedAt, error: error ?? '' },
  }))
}

function countDeliveries(db: Sql, status: 'pending' | 'dead') {
  const counted = db
    .select({ count: count() })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.webhook, webhooks.id), eq(webhookDeliveries.status, status)))
  return sql`${counted}`.mapWith(Number)
}

async function requireSite(req: PayloadRequest, site: string): Promise<void> {
  const db = await sqlIn(req)
  const found = isUuid(site)
    ? await db.select({ id: sites.id }).from(sites).where(eq(sites.id, site)).for('key share')
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

function toRecorded(req: PayloadRequest, { url, isActive }: Webhook): RecordedWebhook {
  return { ...addressOnRecord(req.payload.secret, url), isActive }
}
