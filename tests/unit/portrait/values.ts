import fc from 'fast-check'
import type { Kind, Parts } from '#portrait/kinds/field.ts'
import { fieldEntries } from '#portrait/registry.ts'
import { bodyOf } from '#support/factories.ts'
import { block, link, stateOf, text } from './difference/lexical.ts'

const nothing = fc.constantFrom(null, undefined, '')
const words = fc.constantFrom('', ' ', 'Wort', 'Wörter', 'Das sind 3.000 €.', 'Das sind 3.100 €.')
const texts = fc.oneof(nothing, words)
const ids = fc.constantFrom('a', 'b', 'c')
const relation = fc.oneof(
  nothing,
  ids,
  ids.map((id) => ({ id, name: `populated ${id}` })),
)
const rowIds = fc.constantFrom('1', '2', '3', null, undefined)

const bodies = fc.oneof(
  nothing,
  words.map(bodyOf),
  fc
    .record({ words, format: fc.constantFrom(0, 1), url: ids })
    .map((parts) =>
      stateOf(block([text(parts.words, parts.format), link(parts.url, text('mehr'))])),
    ),
  fc
    .record({ words, tag: fc.constantFrom('h2', 'h3') })
    .map(({ words: title, tag }) =>
      stateOf(block([text(title)], { type: 'heading', tag }), block([])),
    ),
)

/** What may stand where a value of some other kind is: words of lists, numbers, marks, dates. */
const scalars = fc.oneof(
  nothing,
  fc.constantFrom('aufgaben', 'zugang', 'median', 'spanne', 'JAHR', 'MONAT', 'human', 'EUR'),
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
  fc.constantFrom('2027-01-01', '2027-01-01T00:00:00.000Z', new Date(0)),
)

/** Values of a kind, right ones and odd ones, so that a new field is tried without a word here. */
function valuesOf({ comparison }: Kind): fc.Arbitrary<unknown> {
  switch (comparison.as) {
    case 'prose':
    case 'wording':
      return texts
    case 'richText':
      return bodies
    case 'relation':
      return relation
    case 'value':
      return scalars
    case 'relations':
      return fc.oneof(nothing, fc.array(relation, { maxLength: 4 }))
    case 'group':
      return fc.oneof(nothing, fc.record(valuesOfParts(comparison.parts), { requiredKeys: [] }))
    case 'rows': {
      const parts = { ...valuesOfParts(comparison.parts), id: rowIds, unsourced: fc.boolean() }
      return fc.oneof(nothing, fc.array(fc.record(parts, { requiredKeys: [] }), { maxLength: 4 }))
    }
  }
}

function valuesOfParts(parts: Parts): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(parts).map(([name, { kind }]) => [name, valuesOf(kind)]))
}

/** Values of each field of the registry. */
export const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = Object.fromEntries(
  fieldEntries().map(([name, { kind }]) => [name, valuesOf(kind)]),
)

/** Two values of a field: unlike, alike, in another order, or with one row changed in one part. */
export function pairsOf(field: string): fc.Arbitrary<readonly [unknown, unknown]> {
  const value = values[field] ?? fc.constant(field)
  return fc.oneof(
    fc.tuple(value, value),
    value.map((same) => [same, structuredClone(same)] as const),
    value.chain((list) =>
      Array.isArray(list)
        ? fc
            .shuffledSubarray<unknown>(list, { minLength: list.length })
            .map((shuffled) => [list, shuffled] as const)
        : fc.constant([list, list] as const),
    ),
    fc
      .tuple(value, value, fc.nat(), fc.nat())
      .map(([list, other, row, part]) => [list, withOnePartOf(list, other, row, part)] as const),
  )
}

function withOnePartOf(list: unknown, other: unknown, row: number, part: number): unknown {
  if (!Array.isArray(list) || !Array.isArray(other) || list.length === 0) return other
  const index = row % list.length
  const old: unknown = list[index]
  const fresh: unknown = other[0]
  if (typeof old !== 'object' || typeof fresh !== 'object' || !fresh) return other
  const entries = Object.entries(fresh)
  const entry = entries[part % Math.max(1, entries.length)]
  return list.map((item: unknown, at) =>
    at === index && entry ? { ...old, [entry[0]]: entry[1] as unknown } : item,
  )
}
