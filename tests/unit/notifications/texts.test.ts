import { describe, expect, it } from 'vitest'
import { readFacts } from '#notifications/facts.ts'
import { notificationKinds } from '#notifications/kinds.ts'
import {
  composeDigest,
  composeMail,
  sentenceFor,
  type Notification,
} from '#notifications/wording.ts'

const told = (
  overrides: Partial<Notification> = {},
  facts: Record<string, unknown> = {},
): Notification => ({
  kind: 'returned',
  collection: 'regional-sections',
  document: 'd1',
  actorName: 'Erika',
  at: '2027-03-27T06:00:00.000Z',
  facts: readFacts({ title: 'Glasbläser, Lauscha', ...facts }),
  ...overrides,
})
const german = { language: 'de', baseAddress: 'https://cms.example.org/' } as const
const english = { language: 'en', baseAddress: '' } as const

describe('the mail on a notification', () => {
  it('says in German what happened, why, and where to look', () => {
    const { subject, text } = composeMail(told({}, { comment: 'Bitte kürzen.' }), german)
    expect(subject).toBe('Änderungen erbeten: Glasbläser, Lauscha')
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Erika bittet um Änderungen an „Glasbläser, Lauscha“.',
      'Bitte kürzen.',
      'https://cms.example.org/admin/collections/regional-sections/d1',
    ])
  })

  it('says it in English, and leaves the address out where it is not known', () => {
    const { subject, text } = composeMail(told(), english)
    expect(subject).toBe('Changes requested: Glasbläser, Lauscha')
    expect(text).toContain('Erika asks for changes to “Glasbläser, Lauscha”.')
    expect(text).not.toContain('/admin')
  })

  it('tells dates in the time of Berlin', () => {
    const due = told({ kind: 'due', actorName: null }, { dueAt: '2027-03-28T01:30:00.000Z' })
    expect(sentenceFor(due, 'de')).toContain('28.03.2027, 03:30 Uhr (MESZ)')
    expect(sentenceFor(due, 'en')).toContain('28 March 2027, 03:30 (CEST)')
  })

  it('keeps the subject on one line, whatever a title holds', () => {
    const { subject } = composeMail(
      told({}, { title: `A\r\nBcc: x@example.org ${'x'.repeat(300)}` }),
      german,
    )
    expect(subject).not.toMatch(/[\r\n]/)
    expect(subject.length).toBeLessThanOrEqual(150)
  })

  it.each(notificationKinds.flatMap((kind) => [[kind, 'de'] as const, [kind, 'en'] as const]))(
    'has a sentence for %s in %s',
    (kind, language) => {
      const facts = { action: 'publish', dueAt: '2027-03-01T08:00:00Z', name: 'Dr. Blei' }
      const dates = { startsAt: '2027-03-01T08:00:00Z', endsAt: '2027-03-02T08:00:00Z' }
      const sentence = sentenceFor(told({ kind }, { ...facts, ...dates }), language)
      // Of what is erased nothing is said.
      const says = kind.startsWith('erasure') ? 'Erika' : 'Glasbläser, Lauscha'
      expect(sentence).toContain(says)
      expect(sentence).toMatch(/\.$/)
      expect(sentence).not.toMatch(/undefined|null|NaN/)
    },
  )
})

describe('the mail of the day', () => {
  it('holds everything in its order', () => {
    const { subject, text } = composeDigest(
      [told(), told({ kind: 'approved', actorName: 'Max' })],
      german,
    )
    expect(subject).toBe('Tagesüberblick: 2 Neuigkeiten')
    expect(text.indexOf('Erika bittet')).toBeLessThan(text.indexOf('Max hat'))
    expect(text).toContain('27.03.2027, 07:00 Uhr (MEZ)')
  })
})
