import type { ReferenceCollection } from '#model/reference-collections.ts'
import type { Values } from './fields.ts'

/**
 * Leave to change what live texts show of one entry. Only a confirmation issues it; it travels in Payload's
 * request context under a Symbol that this module keeps, which neither REST nor GraphQL can spell.
 */
export interface EntryPermit {
  collection: ReferenceCollection
  id: string
  /** What was confirmed: nothing else of it may change with that. */
  after: Values
}

const PERMIT = Symbol('reference permit')
const unused = new WeakSet<object>()

/** Issues a permit, as a piece of request context that is valid for a single write. */
export function issueEntryPermit(permit: EntryPermit): Record<symbol, EntryPermit> {
  unused.add(permit)
  return { [PERMIT]: permit }
}

/** The leave that a request context has to change an entry, used up by that; undefined where it has none. */
export function useEntryPermit(
  context: object,
  entry: Omit<EntryPermit, 'after'>,
): EntryPermit | undefined {
  const permit: unknown = Reflect.get(context, PERMIT)
  if (!isPermit(permit) || permit.collection !== entry.collection || permit.id !== entry.id) {
    return undefined
  }
  unused.delete(permit)
  return permit
}

function isPermit(value: unknown): value is EntryPermit {
  return typeof value === 'object' && value !== null && unused.has(value)
}
