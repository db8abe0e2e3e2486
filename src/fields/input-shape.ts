import type { CollectionSlug, FlattenedField } from 'payload'
import { isRecord, isUuid, relationId } from '#model/documents.ts'
import { findTextProblem } from '#model/input.ts'
import { findJsonProblem, inDigits, type JsonLimits } from '#model/json-limits.ts'
import type { BilingualText } from '#model/text.ts'
import type { FieldProblem } from './invalid-fields.ts'
import { isWholeNumber, jsonLimitsOf, longestOf, mostOf, rangeOf } from './limits.ts'

/** A relation that a document names: where, to what, and which. */
export interface NamedRelation {
  path: string
  collection: CollectionSlug
  id: string
}

type Fields = readonly FlattenedField[]

/**
 * Finds the values that are of another type than their fields: a number for a text, an option that
 * there is not, a list for a group. Working copies are saved unfinished, without Payload's own
 * validation; but what the database would refuse or turn into something else, no draft may hold.
 * Absent values and null are fine, except for a group, which is an object always.
 */
export function findShapeProblems(fields: Fields, data: object, prefix = ''): FieldProblem[] {
  const strangers = Object.keys(data).length - fields.length
  if (strangers > mostStrangers)
    return [{ path: prefix.slice(0, -1) || 'body', message: tooManyKeys }]
  return fields.flatMap((field) => {
    const value: unknown = Reflect.get(data, field.name)
    const path = `${prefix}${field.name}`
    if (value === undefined) return []
    if (field.type === 'group' || field.type === 'tab') {
      return isRecord(value)
        ? findShapeProblems(field.flattenedFields, value, `${path}.`)
        : [{ path, message: expected.object }]
    }
    if (isEmpty(field, value)) return []
    if (field.type === 'array') {
      if (!Array.isArray(value)) return [{ path, message: expected.list }]
      const excess = problemOfCount(field, value)
      if (excess) return [{ path, message: excess }]
      return value.flatMap((row: unknown, index) => {
        const at = `${path}.${String(index)}`
        return isRecord(row)
          ? findShapeProblems(field.flattenedFields, row, `${at}.`)
          : [{ path: at, message: expected.object }]
      })
    }
    if (!('hasMany' in field && field.hasMany)) return problemAt(path, findProblem(field, value))
    if (!Array.isArray(value)) return [{ path, message: expected.list }]
    const excess = problemOfCount(field, value)
    if (excess) return [{ path, message: excess }]
    return value.flatMap((item: unknown, index) =>
      problemAt(`${path}.${String(index)}`, findProblem(field, item)),
    )
  })
}

/** Lists the relations that data of these fields names. The shape has to be right. */
export function listRelations(fields: Fields, data: object, prefix = ''): NamedRelation[] {
  return fields.flatMap((field): NamedRelation[] => {
    const value: unknown = Reflect.get(data, field.name)
    const path = `${prefix}${field.name}`
    if (field.type === 'group' || field.type === 'tab') {
      return isRecord(value) ? listRelations(field.flattenedFields, value, `${path}.`) : []
    }
    if (field.type === 'array') {
      const rows = Array.isArray(value) ? value.filter(isRecord) : []
      return rows.flatMap((row, index) =>
        listRelations(field.flattenedFields, row, `${path}.${String(index)}.`),
      )
    }
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    const { relationTo } = field
    if (typeof relationTo !== 'string') return []
    return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
      const id = relationId(item)
      return id === null ? [] : [{ path, collection: relationTo, id }]
    })
  })
}

const expected = {
  object: { de: 'Erwartet wird ein Objekt.', en: 'Expected an object.' },
  list: { de: 'Erwartet wird eine Liste.', en: 'Expected a list.' },
  text: { de: 'Erwartet wird ein Text.', en: 'Expected a text.' },
  words: { de: 'Darf nicht leer sein.', en: 'Must not be blank.' },
  number: { de: 'Erwartet wird eine Zahl.', en: 'Expected a number.' },
  wholeNumber: { de: 'Erwartet wird eine ganze Zahl.', en: 'Expected a whole number.' },
  boolean: { de: 'Erwartet wird wahr oder falsch.', en: 'Expected true or false.' },
  date: {
    de: 'Erwartet wird ein Zeitpunkt nach ISO 8601.',
    en: 'Expected a date and time as in ISO 8601.',
  },
  relation: {
    de: 'Erwartet wird die ID eines Eintrags (UUID).',
    en: 'Expected the id of an entry (UUID).',
  },
  richText: {
    de: 'Erwartet wird ein Text des Editors: { "root": … }.',
    en: 'Expected a text of the editor: { "root": … }.',
  },
} as const satisfies Readonly<Record<string, BilingualText>>

/** What is wrong with one value of a field that holds a scalar, an option, a relation or a text. */
function findProblem(field: FlattenedField, value: unknown): BilingualText | null {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      if (typeof value !== 'string') return expected.text
      if (value.length > (longestOf(field) ?? 0)) return tooLong(longestOf(field) ?? 0)
      if (field.required && value !== '' && value.trim() === '') return expected.words
      return findTextProblem(value)
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return expected.number
      if (isWholeNumber(field) && !Number.isInteger(value)) return expected.wholeNumber
      return problemOfRange(field, value)
    case 'checkbox':
      return typeof value === 'boolean' ? null : expected.boolean
    case 'date':
      return isMoment(value) ? null : expected.date
    case 'select':
    case 'radio': {
      const options = field.options.map((option) =>
        typeof option === 'string' ? option : option.value,
      )
      return typeof value === 'string' && options.includes(value)
        ? null
        : {
            de: `Erlaubt sind: ${options.join(', ')}.`,
            en: `Must be one of: ${options.join(', ')}.`,
          }
    }
    case 'relationship':
    case 'upload':
      if (typeof field.relationTo !== 'string') return null
      return isUuid(relationId(value) ?? '') ? null : expected.relation
    case 'richText':
      return findJsonProblem(value, limitsOf(field)) ?? (isState(value) ? null : expected.richText)
    case 'json':
      return findJsonProblem(value, limitsOf(field))
    case 'array':
    case 'blocks':
    case 'group':
    case 'join':
    case 'point':
    case 'tab':
      return null
  }
}

function problemAt(path: string, message: BilingualText | null): FieldProblem[] {
  return message ? [{ path, message }] : []
}

/** Says whether a value stands for none. Payload's forms send a list without rows as the number 0. */
function isEmpty(field: FlattenedField, value: unknown): boolean {
  if (value === null) return true
  if (field.type === 'array') return value === 0
  return value === '' && takesEmptyText.has(field.type)
}

/** What Payload itself reads an empty text for: nothing. */
const takesEmptyText: ReadonlySet<FlattenedField['type']> = new Set([
  'number',
  'relationship',
  'upload',
])

/** A state of the editor: nodes below nodes, each an object of a type, with a list of others or none. */
function isState(value: unknown): boolean {
  const waiting: unknown[] = [isRecord(value) ? value.root : undefined]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (!isRecord(node) || typeof node.type !== 'string') return false
    const { children = [] } = node
    if (!Array.isArray(children)) return false
    for (const child of children) waiting.push(child)
  }
  return true
}

function limitsOf(field: FlattenedField): JsonLimits {
  return jsonLimitsOf(field) ?? { longest: 0, deepest: 0 }
}

function problemOfCount(field: FlattenedField, values: readonly unknown[]): BilingualText | null {
  const most = mostOf(field)
  if (most === undefined || values.length <= most) return null
  const limit = inDigits(most)
  const sent = inDigits(values.length)
  return {
    de: `Höchstens ${limit.de} Einträge; es sind ${sent.de}.`,
    en: `At most ${limit.en} entries; there are ${sent.en}.`,
  }
}

function problemOfRange(field: FlattenedField, value: number): BilingualText | null {
  const range = rangeOf(field)
  if (!range || (value >= range.min && value <= range.max)) return null
  const isTooSmall = value < range.min
  // A year has no separators.
  const limit = String(isTooSmall ? range.min : range.max)
  return isTooSmall
    ? { de: `Mindestens ${limit}.`, en: `At least ${limit}.` }
    : { de: `Höchstens ${limit}.`, en: `At most ${limit}.` }
}

function tooLong(longest: number): BilingualText {
  const limit = inDigits(longest)
  return { de: `Höchstens ${limit.de} Zeichen.`, en: `At most ${limit.en} characters.` }
}

/** How many keys may be sent that are no fields: a client's own are few, and they are left out. */
const mostStrangers = 100

const tooManyKeys: BilingualText = {
  de: `Höchstens ${String(mostStrangers)} Angaben, die keine Felder sind.`,
  en: `At most ${String(mostStrangers)} keys that are no fields.`,
}

function isMoment(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime())
  return typeof value === 'string' && /^\d{4}-\d\d/.test(value) && !Number.isNaN(Date.parse(value))
}
