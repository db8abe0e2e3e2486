import type { Query, Row } from '#read-model/query.ts'
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
    if (place.every(isPlace)) return place.filter(isPart)
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

function isPart(value: unknown): value is string | number | null {
  return typeof value === 'string' || typeof value === 'number' || value === null
}

/** One page out of rows of which one more was asked for than it holds. */
export function pageOf<T>(
  rows: readonly Row[],
  size: number,
  toItem: (row: Row) => T,
  placeOf: (row: Row) => readonly (string | number | null)[],
): { items: T[]; nextCursor: string | null } {
  const last = rows[size - 1]
  return {
    items: rows.slice(0, size).map(toItem),
    nextCursor: rows.length > size && last ? encodeCursor(placeOf(last)) : null,
  }
}

/** How many rows a query finds: `FROM` and what follows. */
export async function countRows(
  query: Query,
  from: string,
  values: readonly unknown[],
): Promise<number> {
  const [row] = await query(`SELECT count(*)::int AS total FROM ${from}`, [...values])
  return Number(row?.total)
}
