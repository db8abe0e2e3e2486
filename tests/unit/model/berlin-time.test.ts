import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { berlinDay, formatBerlin, nextBerlinTime, parseMoment } from '#model/berlin-time.ts'

function read(text: string): string {
  const parsed = parseMoment(text)
  if ('problem' in parsed) throw new Error(parsed.problem.en)
  return parsed.at.toISOString()
}

function refusalOf(text: string): { de: string; en: string } {
  const parsed = parseMoment(text)
  if ('at' in parsed) throw new Error(`${text} was read as ${parsed.at.toISOString()}`)
  return parsed.problem
}

const moments = fc.date({
  min: new Date('2000-01-02T00:00:00Z'),
  max: new Date('2100-12-30T00:00:00Z'),
  noInvalidDate: true,
})

describe('reading a moment', () => {
  it.each([
    ['2027-03-28T01:30Z', '2027-03-28T01:30:00.000Z'],
    ['2027-03-28T02:30+01:00', '2027-03-28T01:30:00.000Z'],
    ['2027-03-28T02:30+01', '2027-03-28T01:30:00.000Z'],
    ['2027-03-28T02:30:15.250-0530', '2027-03-28T08:00:15.250Z'],
  ])('takes %s with its own offset', (text, at) => {
    expect(read(text)).toBe(at)
  })

  it.each([
    ['2027-01-15T08:00', '2027-01-15T07:00:00.000Z'],
    ['2027-07-15T08:00', '2027-07-15T06:00:00.000Z'],
    ['2027-07-15T08:00:30', '2027-07-15T06:00:30.000Z'],
    ['2027-03-28T01:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31T01:59', '2027-10-30T23:59:00.000Z'],
    ['2027-10-31T03:00', '2027-10-31T02:00:00.000Z'],
  ])('takes %s without offset as a time in Berlin', (text, at) => {
    expect(read(text)).toBe(at)
  })

  it.each(['2027-03-28T02:00', '2027-03-28T02:30', '2027-03-28T02:59:59'])(
    'refuses %s, which the spring leaves out, and asks for an offset',
    (text) => {
      const { de, en } = refusalOf(text)
      expect(de).toMatch(/gibt es in Deutschland nicht.*Abweichung von UTC/)
      expect(en).toMatch(/does not exist in Germany.*offset from UTC/)
    },
  )

  it('proposes both moments that a time left out may mean', () => {
    const { de, en } = refusalOf('2027-03-28T02:30')
    for (const text of [de, en]) {
      expect(text).toContain('2027-03-28T01:30+01:00')
      expect(text).toContain('2027-03-28T03:30+02:00')
    }
  })

  it.each(['2027-10-31T02:00', '2027-10-31T02:30', '2027-10-31T02:59:59'])(
    'refuses %s, which comes twice in autumn, and asks for an offset',
    (text) => {
      const { de, en } = refusalOf(text)
      expect(de).toMatch(/zweimal.*Abweichung von UTC.*\+02:00 \(Sommerzeit\).*\+01:00 \(Winter/)
      expect(en).toMatch(/twice.*offset from UTC.*\+02:00 \(summer time\).*\+01:00 \(winter/)
    },
  )

  it('accepts what it proposes', () => {
    expect(read('2027-10-31T02:30+02:00')).toBe('2027-10-31T00:30:00.000Z')
    expect(read('2027-10-31T02:30+01:00')).toBe('2027-10-31T01:30:00.000Z')
  })

  it('asks for the time of a bare day', () => {
    const { de, en } = refusalOf('2027-03-28')
    expect(de).toMatch(/Tag ohne Uhrzeit.*2027-03-28T08:00/)
    expect(en).toMatch(/day without a time.*2027-03-28T08:00/)
  })

  it.each([
    '',
    'morgen',
    '28.03.2027 08:00',
    '2027-03-28 08:00',
    '2027-03-28T08',
    '2027-03-28T08:00:60',
    '2027-03-28T08:00[Asia/Tokyo]',
    '2027-03-28T08:00+2',
    ' 2027-03-28T08:00',
    '2027-03-28T08:00 Uhr',
    'x2027-03-28',
    '2027-03-28x',
    '+012027-03-28T08:00Z',
  ])('refuses "%s", which is no moment', (text) => {
    const { de, en } = refusalOf(text)
    expect(de).toContain(`"${text}" ist kein Zeitpunkt`)
    expect(en).toContain(`"${text}" is not a moment`)
  })

  it.each([
    '2027-02-29T08:00',
    '2027-13-01T08:00Z',
    '2027-03-28T24:00',
    '2027-03-28T08:60',
    '2027-03-28T08:00+25:00',
  ])('refuses %s, which no calendar or clock has', (text) => {
    const { de, en } = refusalOf(text)
    expect(de).toContain('die es nicht gibt')
    expect(en).toContain('that does not exist')
  })

  it('takes the years 2000 to 2100, as they are in Berlin', () => {
    expect(read('1999-12-31T23:00Z')).toBe('1999-12-31T23:00:00.000Z')
    expect(read('2000-01-01T00:00')).toBe('1999-12-31T23:00:00.000Z')
    expect(read('2100-12-31T23:59')).toBe('2100-12-31T22:59:00.000Z')
    expect(refusalOf('1999-12-31T23:59').de).toContain('1999 liegt außerhalb von 2000 bis 2100')
    expect(refusalOf('2101-01-01T00:00').en).toContain('2101 lies outside 2000 to 2100')
    expect(refusalOf('2100-12-31T23:30Z').en).toContain('2101 lies outside')
  })

  it('reads every moment back from its ISO form', () => {
    fc.assert(
      fc.property(moments, (date) => {
        expect(read(date.toISOString())).toBe(date.toISOString())
      }),
    )
  })
})

describe('a moment for people', () => {
  it('names day, time and kind of time in both languages', () => {
    const summer = new Date('2027-03-28T01:30:59Z')
    expect(formatBerlin(summer, 'de')).toBe('28.03.2027, 03:30 Uhr (MESZ)')
    expect(formatBerlin(summer, 'en')).toBe('28 March 2027, 03:30 (CEST)')
    const winter = new Date('2027-01-01T08:05:00Z')
    expect(formatBerlin(winter, 'de')).toBe('01.01.2027, 09:05 Uhr (MEZ)')
    expect(formatBerlin(winter, 'en')).toBe('1 January 2027, 09:05 (CET)')
  })

  it('tells the two half past two of an autumn night apart', () => {
    expect(formatBerlin(new Date('2027-10-31T00:30Z'), 'de')).toBe('31.10.2027, 02:30 Uhr (MESZ)')
    expect(formatBerlin(new Date('2027-10-31T01:30Z'), 'de')).toBe('31.10.2027, 02:30 Uhr (MEZ)')
  })

  it('belongs to the day of Berlin, not of Greenwich', () => {
    expect(berlinDay(new Date('2027-06-30T21:59:59Z'))).toBe('2027-06-30')
    expect(berlinDay(new Date('2027-06-30T22:00:00Z'))).toBe('2027-07-01')
    expect(berlinDay(new Date('2027-01-31T22:59:59Z'))).toBe('2027-01-31')
    expect(berlinDay(new Date('2027-01-31T23:00:00Z'))).toBe('2027-02-01')
  })
})

describe('the next time an hour strikes in Berlin', () => {
  it.each([
    ['today, when it is still to come', '2027-06-01T04:00Z', 7, '2027-06-01T05:00Z'],
    ['tomorrow, when it has just struck', '2027-06-01T05:00Z', 7, '2027-06-02T05:00Z'],
    ['today, a moment before it strikes', '2027-06-01T04:59:59.999Z', 7, '2027-06-01T05:00Z'],
    ['23 hours later in spring', '2027-03-27T06:00Z', 7, '2027-03-28T05:00Z'],
    ['25 hours later in autumn', '2027-10-30T05:00Z', 7, '2027-10-31T06:00Z'],
    ['at midnight of Berlin', '2027-06-01T21:00Z', 0, '2027-06-01T22:00Z'],
    ['when the clock jumps over it', '2027-03-27T12:00Z', 2, '2027-03-28T01:00Z'],
    ['the first time of two', '2027-10-30T12:00Z', 2, '2027-10-31T00:00Z'],
    ['once only in autumn', '2027-10-31T00:00Z', 2, '2027-11-01T01:00Z'],
  ])('is %s', (_case, after, hour, expected) => {
    expect(nextBerlinTime(new Date(after), hour)).toEqual(new Date(expected))
  })

  it('comes once every day and shows that hour', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 4, max: 23 }), (after, hour) => {
        const next = nextBerlinTime(after, hour)
        expect(next.getTime()).toBeGreaterThan(after.getTime())
        expect(next.getTime() - after.getTime()).toBeLessThanOrEqual(25 * 3_600_000)
        expect(formatBerlin(next, 'de')).toContain(`, ${String(hour).padStart(2, '0')}:00 Uhr`)
      }),
    )
  })

  it.each([24, -1, Number.NaN])('does not exist for the hour %d', (hour) => {
    expect(() => nextBerlinTime(new Date(), hour)).toThrow(RangeError)
  })
})
