import { describe, expect, it } from 'vitest'
import { baJobTitle, kldb2010 } from '#model/codes/kldb.ts'
import { escoOccupation, isco08 } from '#model/codes/occupation.ts'
import {
  ags,
  agsOfArs,
  ars,
  findKeyMismatch,
  landOfAgs,
  nuts3,
  postalCode,
} from '#model/codes/region.ts'

describe('codes', () => {
  it.each([
    [kldb2010, '43394'],
    [kldb2010, '43194'],
    [kldb2010, '01104'],
    [baJobTitle, '43394-111'],
    [isco08, '0110'],
    [escoOccupation, 'http://data.europa.eu/esco/occupation/0f4a4d4e-2c1f-4b1c-9a57-2f0e3b9c1d2e'],
    [ags, '05316000'],
    [ars, '053160000000'],
    [nuts3, 'DEA24'],
    [postalCode, '01067'],
  ])('$name.en accepts what is valid', (code, value) => {
    expect(code.findProblem(value)).toBeUndefined()
  })

  it.each([
    [kldb2010, '43191', 'supervision'],
    [kldb2010, '43192', 'supervision'],
    [kldb2010, '43390', 'requirement level'],
    [kldb2010, '4339', 'five digits'],
    [baJobTitle, '43191-100', 'supervision'],
    [isco08, '133', 'four digits'],
    [
      escoOccupation,
      'https://data.europa.eu/esco/occupation/0f4a4d4e-2c1f-4b1c-9a57-2f0e3b9c1d2e',
      'http address',
    ],
    [
      escoOccupation,
      'http://data.europa.eu/esco/occupation/0f4a4d4e-2c1f-4b1c-9a57-2f0e3b9c1d2e/',
      'slash',
    ],
    [ags, '17316000', '01 to 16'],
    [ags, '00316000', '01 to 16'],
    [nuts3, 'DEX24', 'Land'],
    [postalCode, '1067', 'five digits'],
  ])('$name.en refuses %s and says why', (code, value, reason) => {
    expect(code.findProblem(value)?.en).toContain(reason)
  })

  it.each([43394, 5316000, null, ['43394']])('refuses %s: a code is a string', (value) => {
    expect(kldb2010.findProblem(value)?.en).toContain('string')
    expect(kldb2010.findProblem(value)?.de).toContain('Text')
  })

  it('reads the AGS and the Land out of longer keys', () => {
    expect(agsOfArs('053160000000')).toBe('05316000')
    expect(landOfAgs('05316000')).toMatchObject({ iso: 'DE-NW' })
    expect(landOfAgs('99')).toBeUndefined()
  })

  it('sees when AGS and ARS name different places', () => {
    expect(findKeyMismatch({ ags: '05316000', ars: '053160000000' })).toBeUndefined()
    expect(findKeyMismatch({ ags: '05315000', ars: '053160000000' })?.en).toContain('05316000')
  })
})
