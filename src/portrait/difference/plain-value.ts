import { isRecord, relationId } from '#model/documents.ts'
import { plainTextOf } from '#rich-text/plain-text.ts'
import type { Kind, Parts } from '../kinds/field.ts'
import { partsIn } from '../kinds/parts.ts'
import type { PlainValue } from './change.ts'

/** A value as a reviewer reads it; null where it counts as absent. */
export function showValue(kind: Kind, value: unknown): PlainValue {
  if (kind.canonical(value) === undefined) return null
  if (kind.comparison.as === 'richText') return plainTextOf(value)
  if (kind.comparison.as === 'relation') return relationId(value)
  return plain(value)
}

/** A row as a reviewer reads it: its parts that are there, by name. */
export function showRow(
  parts: Parts,
  row: Readonly<Record<string, unknown>>,
): { readonly [name: string]: PlainValue } {
  return Object.fromEntries(
    partsIn(parts, row).flatMap(({ name, part, value }): [string, PlainValue][] => {
      const shown = part.inDigest ? showValue(part.kind, value) : null
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
