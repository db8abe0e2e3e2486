import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { webhookDeliveries as d } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { encodeCursor } from '#model/cursor.ts'
import { isUuid } from '#model/documents.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import { releases } from '#read-model/tables.ts'
import { composeMessage } from './message.ts'
import { releaseColumns, toRelease } from './outbox.ts'
import { requireWebhook } from './webhooks.ts'

export const deliveryStatuses = ['pending', 'delivered', 'dead'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** A delivery as the administration sees it. `id` is the header `webhook-id` of its message. */
export interface Delivery {
  id: string
  type: string
  document: string
  position: number
  status: DeliveryStatus
  attempts: number
  createdAt: string
  /** Of a pending one. */
  nextAttemptAt: string | null
  /** When it was delivered, or given up. */
  settledAt: string | null
  lastStatus: number | null
  lastError: string | null
  /** The body that is sent, as JSON. */
  message: string
}

interface Target {
  req: PayloadRequest
  site: string
  webhook: string
}

/** The deliveries of a webhook, newest first. @throws DocumentNotFound 404 */
export async function listDeliveries(
  options: Target & {
    status?: DeliveryStatus | undefined
    limit: number
    after?: number | undefined
  },
): Promise<{ deliveries: Delivery[]; nextCursor: string | null }> {
  const { req, status, limit, after } = options
  const { id: webhook } = await requireWebhook(req, options)
  const rows = await readDeliveries(await sqlIn(req))
    .where(
      and(
        eq(d.webhook, webhook),
        status === undefined ? undefined : eq(d.status, status),
        after === undefined ? undefined : lt(d.sequence, after),
      ),
    )
    .orderBy(desc(d.sequence))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    deliveries: page.map(toDelivery),
    nextCursor: last ? encodeCursor([last.delivery.sequence]) : null,
  }
}

/**
 * Sends a dead letter again, with all the attempts of a new one.
 *
 * @throws DocumentNotFound 404, Conflict 409 where it is no dead letter
 */
export async function replayDelivery(options: Target & { delivery: string }): Promise<Delivery> {
  const { req, delivery } = options
  return inTransaction(req, async () => {
    const { id: webhook } = await requireWebhook(req, options)
    if (!isUuid(delivery)) throw new DocumentNotFound('deliveries', delivery)
    const db = await sqlIn(req)
    const replayed = await revive(db, webhook, delivery)
    const [row] = await readDeliveries(db).where(and(eq(d.webhook, webhook), eq(d.id, delivery)))
    if (!row) throw new DocumentNotFound('deliveries', delivery)
    if (replayed === 0) throw new Conflict('Only a dead letter is sent again.', 'wrong_state')
    return toDelivery(row)
  })
}

/** Sends all dead letters of a webhook again, and gives how many. @throws DocumentNotFound 404 */
export async function replayAll(options: Target): Promise<number> {
  const { req } = options
  const { id: webhook } = await requireWebhook(req, options)
  return revive(await sqlIn(req), webhook)
}

async function revive(db: Sql, webhook: string, delivery?: string): Promise<number> {
  const revived = await db
    .update(d)
    .set({
      status: 'pending',
      attempts: 0,
      firstAttemptAt: null,
      settledAt: null,
      nextAttemptAt: sql`date_trunc('milliseconds', now())`,
    })
    .where(
      and(
        eq(d.webhook, webhook),
        eq(d.status, 'dead'),
        delivery === undefined ? undefined : eq(d.id, delivery),
      ),
    )
    .returning({ id: d.id })
  return revived.length
}

function readDeliveries(db: Sql) {
  return db
    .select({ delivery: getTableColumns(d), release: releaseColumns })
    .from(d)
    .innerJoin(releases, eq(releases.id, d.release))
}

function toDelivery({
  delivery,
  release,
}: {
  delivery: typeof d.$inferSelect
  release: Parameters<typeof toRelease>[0]
}): Delivery {
  const { event, status, nextAttemptAt } = delivery
  return {
    id: delivery.id,
    type: `portrait.${event}`,
    document: delivery.document,
    position: release.position ?? 0,
    status,
    attempts: delivery.attempts,
    createdAt: delivery.createdAt,
    nextAttemptAt: status === 'pending' ? nextAttemptAt : null,
    settledAt: delivery.settledAt,
    lastStatus: delivery.lastStatus,
    lastError: delivery.lastError,
    message: composeMessage(event, toRelease(release)),
  }
}
