import { isRecord, relationId } from '#model/documents.ts'
import { plainTextOf } from '#model/plain-text.ts'
import type { PlainValue } from './change.ts'
import { shapeOfPart, type FieldShape } from './fields.ts'
import { isAbsent, placeOfPart, type Place } from './place.ts'

/** A value as a reviewer reads it; null where it counts as absent. */
export function showValue(place: Place, shape: FieldShape, value: unknown): PlainValue {
  if (isAbsent(place, value)) return null
  if (shape.shape === 'richText') return plainTextOf(value)
  if (shape.shape === 'relation') return relationId(value)
  return plain(value)
}

/** A row as a reviewer reads it: its parts that are there, by name. */
export function showRow(
  place: Place,
  shape: Extract<FieldShape, { shape: 'rows' }>,
  row: Readonly<Record<string, unknown>>,
): { readonly [name: string]: PlainValue } {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): [string, PlainValue][] => {
      const shown = showValue(placeOfPart(place, name), shapeOfPart(shape, name), value)
      return shown === null ? [] : [[name, shown]]
    }),
  )
}

function plain(value: unknown): PlainValue {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]))
  }
  const isScalar =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isScalar ? value : null
}
