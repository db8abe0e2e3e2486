import type { Field, FlattenedField } from 'payload'
import { isRecord } from '#model/documents.ts'
import type { JsonLimits } from '#model/json-limits.ts'

// Every field has a limit. Editorial fields state theirs in the registry, which does not compile without;
// a field of another collection states one where its kind's own is not right.

/** The limits of fields that state none, by their kind: characters in UTF-16 units, entries of a list. */
const usual = {
  text: 500,
  textarea: 10_000,
  email: 254,
  code: 10_000,
  rows: 1000,
  // Nothing that is counted or paid is as much.
  number: 1_000_000_000_000,
  // Germany has eleven thousand municipalities, and a desk may be for each of them.
  relations: 20_000,
  texts: 5000,
  json: { longest: 1_500_000, deepest: 64 },
} as const

/** How long each text of a field may be, in UTF-16 units; undefined: it holds no text. */
export function longestOf(field: FlattenedField): number | undefined {
  const { type } = field
  if (type === 'text' || type === 'textarea') return field.maxLength ?? usual[type]
  return type === 'email' || type === 'code' ? usual[type] : undefined
}

/** How many rows or entries a field may hold; undefined: it is no list. */
export function mostOf(field: FlattenedField): number | undefined {
  if (field.type === 'array' || field.type === 'blocks') return field.maxRows ?? usual.rows
  if (!('hasMany' in field) || field.hasMany !== true) return undefined
  if (field.type === 'select') return field.options.length
  const stated = 'maxRows' in field ? field.maxRows : undefined
  return stated ?? (field.type === 'text' ? usual.texts : usual.relations)
}

/** What a field of JSON or rich text may hold; undefined: it is neither. */
export function jsonLimitsOf(field: FlattenedField): JsonLimits | undefined {
  if (field.type !== 'json' && field.type !== 'richText') return undefined
  const { limits }: { limits?: unknown } = field.custom ?? {}
  return isLimits(limits) ? limits : usual.json
}

/** Between which numbers a value has to lie, both included: what stands there has to be said exactly. */
export function rangeOf(field: FlattenedField): { min: number; max: number } | undefined {
  if (field.type !== 'number') return undefined
  const { min = -usual.number, max = usual.number } = field
  return { min, max }
}

/** Whether a number has to be a whole one. */
export function isWholeNumber(field: FlattenedField): boolean {
  return field.type === 'number' && field.custom?.isWhole === true
}

/** The fields with their limits stated, so that the forms of the admin hold them while somebody writes. */
export function withLimits(fields: readonly Field[]): Field[] {
  return fields.map((field): Field => {
    if (field.type === 'text') return { ...field, maxLength: field.maxLength ?? usual.text }
    if (field.type === 'textarea') return { ...field, maxLength: field.maxLength ?? usual.textarea }
    if (field.type === 'array') {
      const { maxRows = usual.rows } = field
      return { ...field, maxRows, fields: withLimits(field.fields) }
    }
    if (field.type === 'tabs') {
      const tabs = field.tabs.map((tab) => ({ ...tab, fields: withLimits(tab.fields) }))
      return { ...field, tabs }
    }
    return 'fields' in field ? { ...field, fields: withLimits(field.fields) } : field
  })
}

function isLimits(value: unknown): value is JsonLimits {
  return isRecord(value) && typeof value.longest === 'number' && typeof value.deepest === 'number'
}
