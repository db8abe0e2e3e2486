import { isRecord } from '#model/documents.ts'

// Stored values as the types that kinds speak of. What is empty is undefined.

/** A text of at least one character. */
export function nonEmptyText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** A point in time as ISO 8601 in UTC. */
export function momentIn(value: unknown): string | undefined {
  if (typeof value !== 'string' && !(value instanceof Date)) return undefined
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

export function recordIn(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

export function rowsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
