import { decodeCursor, type CursorPart } from '#model/cursor.ts'
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
