import { invalidParameter } from './problems.ts'

/** A place in a list, as a text that callers hand back. */
export function encodeCursor(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** @throws Problem 400 where the text is no place in a list of this kind */
export function decodeCursor(
  cursor: string,
  isPlace: (part: unknown, index: number) => boolean,
  length: number,
): (string | number | null)[] {
  const parts = parse(cursor)
  if (Array.isArray(parts) && parts.length === length) {
    const place: unknown[] = parts
    if (place.every(isPart) && place.every(isPlace)) return place
  }
  throw invalidParameter('cursor', 'is not a cursor of this list')
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** The database has no text with a NUL in it. */
function isPart(value: unknown): value is string | number | null {
  if (typeof value === 'string') return !value.includes('\0')
  return typeof value === 'number' || value === null
}
