import type { ReferenceCollection } from '#model/reference-collections.ts'

/**
 * Leave to change what live texts show of one entry. Only a confirmation issues it; it travels in Payload's
 * request context under a Symbol that this module keeps, which neither REST nor GraphQL can spell.
 */
export interface EntryPermit {
  collection: ReferenceCollection
  id: string
}

const PERMIT = Symbol('reference permit')
const unused = new WeakSet<object>()

/** Issues a permit, as a piece of request context that is valid for a single write. */
export function issueEntryPermit(permit: EntryPermit): Record<symbol, EntryPermit> {
  unused.add(permit)
  return { [PERMIT]: permit }
}

/** Says whether a request context has leave to change an entry, and uses it up. */
export function useEntryPermit(context: object, entry: EntryPermit): boolean {
  const permit: unknown = Reflect.get(context, PERMIT)
  if (!isPermit(permit) || permit.collection !== entry.collection || permit.id !== entry.id) {
    return false
  }
  unused.delete(permit)
  return true
}

function isPermit(value: unknown): value is EntryPermit {
  return typeof value === 'object' && value !== null && unused.has(value)
}
