import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingOf } from '#admin/review/reading.ts'
import { findDifference } from '#portrait/difference/find-difference.ts'
import { fieldsInDigest } from '#portrait/registry.ts'
import type { Anchor } from '#review/comments/anchor.ts'
import type { ThreadView } from '#review/comments/comments.ts'
import { pairsOf } from './values.ts'
import { filledText } from './texts.ts'

/** Every change that a reading shows, wherever it shows it. */
function shownIn(reading: ReturnType<typeof readingOf>): Set<unknown> {
  return new Set([
    ...reading.details,
    ...reading.fields.flatMap(({ texts, removed, changes }) => [
      ...removed,
      ...changes,
      ...texts.flatMap(({ change, others, row }) => [change, ...others, row?.fate]),
    ]),
  ])
}

describe('a text as it is read in a review', () => {
  it.each(fieldsInDigest)('shows every change of %s', (field) => {
    fc.assert(
      fc.property(pairsOf(field), ([before, after]) => {
        const document = { headline: 'Titel', [field]: after }
        const { changes } = findDifference({ headline: 'Titel', [field]: before }, document)
        const shown = shownIn(readingOf({ document, changes, threads: [] }))
        expect(changes.filter((change) => !shown.has(change))).toEqual([])
      }),
    )
  })

  it('shows every field that an approval covers, but for what the page is about', () => {
    const { fields } = readingOf({ document: filledText, changes: [], threads: [] })
    const unseen = fieldsInDigest.filter((name) => !fields.some((shown) => shown.name === name))
    expect(unseen).toEqual(['profession', 'region'])
  })

  it('stands each comment beside its words, and what has no place any more above', () => {
    const thread = (id: string, anchor: Anchor, path: string | null): ThreadView => ({
      id,
      anchor,
      location: { status: 'current', path, start: null, end: null },
      author: { id: null, name: 'Ada', isExpert: false },
      body: 'Was gesagt wurde.',
      createdAt: '2026-11-29T12:00:00.000Z',
      editedAt: null,
      isDeleted: false,
      isRedacted: false,
      isBlocking: false,
      digest: '2-a',
      resolved: null,
      replies: [],
    })
    const section = 'sections.65a000000000000000000001'
    const quote = {
      on: 'quote',
      path: `${section}.heading`,
      quote: 'Was',
      prefix: '',
      suffix: '',
    } as const
    const threads = [
      thread('quote', quote, `${section}.heading`),
      thread(
        'section',
        { on: 'section', section, path: section, kind: null, heading: null },
        section,
      ),
      thread('field', { on: 'field', path: 'sections' }, 'sections'),
      thread('document', { on: 'document' }, null),
    ]
    const reading = readingOf({ document: filledText, changes: [], threads })
    const texts = reading.fields.flatMap((field) => field.texts)
    const beside = (path: string) =>
      texts.find((text) => text.path === path)?.threads.map(({ id }) => id)
    expect(beside(`${section}.heading`)).toEqual(['quote', 'field'])
    expect(beside(`${section}.body`)).toEqual(['section'])
    expect(reading.general.map(({ id }) => id)).toEqual(['document'])
  })
})
