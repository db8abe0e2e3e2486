import { describe, expect, it } from 'vitest'
import { byDay, nearDay } from '#admin/inbox/days.ts'
import { withRead } from '#admin/inbox/entries.ts'
import { pauseAfter } from '#admin/inbox/pause.ts'
import type { InboxEntry, InboxPage } from '#notifications/inbox.ts'

describe('the messages of an inbox', () => {
  it('stand together by their day in Berlin, in their order', () => {
    const entries = ['2026-11-27T09:00:00Z', '2026-11-26T23:30:00Z', '2026-11-26T22:30:00Z'].map(
      (at) => ({ at }),
    )
    expect(byDay(entries).map(({ day, entries: of }) => [day, of.length])).toEqual([
      ['2026-11-27', 2],
      ['2026-11-26', 1],
    ])
  })

  it.each([
    ['2026-11-27', 'today'],
    ['2026-11-26', 'yesterday'],
    ['2026-11-25', null],
  ])('of %s are of %s', (day, near) => {
    expect(nearDay(day, new Date('2026-11-26T23:30:00Z'))).toBe(near)
  })

  it('of the day before are found across a change of the clock', () => {
    expect(nearDay('2026-03-28', new Date('2026-03-29T10:00:00Z'))).toBe('yesterday')
    expect(nearDay('2026-10-25', new Date('2026-10-25T23:30:00Z'))).toBe('yesterday')
  })
})

describe('a message that is read', () => {
  const entry = (id: string, readAt: string | null): InboxEntry => ({
    id,
    kind: 'assigned',
    title: 'Titel',
    collection: 'regional-sections',
    document: '1',
    actorName: null,
    label: '',
    text: '',
    comment: null,
    path: '/admin',
    at: '2026-11-29T10:00:00Z',
    readAt,
  })
  const page: InboxPage = {
    entries: [entry('a', null), entry('b', null), entry('c', 'x')],
    unread: 2,
    nextCursor: 'n',
  }
  const readOf = ({ entries }: InboxPage) => entries.map(({ readAt }) => readAt)

  it('stays in sight, marked; one that was read before keeps its moment', () => {
    const one = withRead(page, { ids: ['a', 'c'] }, { readAt: 'now', unread: 1 })
    expect(readOf(one)).toEqual(['now', null, 'x'])
    expect([one.unread, one.nextCursor]).toEqual([1, 'n'])
    const all = withRead(page, { all: true }, { readAt: 'now', unread: 0 })
    expect(readOf(all)).toEqual(['now', 'now', 'x'])
  })
})

describe('the badge', () => {
  it('asks every minute, and less often as long as it fails', () => {
    expect([0, 1, 2, 3, 4, 20].map((failures) => pauseAfter(failures) / 60_000)).toEqual([
      1, 2, 4, 8, 10, 10,
    ])
  })
})
