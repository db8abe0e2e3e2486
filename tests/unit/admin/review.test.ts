import fc from 'fast-check'
import type { Approval } from '#editorial/approvals.ts'
import { describe, expect, it } from 'vitest'
import { placeFor } from '#admin/comments/place.ts'
import { idsIn, namesOf } from '#admin/review/names.ts'
import { segmentsOf } from '#admin/review/segments.ts'
import { comparable, nextMark, sinceOf } from '#admin/review/since.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

describe('the runs of a text under review', () => {
  const words = fc.array(
    fc.record({
      op: fc.constantFrom('equal', 'insert', 'delete'),
      text: fc.string({ minLength: 1, maxLength: 8 }),
    }),
    { maxLength: 8 },
  )

  it('give the text again, each at its place, with the comments that stand on it', () => {
    fc.assert(
      fc.property(words, fc.array(fc.tuple(fc.nat(60), fc.nat(60))), (runs, pairs) => {
        const text = runs.flatMap(({ op, text }) => (op === 'delete' ? [] : [text])).join('')
        const marks = pairs
          .map(([one, other], index) => ({
            thread: String(index),
            start: Math.min(one, other, text.length),
            end: Math.min(Math.max(one, other), text.length),
          }))
          .filter(({ start, end }) => start < end)
        const segments = segmentsOf({ text, words: runs, marks })
        const kept = segments.filter(({ op }) => op !== 'delete')
        expect(kept.map((segment) => segment.text).join('')).toBe(text)
        expect(segments.filter(({ op }) => op === 'delete')).toHaveLength(
          runs.filter(({ op }) => op === 'delete').length,
        )
        for (const segment of kept) {
          const { start, text: run, threads } = segment
          expect(text.slice(start, start + run.length)).toBe(run)
          for (const mark of marks) {
            const isOn = mark.start <= start && start + run.length <= mark.end
            expect(threads.includes(mark.thread)).toBe(isOn)
          }
        }
      }),
    )
  })

  it('are one where nothing changed and nobody comments', () => {
    expect(segmentsOf({ text: 'Alles gleich.', words: undefined, marks: [] })).toEqual([
      { op: 'equal', text: 'Alles gleich.', start: 0, threads: [] },
    ])
  })
})

describe('the names on a review', () => {
  it('are asked for every entry that something leads to, once, not for the things themselves', () => {
    const document = {
      id: id(1),
      profession: id(3),
      sections: [{ id: id(9), sources: [id(2), id(3)], heading: 'x' }],
      region: null,
    }
    const changes = [{ path: 'sources.0', before: undefined, after: { source: id(4) } }]
    expect(idsIn([document, changes])).toEqual([[id(2), id(3), id(4)]])
    expect(idsIn(undefined)).toEqual([])
    expect(idsIn('Kein Verweis')).toEqual([])
  })

  it('are asked for in lists that fit into an address', () => {
    const lists = idsIn(Array.from({ length: 400 }, (_, index) => id(index)))
    expect(lists.map((list) => list.length)).toEqual([150, 150, 100])
    expect(new Set(lists.flat()).size).toBe(400)
  })

  it('are what entries are called by, whatever they are', () => {
    expect(
      namesOf([
        { id: 'a', name: 'Koch' },
        { id: 'b', title: 'Studie' },
        { id: 'c', filename: 'bild.jpg' },
        { id: 'd' },
      ]),
    ).toEqual(
      new Map([
        ['a', 'Koch'],
        ['b', 'Studie'],
        ['c', 'bild.jpg'],
      ]),
    )
  })
})

describe('what a text under review is compared with', () => {
  const live = { digest: 'd', publishedAt: 'p', approvals: [] }
  const approval = (id: string) => ({ approvedBy: { id, name: id } }) as Approval

  it('is what is live, where anything is, until somebody chooses', () => {
    expect(sinceOf(null, { live })).toBe('live')
    expect(sinceOf(null, { live: null })).toBe('nothing')
    // Until it is known: the question to the server is the same.
    expect(sinceOf(null, null)).toBe('live')
    expect(sinceOf('approved:me', { live: null })).toBe('approved:me')
  })

  it('is offered as far as there is something to compare with', () => {
    expect(comparable({ live, approvals: [approval('a')] }, 'a')).toEqual([
      'live',
      'approved:me',
      'nothing',
    ])
    expect(comparable({ live: null, approvals: [approval('b')] }, 'a')).toEqual(['nothing'])
  })
})

describe('the keys from change to change', () => {
  it.each([
    [-1, 1, 3, 0],
    [2, 1, 3, 0],
    [0, -1, 3, 2],
    [-1, -1, 3, 2],
    [-1, -1, 1, 0],
    [5, 1, 3, 0],
    [-1, 1, 0, null],
  ] as const)('lead from %i by %i among %i to %s', (at, direction, count, next) => {
    expect(nextMark(at, direction, count)).toBe(next)
  })
})

describe('a comment', () => {
  const marked = { path: 'sections.7.body', section: '7', quote: 'Wort', position: 12 }

  it('stands on the words that were marked, at their place', () => {
    expect(placeFor(marked, 'Wort')).toEqual({ path: marked.path, quote: 'Wort', position: 12 })
  })

  it('on words that were changed stands wherever they are', () => {
    expect(placeFor(marked, 'Worte')).toEqual({ path: marked.path, quote: 'Worte' })
    expect(placeFor({}, 'Wort')).toEqual({ quote: 'Wort' })
  })

  it('without words stands on the section, else on the whole field, else on the document', () => {
    expect(placeFor(marked, ' ')).toEqual({ section: '7' })
    expect(placeFor({ path: 'faq.3.answer' }, '')).toEqual({ path: 'faq' })
    expect(placeFor({ path: 'intro' }, '')).toEqual({ path: 'intro' })
    expect(placeFor({}, '')).toEqual({})
    expect(placeFor({ section: 0 }, '')).toEqual({ section: 0 })
  })
})
