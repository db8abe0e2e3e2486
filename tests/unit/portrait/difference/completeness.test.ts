import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '#support/factories.ts'
import { digestOf } from '#portrait/digest.ts'
import { fieldsInDigest } from '#portrait/registry.ts'
import { findDifference } from '#portrait/difference/find-difference.ts'
import { block, link, stateOf, text } from './lexical.ts'

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
const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
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
function pairsOf(field: string): fc.Arbitrary<readonly [unknown, unknown]> {
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

// Each field is tried with a hundred pairs of values.
describe('the difference of two documents', { timeout: 30_000 }, () => {
  it('is tried on every field of the digest', () => {
    expect(Object.keys(values)).toEqual(fieldsInDigest)
  })

  it.each(fieldsInDigest)('names a change of %s exactly when the digest changes', (field) => {
    fc.assert(
      fc.property(pairsOf(field), ([before, after]) => {
        const from = { headline: 'Titel', [field]: before }
        const to = { headline: 'Titel', [field]: after, updatedAt: 'later' }
        const { changes, risk } = findDifference(from, to)
        expect(changes.length > 0).toBe(digestOf(from) !== digestOf(to))
        expect(risk === null).toBe(changes.length === 0)
        for (const change of changes) expect(change.field.split('.')[0]).toBe(field)
      }),
    )
  })

  it('names a change exactly when the digest of a whole document changes', () => {
    const documents = fc.record({ ...values }, { requiredKeys: [] })
    fc.assert(
      fc.property(documents, documents, (from, to) => {
        expect(findDifference(from, to).changes.length > 0).toBe(digestOf(from) !== digestOf(to))
        expect(findDifference(from, structuredClone(from)).risk).toBeNull()
      }),
    )
  })

  it.each([
    { author: 'a' },
    { updatedAt: 'x' },
    { _status: 'published' },
    { importedFrom: { file: 'f' } },
    { somethingElse: 1 },
  ])('leaves out what is bookkeeping: %j', (other) => {
    expect(findDifference({}, other)).toEqual({ changes: [], risk: null })
  })

  it('of nothing and an empty document is none', () => {
    expect(findDifference(null, {})).toEqual({ changes: [], risk: null })
  })
})
