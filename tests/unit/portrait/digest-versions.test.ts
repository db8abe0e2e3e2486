import { describe, expect, it } from 'vitest'
import { canonicalOf } from '#portrait/canonical.ts'
import { digestFor, digestOf, digestsOf, isDigestOf } from '#portrait/digest.ts'
import { digestVersion1Of, isCoveredByVersion1 } from '#portrait/digest-v1.ts'
import { filledText } from './texts.ts'

const other = { ...filledText, headline: 'Ein anderer Titel' }

describe('a digest of any version', () => {
  it('is that of its text and of no other', () => {
    for (const digest of digestsOf(filledText)) {
      expect(isDigestOf(digest, filledText)).toBe(true)
      expect(isDigestOf(digest, structuredClone(filledText))).toBe(true)
      expect(isDigestOf(digest, other)).toBe(false)
    }
    expect(isDigestOf('', filledText)).toBe(false)
    expect(isDigestOf('2-', filledText)).toBe(false)
    // The hash of one version is none of another.
    expect(isDigestOf(`2-${digestVersion1Of(filledText)}`, filledText)).toBe(false)
    expect(isDigestOf(digestOf(filledText).slice(2), filledText)).toBe(false)
  })

  it('is kept by a text that is the same, else made anew', () => {
    const old = digestVersion1Of(filledText)
    expect(digestFor(filledText, [old])).toBe(old)
    expect(digestFor(filledText, [null, undefined, digestVersion1Of(other), old])).toBe(old)
    expect(digestFor(other, [old])).toBe(digestOf(other))
    expect(digestFor(filledText, [])).toBe(digestOf(filledText))
  })

  it('comes back with old words: of those that hold, the first counts', () => {
    const [today = '', old = ''] = digestsOf(filledText)
    expect(digestFor(filledText, [digestOf(other), old, today])).toBe(old)
    expect(digestFor(filledText, [today, old])).toBe(today)
  })
})

describe('version 1', () => {
  it('covers what is filled of the fields and parts of its time', () => {
    expect(isCoveredByVersion1(canonicalOf(filledText))).toBe(true)
    expect(isCoveredByVersion1({})).toBe(true)
  })

  it.each<[string, Parameters<typeof isCoveredByVersion1>[0]]>([
    ['a field', { videoUrl: 'https://example.org' }],
    ['a list', { faq: [{ question: 'Warum?' }] }],
    ['a part of a row', { salaryFigures: [{ kind: 'median' }, { kind: 'median', bonus: 1 }] }],
    ['a part of a group', { seo: { title: 'Titel', robots: 'noindex' } }],
    ['a list within a row', { sections: [{ kind: 'aufgaben', links: [{ url: 'x' }] }] }],
    ['a part of what had none', { headline: 'x', intro: 'y', later: false }],
  ])('does not cover %s that came later', (_what, form) => {
    expect(isCoveredByVersion1(form)).toBe(false)
  })
})
