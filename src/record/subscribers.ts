import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { isRecord } from '#model/documents.ts'
import type { AppendedEvent } from './events.ts'

/**
 * Something that follows from an event, in the event's own transaction: it fails, and nothing
 * happened. It works in SQL (an operation of Payload that fails ends the whole transaction), and may
 * append events in the chain of the same document, but never what it hears of: chains are locked one
 * after the other, and two transactions that take two in different orders wait for each other.
 */
export interface Subscriber {
  name: string
  handle: (req: PayloadRequest, event: AppendedEvent) => Promise<void>
}

/**
 * Tells everybody who hears of events, in the order of the configuration. What leads away from
 * readers must never be held up: there a fault is logged, and leaves no trace but that.
 */
export async function notifySubscribers(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const handle = leadsAwayFromReaders(event) ? handleOrLog : handleOrFail
  for (const subscriber of subscribersOf(req)) await handle(req, event, subscriber)
}

function leadsAwayFromReaders({ kind, transition }: AppendedEvent): boolean {
  return (
    (kind === 'workflow' && (transition === 'unpublish' || transition === 'archive')) ||
    (kind === 'plan' && transition === 'lapse')
  )
}

async function handleOrFail(
  req: PayloadRequest,
  event: AppendedEvent,
  { handle }: Subscriber,
): Promise<void> {
  await handle(req, event)
}

async function handleOrLog(
  req: PayloadRequest,
  event: AppendedEvent,
  { handle, name }: Subscriber,
): Promise<void> {
  const db = await sqlIn(req)
  try {
    // Within a transaction, another one is a savepoint.
    await db.transaction(() => handle(req, event))
  } catch (error) {
    req.payload.logger.error({ err: error, event: event.event, subscriber: name })
  }
}

/** Who hears of events: named once, in payload.config.ts. */
function subscribersOf(req: PayloadRequest): readonly Subscriber[] {
  const subscribers: unknown = req.payload.config.custom.subscribers
  if (Array.isArray(subscribers) && subscribers.every(isSubscriber)) return subscribers
  throw new Error('payload.config.ts names no subscribers.')
}

function isSubscriber(value: unknown): value is Subscriber {
  return isRecord(value) && typeof value.name === 'string' && typeof value.handle === 'function'
}
