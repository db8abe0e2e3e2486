import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf } from '#portrait/digest.ts'
import { fieldsInDigest } from '#portrait/registry.ts'
import { findDifference } from '#portrait/difference/find-difference.ts'
import { pairsOf, values } from '../values.ts'

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
