/** A part of a place: what a list is in order by. */
export type CursorPart = string | number | null

/** A place in a list, as a text that callers hand back and need not understand. */
export function encodeCursor(place: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place that a text speaks of; undefined where it is no cursor. */
export function decodeCursor(cursor: string): CursorPart[] | undefined {
  const parts = parse(cursor)
  if (!Array.isArray(parts)) return undefined
  const place: unknown[] = parts
  return place.every(isPart) ? place : undefined
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** The database has no text with a NUL in it. */
function isPart(value: unknown): value is CursorPart {
  if (typeof value === 'string') return !value.includes('\0')
  return typeof value === 'number' || value === null
}
