import { describe, expect, it } from 'vitest'
import { nameOfEvent } from '#workflow/event-names.ts'
import { isOpen, standingOf } from '#admin/history/expert-link.ts'
import { lengthInWords } from '#admin/reports/length.ts'
import { standingOf as standingOfAccount } from '#admin/people/account.ts'
import { formatsIn } from '#admin/words/formats.ts'
import { say } from '#support/said-words.ts'
import { transitionNames, transitions } from '#workflow/transitions.ts'
import type { ExpertLink } from '#review/experts/links.ts'

describe("an expert's link", () => {
  const now = new Date('2026-11-29T10:00:00Z')
  const link: ExpertLink = {
    id: '1',
    collection: 'regional-sections',
    document: '2',
    digest: 'd',
    reader: null,
    madeBy: { id: 'a', name: 'Anna' },
    createdAt: '2026-11-01T00:00:00Z',
    expiresAt: '2026-11-29T10:00:01Z',
    revokedAt: null,
    endedAt: null,
    usedAt: null,
  }
  const at = '2026-11-20T00:00:00Z'
  const format = formatsIn('en')
  const wordOf = (parts: Partial<ExpertLink>) =>
    standingOf({ ...link, ...parts }, { now, say, format }).split('(')[0]

  it.each([
    [{}, true, 'history:linkValid'],
    [{ expiresAt: '2026-11-29T10:00:00Z' }, false, 'history:linkExpired'],
    [{ usedAt: at }, false, 'history:linkUsed'],
    [{ revokedAt: at }, false, 'history:linkRevoked'],
    [{ endedAt: at }, false, 'history:linkEnded'],
    // An opinion came before the text went on: that it was given is what counts.
    [{ usedAt: at, endedAt: at, revokedAt: at }, false, 'history:linkUsed'],
    [{ revokedAt: at, expiresAt: at }, false, 'history:linkRevoked'],
  ])('with %j is open: %s, and said to be so: %s', (parts, isStillOpen, word) => {
    expect(isOpen({ ...link, ...parts }, now)).toBe(isStillOpen)
    expect(wordOf(parts)).toBe(word)
  })
})

describe('an event in the history', () => {
  it('is called like its step, else by a word of its own, else as it is on record', () => {
    const nameOf = (transition: string) => nameOfEvent(transition).de
    expect(transitionNames.map(nameOf)).toEqual(
      transitionNames.map((name) => transitions[name].label.de),
    )
    expect(nameOf('planFailed')).toBe('Termin gescheitert')
    expect(nameOf('of another time')).toBe('of another time')
    expect(nameOf('constructor')).toBe('constructor')
  })
})

describe('an account', () => {
  const format = { date: (at: string | Date) => `day ${String(at)}` }
  const standing = (parts: Partial<Parameters<typeof standingOfAccount>[0]>) =>
    standingOfAccount(
      {
        deactivatedAt: null,
        lastSignInAt: null,
        hasSecondFactor: false,
        invitation: null,
        ...parts,
      },
      { say, format },
    )

  it.each([
    [{}, 'people:active', 'good'],
    [{ invitation: { state: 'accepted', sentAt: 's' } }, 'people:active', 'good'],
    [{ invitation: { state: 'pending', sentAt: 's' } }, 'people:pending(day s)', 'open'],
    [{ invitation: { state: 'expired', sentAt: 's' } }, 'people:expired', 'bad'],
    [{ deactivatedAt: 'd' }, 'people:deactivatedOn(day d)', 'bad'],
  ] as const)('with %j is said to be %s', (parts, text, tone) => {
    expect(standing(parts)).toEqual({ text, tone })
  })
})

describe('a length of time', () => {
  const said = (hours: number) => lengthInWords(hours, { say, format: formatsIn('de') })

  it.each([
    [0, 'reports:underAnHour'],
    [0.99, 'reports:underAnHour'],
    [1.4, 'reports:hours(1, 1)'],
    [47.9, 'reports:hours(48, 48)'],
    [48, 'reports:days(2, 2)'],
    [60, 'reports:days(2.5, 2,5)'],
  ])('of %d hours is said as %s', (hours, words) => {
    expect(said(hours)).toBe(words)
  })
})

describe('moments and numbers', () => {
  const de = formatsIn('de')
  const en = formatsIn('en')

  it('are those of Berlin, in the language of the reader', () => {
    // Half past eleven at night in London is the next day in Berlin.
    expect(de.date('2026-06-30T22:30:00Z')).toBe('01.07.2026')
    expect(de.time('2026-06-30T22:30:00Z')).toBe('00:30')
    expect(de.moment('2026-12-31T23:30:00Z')).toBe('01.01.2027, 00:30')
    expect(de.number(1234.5)).toBe('1.234,5')
    expect(en.number(1234.5)).toBe('1,234.5')
  })

  it.each([
    ['2026-11-29T10:00:20Z', 'in dieser Minute'],
    ['2026-11-29T09:55:00Z', 'vor 5 Minuten'],
    ['2026-11-29T07:00:00Z', 'vor 3 Stunden'],
    ['2026-11-28T10:00:00Z', 'gestern'],
    ['2026-12-01T10:00:00Z', 'übermorgen'],
  ])('are told from ten o’clock on: %s is %s', (at, said) => {
    expect(de.distance(at, new Date('2026-11-29T10:00:00Z'))).toBe(said)
  })

  it('of money have cents where there are any', () => {
    expect(de.money(4200).replace(/\s/u, ' ')).toBe('4.200 €')
    expect(de.money(17.5).replace(/\s/u, ' ')).toBe('17,50 €')
    expect(de.percent(0.335).replace(/\s/u, ' ')).toBe('34 %')
  })
})
