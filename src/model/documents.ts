/** The collections whose documents go through the workflow. */
export const editorialCollections = ['career-profiles', 'regional-sections'] as const
export type EditorialCollection = (typeof editorialCollections)[number]

export function isEditorialCollection(value: unknown): value is EditorialCollection {
  return typeof value === 'string' && editorialCollections.some((slug) => slug === value)
}

/** The editorial collection that a row is about. @throws Error where it is about none */
export function collectionIn(value: unknown): EditorialCollection {
  if (isEditorialCollection(value)) return value
  throw new Error(`No editorial collection: ${String(value)}`)
}

/** A plain object, as opposed to null, a list or a scalar. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The id of a relation's value, whether it is an id, a populated document or absent. */
export function relationId(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (isRecord(value) && typeof value.id === 'string') return value.id
  return null
}

/** The ids of a relation to many. */
export function relationIds(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => relationId(item) ?? []) : []
}

/** A value with the ids of entries in the place of what was read of them, in lists at any depth. */
export function withIdsOnly(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, idsOnly(one)]))
}

function idsOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => relationId(one) ?? one)
  return isRecord(value) ? withIdsOnly(value) : value
}

/**
 * An id in the one spelling in which it is kept, lower case: PostgreSQL takes a UUID in any. Any other
 * text stays as it is.
 */
export function inOneSpelling(id: string): string {
  return isUuid(id) ? id.toLowerCase() : id
}

/** Says whether a text has the form of an id: every row is kept under a UUID. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}
