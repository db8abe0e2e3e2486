import { describe, expect, it } from 'vitest'
import { digestOf } from '#portrait/digest.ts'
import { findOversize } from '#portrait/oversize.ts'
import { examine } from '#quality/inspect.ts'
import { htmlOf } from '#rich-text/html.ts'
import { markdownOf } from '#rich-text/markdown.ts'
import { plainTextOf } from '#rich-text/plain-text.ts'
import { nested } from '#support/oversize.ts'

// Nobody can write such a state any more; one from before is read like others.

describe.each(['listitem', 'paragraph', 'link', 'quote', 'unknown'])(
  'nodes of %s within each other',
  (type) => {
    const deep = (levels: number) => nested(levels, type)

    it.each([
      ['HTML', htmlOf],
      ['Markdown', markdownOf],
      ['plain text', plainTextOf],
    ])('show their text as %s, however many', (_, read) => {
      for (const levels of [1, 30, 60, 3000, 100_000]) expect(read(deep(levels))).toContain('x')
    })

    it('are checked, however many', () => {
      const document = { sections: [{ kind: 'aufgaben', body: deep(100_000) }] }
      expect(examine('regional-sections', document).findings).not.toEqual([])
    })

    it('are more than a text may hold from 31 on', () => {
      const document = (levels: number) => ({
        sections: [{ kind: 'aufgaben', body: deep(levels) }],
      })
      expect(findOversize(document(29))).toBeNull()
      expect(findOversize(document(40))).toBe('sections.0.body')
      expect(findOversize(document(100_000))).toBe('sections.0.body')
    })

    it('have a digest as far as an input goes', () => {
      expect(digestOf({ sections: [{ kind: 'aufgaben', body: deep(30) }] })).toMatch(/^2-/)
    })
  },
)
