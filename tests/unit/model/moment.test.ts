import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentFrom } from '#model/moment.ts'

describe('a moment that PostgreSQL writes', () => {
  it.each([
    ['2026-11-29 04:11:12+00', '2026-11-29T04:11:12.000Z'],
    ['2026-11-29 04:11:12.5+00', '2026-11-29T04:11:12.500Z'],
    ['2026-11-29 04:11:12.05+00', '2026-11-29T04:11:12.050Z'],
    ['2026-11-29 04:11:12.123+00', '2026-11-29T04:11:12.123Z'],
    ['2026-11-29 04:11:12.123456+00', '2026-11-29T04:11:12.123Z'],
    ['2026-11-29 05:11:12.123+01', '2026-11-29T04:11:12.123Z'],
    ['2026-06-30 23:41:12.1+05:30', '2026-06-30T18:11:12.100Z'],
  ])('%s is %s', (written, moment) => {
    expect(momentFrom(written)).toBe(moment)
  })

  it('is the same moment in whatever time zone the session is', () => {
    const moments = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2999-12-31T23:59:59Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, (date) => {
        const iso = date.toISOString()
        const written = iso.replace('T', ' ').replace(/\.?0*Z$/, '+00')
        expect(momentFrom(written)).toBe(iso)
      }),
    )
  })

  it('is refused where it is none', () => {
    expect(() => momentFrom('infinity')).toThrow(RangeError)
  })
})
