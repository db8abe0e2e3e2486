import type { EditorialCollection } from '#model/documents.ts'

/**
 * Leave to change what is live, for one action on one document with one digest. Only commands of
 * the workflow issue it; it travels in Payload's request context under a Symbol that this module
 * keeps, which neither REST nor GraphQL can spell.
 */
export interface Permit {
  /** `keep` saves the working copy again, unchanged, while its live copy goes away. */
  action: 'publish' | 'keep'
  collection: EditorialCollection
  id: string
  digest: string
}

const PERMIT = Symbol('workflow permit')
const unused = new WeakSet<Permit>()

/** Issues a permit, as a piece of request context that is valid for a single write. */
export function issuePermit(permit: Permit): Record<symbol, Permit> {
  unused.add(permit)
  return { [PERMIT]: permit }
}

/** The unused permit in a request context for this document, if there is one. Does not use it up. */
export function findPermit(
  context: object,
  document: { collection: string; id: unknown },
): Permit | undefined {
  const permit: unknown = Reflect.get(context, PERMIT)
  if (!isPermit(permit)) return undefined
  return permit.collection === document.collection && permit.id === document.id ? permit : undefined
}

/** Uses a permit up: the next write in the same context has none. */
export function usePermit(permit: Permit): void {
  unused.delete(permit)
}

function isPermit(value: unknown): value is Permit {
  return typeof value === 'object' && value !== null && unused.has(value as Permit)
}
