import fc from 'fast-check'
import type { FlattenedField } from 'payload'
import { jsonLimitsOf, longestOf, mostOf } from '#fields/limits.ts'
import { bodyOf } from '../factories.ts'
import { nowhere } from './asked.ts'
import {
  anyValue,
  formedText,
  hostileNumber,
  hostileText,
  moment,
  richText,
  strangeObject,
  textAbout,
} from './values.ts'

/** Of many entries no more are drawn: a body of ids has to be sent and read, too. */
const mostDrawn = 20_001

/** Data for these fields: some of them, well and ill, and now and then what is no field, or nothing at all. */
export function dataFor(fields: readonly FlattenedField[]): fc.Arbitrary<unknown> {
  const known = someOf(fields, 0)
  return fc.oneof(
    { weight: 12, arbitrary: known },
    {
      weight: 2,
      arbitrary: fc
        .tuple(known, strangeObject(anyValue))
        .map(([data, more]): unknown => ({ ...data, ...more })),
    },
    { weight: 1, arbitrary: anyValue },
  )
}

function someOf(fields: readonly FlattenedField[], depth: number): fc.Arbitrary<object> {
  const arbitraries = Object.fromEntries(
    fields.map((field): [string, fc.Arbitrary<unknown>] => [field.name, valueFor(field, depth)]),
  )
  const names = Object.keys(arbitraries)
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.subarray(names, { maxLength: Math.min(3, names.length) }) },
      { weight: 1, arbitrary: fc.subarray(names) },
    )
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((name) => [name, arbitraries[name] ?? anyValue]))),
    )
}

function valueFor(field: FlattenedField, depth: number): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: ownValue(field, depth) },
    { weight: 1, arbitrary: anyValue },
  )
}

function ownValue(field: FlattenedField, depth: number): fc.Arbitrary<unknown> {
  const one = singleValue(field, depth)
  const most = mostOf(field)
  if (most === undefined) return one
  const short = fc.array(one, { maxLength: 2 })
  const full = fc
    .tuple(one, fc.constantFrom(most, most + 1))
    .map(([value, count]) => Array.from({ length: Math.min(count, mostDrawn) }, () => value))
  return depth > 0 || field.type === 'blocks'
    ? short
    : fc.oneof({ weight: 6, arbitrary: short }, { weight: 1, arbitrary: full })
}

function singleValue(field: FlattenedField, depth: number): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code': {
      const longest = longestOf(field) ?? 500
      return fc.oneof(
        { weight: 3, arbitrary: formedText },
        { weight: 3, arbitrary: hostileText },
        { weight: 1, arbitrary: textAbout(longest) },
      )
    }
    case 'number':
      return fc.oneof(
        hostileNumber,
        fc.constantFrom(field.min ?? 0, (field.min ?? 0) - 1, field.max ?? 1, (field.max ?? 1) + 1),
      )
    case 'checkbox':
      return fc.boolean()
    case 'date':
      return moment
    case 'radio':
    case 'select': {
      const values = field.options.map((option) =>
        typeof option === 'string' ? option : option.value,
      )
      return values.length > 0 ? fc.constantFrom(...values) : hostileText
    }
    case 'relationship':
    case 'upload': {
      const targets = [field.relationTo].flat()
      const ids = targets.map((slug) => `~~${slug}~~`)
      const id = fc.constantFrom(...ids, nowhere)
      return Array.isArray(field.relationTo)
        ? fc.record({ relationTo: fc.constantFrom(...targets), value: id })
        : id
    }
    case 'json':
    case 'richText': {
      const { longest } = jsonLimitsOf(field) ?? { longest: 1000 }
      return fc.oneof(
        { weight: 3, arbitrary: hostileText.map(bodyOf) },
        { weight: 3, arbitrary: richText },
        { weight: 1, arbitrary: textAbout(longest).map(bodyOf) },
      )
    }
    case 'group':
    case 'tab':
    case 'array':
      return depth > 2 ? fc.constant({}) : someOf(field.flattenedFields, depth + 1)
    case 'blocks':
      return strangeObject(anyValue)
    case 'join':
    case 'point':
      return anyValue
  }
}
