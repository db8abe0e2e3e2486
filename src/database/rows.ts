import { isEditorialCollection, type EditorialCollection } from '#model/documents.ts'

// What PostgreSQL's columns hold, as the types that we speak of.

export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : String(value)
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
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

export function momentOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : momentIn(value)
}

export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item: unknown) => typeof item === 'string') : []
}
