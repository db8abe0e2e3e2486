import { createHash } from 'node:crypto'
import { netstring } from '#model/netstring.ts'

/** The columns of an event as they enter its hash, as text, in their order. */
export const hashedColumns = [
  'id',
  'created_at',
  'document_collection',
  'document',
  'kind',
  'transition',
  'from_stage',
  'to_stage',
  'digest',
  'actor',
  'actor_name',
  'comment',
  'data',
] as const

/** An event as the hash sees it: every column as text; one that is absent is null. */
export type HashedEvent = Readonly<Partial<Record<(typeof hashedColumns)[number], string | null>>>

/**
 * The hash of an event: SHA-256 (hex) over the netstrings of the hash before it, its position and its
 * columns. It says the same as the database's workflow_event_hash, and is computed apart from it.
 */
export function hashOfEvent(
  event: HashedEvent,
  place: { position: number; previousHash: string },
): string {
  const values = hashedColumns.map((column) => event[column] ?? null)
  return sha256([place.previousHash, String(place.position), ...values])
}

/** The hash of an anchor: over the anchor before it, its number, and the events that it binds. */
export function hashOfAnchor(anchor: {
  number: number
  previousHash: string
  events: readonly { sequence: string; hash: string }[]
}): string {
  const events = anchor.events.flatMap(({ sequence, hash }) => [sequence, hash])
  return sha256([anchor.previousHash, String(anchor.number), ...events])
}

function sha256(values: readonly (string | null)[]): string {
  return createHash('sha256').update(values.map(netstring).join('')).digest('hex')
}
