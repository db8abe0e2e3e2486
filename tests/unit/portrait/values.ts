import fc from 'fast-check'
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
const numbers = fc.oneof(nothing, fc.integer({ min: 1, max: 3 }))
const flags = fc.constantFrom(true, false, null)
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

/** Values of each field: every field of the digest stands here, or a test fails. */
export const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  profession: relation,
  region: relation,
  kicker: texts,
  headline: texts,
  intro: texts,
  sections: rowsOf({
    kind: fc.constantFrom('aufgaben', 'zugang', null),
    heading: texts,
    body: bodies,
    kindConfidence: numbers,
  }),
  salaryFigures: rowsOf({
    kind: fc.constantFrom('median', 'spanne'),
    min: numbers,
    max: numbers,
    median: numbers,
    q25: numbers,
    q75: numbers,
    upperHint: numbers,
    period: fc.constantFrom('JAHR', 'MONAT'),
    isPeriodStated: flags,
    gross: flags,
    fullTime: flags,
    currency: fc.constantFrom('EUR', null),
    region: relation,
    source: relation,
    referenceYear: numbers,
    sampleSize: numbers,
    censored: flags,
    statedAs: texts,
    unsourced: flags,
  }),
  sources: fc.oneof(nothing, fc.array(relation, { maxLength: 4 })),
  media: rowsOf({ file: relation, caption: texts }),
  seo: fc.oneof(nothing, fc.record({ title: texts, description: texts }, { requiredKeys: [] })),
  provenance: fc.oneof(
    nothing,
    fc.record(
      {
        origin: fc.constantFrom('human', 'ai-generated', null),
        tool: texts,
        date: fc.constantFrom('2027-01-01', '2027-01-01T00:00:00.000Z', new Date(0), 'x', null),
        responsible: texts,
      },
      { requiredKeys: [] },
    ),
  ),
  sites: fc.oneof(nothing, fc.array(relation, { maxLength: 4 })),
}

function rowsOf(parts: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const row = fc.record({ ...parts, id: rowIds }, { requiredKeys: [] })
  return fc.oneof(nothing, fc.array(row, { maxLength: 4 }))
}

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
