import { isRecord } from '#model/documents.ts'
import type { Canonical, Document, Kind } from './kinds/field.ts'
import { portraitFields } from './fields.ts'
import { canonicalParts } from './kinds/parts.ts'

/** A text reduced to what an approval covers: fields and parts by name, what is empty left out. */
export function canonicalOf(document: Document): Record<string, Canonical> {
  return canonicalParts(portraitFields, document)
}

/** A canonical form in one spelling: keys sorted. */
export function spell(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spell).join(',')}]`
  if (isRecord(value)) {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${spell(value[key])}`)
    return `{${entries.join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

/** Says whether two values of a kind are the same to whoever approves a text. */
export function isSame(kind: Kind, before: unknown, after: unknown): boolean {
  return spell(kind.canonical(before)) === spell(kind.canonical(after))
}
