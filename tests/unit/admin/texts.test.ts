import { describe, expect, it } from 'vitest'
import { ownAt, wholeOf } from '#admin/home/whole.ts'
import { isNarrowed, textsOf, withChanges } from '#admin/texts/address.ts'
import { pathOfText, pathOfTexts } from '#admin/texts/paths.ts'
import { directionOf, sortAfterClick } from '#admin/texts/sorting.ts'
import { isOverdue, subjectOf, waitingFor } from '#admin/texts/standing.ts'
import { givenViews, isNewView, sameParameters, viewsIn, withView } from '#admin/texts/views.ts'
import { stages } from '#model/stages.ts'
import { say } from '#support/said-words.ts'
import { parseList } from '#newsroom/lists/list.ts'
import type { NewsroomText } from '#newsroom/lists/entries.ts'

describe('a link into the list', () => {
  it.each([
    ...Object.entries(wholeOf),
    ...givenViews.map(({ word, parameters }) => [word, parameters] as const),
    ...stages.map((stage) => [`own ${stage}`, ownAt(stage)] as const),
  ])('asks for what the list understands: %s', (_, parameters) => {
    const asked: Record<string, unknown> = parseList(parameters)
    // Nothing of it is passed over.
    for (const name of Object.keys(parameters)) expect(asked[name], name).toBeDefined()
  })

  it('says its conditions in the address', () => {
    expect(pathOfTexts({})).toBe('/admin/texts')
    expect(pathOfTexts({ q: 'Köln & Umland', sort: '-live' })).toBe(
      '/admin/texts?q=K%C3%B6ln+%26+Umland&sort=-live',
    )
  })

  it('leads to form, review and history of a text', () => {
    const text = { collection: 'career-profiles', id: '1' } as const
    expect(pathOfText(text)).toBe('/admin/collections/career-profiles/1')
    expect(pathOfText(text, 'review')).toBe('/admin/collections/career-profiles/1/review')
  })
})

describe('the conditions of the list', () => {
  it('change one by one; what is empty is taken away', () => {
    const before = { stage: 'draft', q: 'Koch' }
    expect(withChanges(before, { stage: 'live' })).toEqual({ stage: 'live', q: 'Koch' })
    expect(withChanges(before, { stage: null, q: '' })).toEqual({})
    expect(before).toEqual({ stage: 'draft', q: 'Koch' })
  })

  it('narrow the list, an order does not', () => {
    expect(isNarrowed({})).toBe(false)
    expect(isNarrowed({ sort: 'title' })).toBe(false)
    expect(isNarrowed({ sort: 'title', q: 'x' })).toBe(true)
  })
})

describe('the pages of the list', () => {
  const text = (id: string, title = id) => ({ id, title }) as NewsroomText

  it('show a text once that has moved to a later page, as it is now', () => {
    const pages = [
      { texts: [text('a'), text('b', 'alt')] },
      { texts: [text('b', 'neu'), text('c')] },
    ]
    expect(textsOf(pages).map(({ id, title }) => [id, title])).toEqual([
      ['a', 'a'],
      ['b', 'neu'],
      ['c', 'c'],
    ])
    expect(textsOf([])).toEqual([])
  })
})

describe('a saved view', () => {
  const own = [{ name: 'Meins', parameters: { q: 'Koch' } }]

  it('is offered for conditions that no view has', () => {
    expect(isNewView({}, own)).toBe(false)
    expect(isNewView({ q: 'Koch' }, own)).toBe(false)
    expect(isNewView({ author: 'me' }, own)).toBe(false)
    expect(isNewView({ q: 'Koch', author: 'me' }, own)).toBe(true)
  })

  it('takes the place of an older one of its name', () => {
    const newer = { name: 'Meins', parameters: { q: 'Maler' } }
    expect(withView(own, newer)).toEqual([newer])
    expect(withView(own, { ...newer, name: 'Anders' })).toHaveLength(2)
  })

  it('is the current one whatever the order of its conditions', () => {
    expect(sameParameters({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true)
    expect(sameParameters({ a: '1' }, { a: '1', b: '2' })).toBe(false)
    expect(sameParameters({ a: '1', b: '2' }, { a: '1' })).toBe(false)
  })

  it.each([
    [{ views: own }, own],
    [
      { views: [{ name: 'x', parameters: { a: '1', b: 2 } }] },
      [{ name: 'x', parameters: { a: '1' } }],
    ],
    [{ views: [{ name: 3, parameters: {} }, { name: 'x' }, null, 'y'] }, []],
    [{ views: 'x' }, []],
    [null, []],
  ])('is read from what was stored, of whatever time: %j', (stored, views) => {
    expect(viewsIn(stored)).toEqual(views)
  })
})

describe('a column of the list', () => {
  it.each([
    ['-changed', 'changed', 'descending', 'changed'],
    ['changed', 'changed', 'ascending', '-changed'],
    ['-changed', 'title', 'none', 'title'],
    ['title', 'title', 'ascending', '-title'],
    ['-title', 'title', 'descending', 'title'],
    ['title', 'live', 'none', '-live'],
  ] as const)('in a list by %s, %s is %s and sorts it by %s', (sort, name, direction, next) => {
    expect(directionOf(sort, name)).toBe(direction)
    expect(sortAfterClick(sort, name)).toBe(next)
    expect(() => parseList({ sort: next })).not.toThrow()
  })
})

describe('a text in a list', () => {
  const now = new Date('2026-11-29T10:00:00Z')

  it.each([
    ['2026-11-29T09:59:00Z', 'draft', true],
    ['2026-11-29T10:01:00Z', 'draft', false],
    ['2026-11-29T09:59:00Z', 'live', false],
    ['2026-11-29T09:59:00Z', 'archived', false],
    // The same moment in another notation.
    ['2026-11-29T11:30:00+01:00', 'in_review', false],
    ['2026-11-29T10:30:00+01:00', 'in_review', true],
    [null, 'draft', false],
  ] as const)('that is due %s and %s is overdue: %s', (dueAt, stage, isLate) => {
    expect(isOverdue({ dueAt, stage }, now)).toBe(isLate)
  })

  it('says for how many days it has been waiting', () => {
    expect(waitingFor('2026-11-28T11:00:00Z', now, say)).toBe('texts:oneDay')
    expect(waitingFor('2026-11-28T09:00:00Z', now, say)).toBe('texts:days(1)')
    expect(waitingFor('2026-11-19T10:00:00Z', now, say)).toBe('texts:days(10)')
  })

  it('says what it is about', () => {
    const profession = { id: 'p', name: 'Koch' }
    expect(subjectOf({ profession, region: { id: 'r', name: 'Bonn' } }, say)).toBe('Koch · Bonn')
    expect(subjectOf({ profession, region: null }, say)).toBe('Koch · texts:nationwide')
    expect(subjectOf({ profession: null, region: null }, say)).toBe('texts:nationwide')
  })
})
