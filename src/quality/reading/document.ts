import { isRecord } from '#model/documents.ts'

/** A document as plain data, in whatever state of completeness. */
export type PlainDocument = Readonly<Record<string, unknown>>

/** The rows of an array field. */
export function rowsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** Says whether a field holds a text that a reader would see. */
export function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
