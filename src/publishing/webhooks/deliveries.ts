import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { momentIn, momentOrNull, textIn, textOrNull } from '#database/rows.ts'
import { inTransaction } from '#database/transaction.ts'
import { isUuid } from '#model/documents.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import { composeMessage } from './message.ts'
import { eventIn, releaseColumns, toRelease } from './outbox.ts'
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
    cursor?: string | undefined
  },
): Promise<{ deliveries: Delivery[]; nextCursor: string | null }> {
  const { req, status, limit, cursor } = options
  const { id: webhook } = await requireWebhook(req, options)
  const rows = await query(
    req,
    sql`SELECT d.*, ${releaseColumns} FROM webhook_deliveries d
        JOIN delivery.releases r ON r.id = d.release
        WHERE d.webhook = ${webhook}
          ${status === undefined ? sql`` : sql`AND d.status = ${status}`}
          ${cursor === undefined ? sql`` : sql`AND d.sequence < ${cursor}::bigint`}
        ORDER BY d.sequence DESC LIMIT ${limit + 1}`,
  )
  const page = rows.slice(0, limit)
  const nextCursor = rows.length > limit ? textIn(page.at(-1)?.sequence) : null
  return { deliveries: page.map(toDelivery), nextCursor }
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
    const replayed = await revive(req, webhook, delivery)
    const [row] = await query(
      req,
      sql`SELECT d.*, ${releaseColumns} FROM webhook_deliveries d
          JOIN delivery.releases r ON r.id = d.release
          WHERE d.webhook = ${webhook} AND d.id = ${delivery}`,
    )
    if (!row) throw new DocumentNotFound('deliveries', delivery)
    if (replayed === 0) throw new Conflict('Only a dead letter is sent again.', 'wrong_state')
    return toDelivery(row)
  })
}

/** Sends all dead letters of a webhook again, and gives how many. @throws DocumentNotFound 404 */
export async function replayAll(options: Target): Promise<number> {
  const { req } = options
  const { id: webhook } = await requireWebhook(req, options)
  return revive(req, webhook)
}

async function revive(req: PayloadRequest, webhook: string, delivery?: string): Promise<number> {
  const revived = await query(
    req,
    sql`UPDATE webhook_deliveries
        SET status = 'pending', attempts = 0, first_attempt_at = NULL, settled_at = NULL,
            next_attempt_at = date_trunc('milliseconds', now())
        WHERE webhook = ${webhook} AND status = 'dead'
          ${delivery === undefined ? sql`` : sql`AND id = ${delivery}`}
        RETURNING id`,
  )
  return revived.length
}

function toDelivery(row: Record<string, unknown>): Delivery {
  const event = eventIn(row.event)
  const status = deliveryStatuses.find((known) => known === row.status) ?? 'pending'
  return {
    id: textIn(row.id),
    type: `portrait.${event}`,
    document: textIn(row.document),
    position: Number(row.position),
    status,
    attempts: Number(row.attempts),
    createdAt: momentIn(row.created_at),
    nextAttemptAt: status === 'pending' ? momentIn(row.next_attempt_at) : null,
    settledAt: momentOrNull(row.settled_at),
    lastStatus: typeof row.last_status === 'number' ? row.last_status : null,
    lastError: textOrNull(row.last_error),
    message: composeMessage(event, toRelease(row)),
  }
}
