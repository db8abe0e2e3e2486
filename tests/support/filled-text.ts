import type { FlattenedField, Payload } from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import { portraitFields } from '#portrait/fields.ts'
import { nothingReferred } from '#portrait/kinds/relations.ts'
import { partsAt } from '#portrait/registry.ts'
import { bodyOf } from './factories.ts'

/** The entries that a filled text refers to, by collection. */
export type Entries = Readonly<Record<string, string>>

/** What a text may have to be: where a kind delivers no free text, the first of these that it does. */
const forms = ['https://www.youtube.com/watch?v=abc', '07:30'] as const

/** What a day of some name has to be; any other lies ahead. */
const days: Readonly<Record<string, string>> = { consentGivenOn: '2026-01-01T12:00:00.000Z' }

/**
 * A text in which every field of the registry is filled, every list with one row, made from what Payload
 * knows of the fields: a new one is in it by itself. Every free text is another, `Wort 17`.
 */
export function filledText(
  payload: Payload,
  collection: EditorialCollection,
  entries: Entries,
): Record<string, unknown> {
  let words = 0
  const valueOf = (field: FlattenedField, path: string): unknown => {
    switch (field.type) {
      case 'text':
      case 'textarea': {
        const kind = partsAt(path).at(-1)?.kind
        const isDelivered = (text: string) => kind?.render(text, nothingReferred) === text
        const free = `Wort ${String((words += 1))}`
        return isDelivered(free) ? free : (forms.find(isDelivered) ?? free)
      }
      case 'number':
        return Math.min(Math.max(2000, field.min ?? 0), field.max ?? 2000)
      case 'checkbox':
        return field.virtual === true ? undefined : true
      case 'date':
        return days[field.name] ?? '2030-01-01T00:00:00.000Z'
      case 'select': {
        const [first] = field.options
        return typeof first === 'string' ? first : first?.value
      }
      case 'relationship':
      case 'upload': {
        const id = typeof field.relationTo === 'string' ? entries[field.relationTo] : undefined
        return 'hasMany' in field && field.hasMany ? [id] : id
      }
      case 'richText':
        return bodyOf(`Wort ${String((words += 1))}`)
      case 'group':
        return valuesOf(field.flattenedFields, path)
      case 'array':
        return [valuesOf(field.flattenedFields, path)]
      case 'blocks':
      case 'code':
      case 'email':
      case 'join':
      case 'json':
      case 'point':
      case 'radio':
      case 'tab':
        throw new Error(`Nothing fills ${field.name}, a field of type ${field.type}.`)
    }
  }
  const valuesOf = (fields: readonly FlattenedField[], whole = ''): Record<string, unknown> =>
    Object.fromEntries(
      fields
        .filter(({ name }) => name !== 'id')
        .map((field): [string, unknown] => {
          const path = whole === '' ? field.name : `${whole}.${field.name}`
          return [field.name, valueOf(field, path)]
        })
        .filter(([, value]) => value !== undefined),
    )
  const fields = payload.collections[collection].config.flattenedFields
  return valuesOf(fields.filter(({ name }) => name in portraitFields))
}
