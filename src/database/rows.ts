import { isEditorialCollection, type EditorialCollection } from '#model/documents.ts'

// What PostgreSQL's columns hold, as the types that we speak of.

export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : String(value)
}

/** The editorial collection that a row of the workflow's tables is about. */
export function collectionIn(value: unknown): EditorialCollection {
  if (isEditorialCollection(value)) return value
  throw new Error(`No editorial collection: ${textIn(value)}`)
}

/** A point in time as ISO 8601 in UTC. */
export function momentIn(value: unknown): string {
  return new Date(value instanceof Date ? value : textIn(value)).toISOString()
}
