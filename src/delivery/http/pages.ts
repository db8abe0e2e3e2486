import { decodeCursor, type CursorPart } from '#model/cursor.ts'
import type { Query } from '#read-model/query.ts'
import { invalidParameter } from './problems.ts'

/** The place that a cursor names. @throws Problem 400 where it is none in a list of this kind */
export function placeIn(
  cursor: string,
  isPlace: (part: unknown, index: number) => boolean,
  length: number,
): CursorPart[] {
  const place = decodeCursor(cursor)
  if (place?.length === length && place.every(isPlace)) return place
  throw invalidParameter('cursor', 'is not a cursor of this list')
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
