import { describe, expect, it } from 'vitest'
import { berlinDay, formatBerlin, nextBerlinTime, parseMoment } from '#model/berlin-time.ts'

const at = (text: string) => {
  const moment = parseMoment(text)
  return 'at' in moment ? moment.at.toISOString() : moment.problem.en
}

describe('a point in time', () => {
  it.each([
    ['2027-01-15T08:00', '2027-01-15T07:00:00.000Z'],
    ['2027-07-15T08:00', '2027-07-15T06:00:00.000Z'],
    ['2027-07-15 08:00:30', '2027-07-15T06:00:30.000Z'],
    ['2027-07-15T08:00:30.250', '2027-07-15T06:00:30.250Z'],
    ['2027-07-15T08:00Z', '2027-07-15T08:00:00.000Z'],
    ['2027-07-15T08:00:00+05:30', '2027-07-15T02:30:00.000Z'],
    ['2027-07-15T08:00:00-0300', '2027-07-15T11:00:00.000Z'],
    ['2027-03-28T01:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31T01:59', '2027-10-30T23:59:00.000Z'],
    ['2027-10-31T03:00', '2027-10-31T02:00:00.000Z'],
    ['2000-06-01T00:00Z', '2000-06-01T00:00:00.000Z'],
    ['2100-06-01T00:00Z', '2100-06-01T00:00:00.000Z'],
  ])('%s is %s', (text, utc) => {
    expect(at(text)).toBe(utc)
  })

  it.each(['2027-03-28T02:00', '2027-03-28T02:30', '2027-03-28T02:59:59'])(
    'does not exist in Berlin when the clocks go forward: %s',
    (text) => {
      expect(at(text)).toContain('no such time')
    },
  )

  it.each(['2027-10-31T02:00', '2027-10-31T02:30', '2027-10-31T02:59:59'])(
    'comes twice in Berlin when the clocks go back: %s',
    (text) => {
      expect(at(text)).toContain('twice')
    },
  )

  it.each([
    '2027-01-15',
    'tomorrow',
    '',
    '2027-02-30T08:00',
    '2027-01-15T25:00',
    '15.01.2027 08:00',
    'x2027-01-15T08:00',
    '2027-01-15T08:00x',
    '2027-01-15T08:00Zx',
    'x2027-01-15T08:00Z',
  ])('is none: %j', (text) => {
    expect(at(text)).toContain('Expected a date and time')
  })

  it.each(['1999-12-31T23:00Z', '2101-01-01T00:00Z', '1999-06-01T08:00'])(
    'is too far away: %s',
    (text) => {
      expect(at(text)).toContain('between 2000 and 2100')
    },
  )
})

describe('a point in time for people', () => {
  it.each([
    ['2027-03-28T00:59:00Z', '28.03.2027, 01:59 Uhr (MEZ)', '28/03/2027, 01:59 (CET)'],
    ['2027-03-28T01:30:00Z', '28.03.2027, 03:30 Uhr (MESZ)', '28/03/2027, 03:30 (CEST)'],
    ['2027-10-31T00:30:00Z', '31.10.2027, 02:30 Uhr (MESZ)', '31/10/2027, 02:30 (CEST)'],
    ['2027-10-31T01:30:00Z', '31.10.2027, 02:30 Uhr (MEZ)', '31/10/2027, 02:30 (CET)'],
    ['2027-01-05T06:07:00Z', '05.01.2027, 07:07 Uhr (MEZ)', '05/01/2027, 07:07 (CET)'],
  ])('%s reads %s', (utc, de, en) => {
    expect(formatBerlin(new Date(utc), 'de')).toBe(de)
    expect(formatBerlin(new Date(utc), 'en')).toBe(en)
  })

  it('falls on the day that it is in Berlin', () => {
    expect(berlinDay(new Date('2027-06-30T21:59:59Z'))).toBe('2027-06-30')
    expect(berlinDay(new Date('2027-06-30T22:00:00Z'))).toBe('2027-07-01')
  })

  it.each([
    ['2027-03-27T12:00:00Z', '2027-03-28T05:00:00.000Z'],
    ['2027-03-28T04:59:59Z', '2027-03-28T05:00:00.000Z'],
    ['2027-03-28T05:00:00Z', '2027-03-29T05:00:00.000Z'],
    ['2027-10-30T12:00:00Z', '2027-10-31T06:00:00.000Z'],
    ['2027-12-31T23:30:00Z', '2028-01-01T06:00:00.000Z'],
  ])('after %s it is seven in Berlin at %s', (after, next) => {
    expect(nextBerlinTime(new Date(after), 7).toISOString()).toBe(next)
  })
})
