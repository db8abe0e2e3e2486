import { describe, expect, it } from 'vitest'
import { recognise, type KnownProfession } from '#importing/portraits/names/recognise.ts'

const professions: KnownProfession[] = [
  { id: 'it', name: 'IT-Leiter/in', slug: 'it-leiter', masculine: null, aliases: ['EDV-Leiter'] },
  { id: 'koch', name: 'Koch/Köchin', masculine: 'Koch', feminine: 'Köchin', aliases: [] },
  { id: 'bank', name: 'Bankkaufmann/-frau', aliases: [] },
  { id: 'pflege', name: 'Fachkraft in der Pflege', aliases: [] },
  { id: 'arzt', name: 'Arzt', aliases: [] },
  { id: 'logo', name: 'Logopäde', aliases: [] },
  { id: 'fach', name: 'Pflegefachmann', aliases: [] },
]
const regions = [
  { id: 'lev', name: 'Leverkusen', slug: 'leverkusen', aliases: [] },
  { id: 'koeln', name: 'Köln', slug: null, aliases: ['Cologne'] },
  { id: 'weiden', name: 'Weiden in der Oberpfalz', aliases: [] },
  { id: 'ffm', name: 'Frankfurt am Main', aliases: [] },
  { id: 'halle', name: 'Halle (Saale)', aliases: [] },
  { id: 'bonn', name: 'Bonn, Stadt', kind: 'kreisfreieStadt', aliases: [] },
  { id: 'muc', name: 'München', kind: 'gemeinde', aliases: [] },
  { id: 'lkm', name: 'München', kind: 'kreis', aliases: [] },
]

function professionOf(professionName: string, known = professions) {
  const candidates = [{ professionName, placeName: null }]
  return recognise({ candidates, professions: known, regions }).profession
}

function regionOf(placeName: string) {
  const candidates = [{ professionName: 'Koch', placeName }]
  return recognise({ candidates, professions, regions }).region
}

describe('recognising a profession', () => {
  it.each([
    'IT Leiter',
    'IT-Leiter',
    'it-leiter',
    'IT-Leiter/in',
    'IT-Leiter/-in',
    'IT-Leiterin',
    'IT-Leiter*in',
    'IT-Leiter:in',
    'IT-Leiter_in',
    'IT-LeiterIn',
    'IT-Leiter(in)',
    'IT-Leiter (m/w/d)',
    'IT Leiter w/m/d',
    'EDV-Leiterin',
  ])('knows "%s"', (name) => {
    expect(professionOf(name)).toEqual({ status: 'known', id: 'it', name: 'IT-Leiter/in' })
  })

  it.each([
    ['Köchin', 'koch'],
    ['Koch (m/w/d)', 'koch'],
    ['Bankkauffrau', 'bank'],
    ['Ärztin', 'arzt'],
    ['Arzt/Ärztin (m/w/d)', 'arzt'],
    ['Logopädin', 'logo'],
    ['Logopäd:in', 'logo'],
    ['Pflegefachfrau', 'fach'],
    ['Pflegefachmann/-frau', 'fach'],
    ['Pflegefachfrau/-mann (w/m/d)', 'fach'],
    ['Pflegefachfrau / Pflegefachmann', 'fach'],
    ['Koch bzw. Köchin', 'koch'],
  ])('knows "%s" although the stem changes', (name, id) => {
    expect(professionOf(name)).toMatchObject({ status: 'known', id })
  })

  it('does not know what it was not told', () => {
    expect(professionOf('Dachdecker')).toEqual({ status: 'unknown', name: 'Dachdecker' })
  })

  it('prefers the exact name to one that only differs in gender', () => {
    const known = [
      { id: 'm', name: 'Lehrer', aliases: [] },
      { id: 'f', name: 'Lehrerin', aliases: [] },
    ]
    expect(professionOf('Lehrerin', known)).toMatchObject({ status: 'known', id: 'f' })
    expect(professionOf('Lehrer*in', known)).toEqual({
      status: 'ambiguous',
      name: 'Lehrer*in',
      names: ['Lehrer', 'Lehrerin'],
    })
  })
})

describe('recognising a region', () => {
  it.each(['Köln', 'KOELN', 'Cologne'])('knows "%s"', (name) => {
    expect(regionOf(name)).toEqual({ status: 'known', id: 'koeln', name: 'Köln' })
  })

  it.each([
    ['Frankfurt/Main', 'ffm'],
    ['Frankfurt a. M.', 'ffm'],
    ['frankfurt-am-main', 'ffm'],
    ['Halle an der Saale', 'halle'],
    ['Halle/Saale', 'halle'],
    ['Weiden i. d. OPf.', 'weiden'],
    ['Weiden (Oberpfalz)', 'weiden'],
    ['Bonn', 'bonn'],
    ['Stadt Bonn', 'bonn'],
    ['München', 'muc'],
  ])('knows "%s" in another spelling', (name, id) => {
    expect(regionOf(name)).toMatchObject({ status: 'known', id })
  })

  it.each([
    ['Frankfurt', ['Frankfurt am Main']],
    ['Halle', ['Halle (Saale)']],
    ['Köln (Uckermark)', ['Köln']],
  ])('does not guess whether "%s" is the one it knows', (name, names) => {
    expect(regionOf(name)).toEqual({ status: 'ambiguous', name, names })
  })

  it('does not take one Frankfurt for the other', () => {
    expect(regionOf('Frankfurt (Oder)')).toEqual({ status: 'unknown', name: 'Frankfurt (Oder)' })
  })

  it('has none for a nationwide portrait', () => {
    const candidates = [{ professionName: 'Koch', placeName: null }]
    expect(recognise({ candidates, professions, regions }).region).toBeNull()
  })
})

describe('choosing among readings', () => {
  it('takes the one of which both are known', () => {
    const candidates = [
      { professionName: 'Koch in Weiden', placeName: 'der Oberpfalz' },
      { professionName: 'Koch', placeName: 'Weiden in der Oberpfalz' },
    ]
    expect(recognise({ candidates, professions, regions })).toMatchObject({
      profession: { id: 'koch' },
      region: { id: 'weiden' },
    })
  })

  it('takes a nationwide reading where only that one is known', () => {
    const candidates = [
      { professionName: 'Fachkraft', placeName: 'der Pflege' },
      { professionName: 'Fachkraft in der Pflege', placeName: null },
    ]
    expect(recognise({ candidates, professions, regions })).toMatchObject({
      profession: { id: 'pflege' },
      region: null,
    })
  })

  it('takes the one with a known place over one with nothing known', () => {
    const candidates = [
      { professionName: 'Dachdecker in Köln', placeName: null },
      { professionName: 'Dachdecker', placeName: 'Köln' },
    ]
    expect(recognise({ candidates, professions, regions })).toEqual({
      profession: { status: 'unknown', name: 'Dachdecker' },
      region: { status: 'known', id: 'koeln', name: 'Köln' },
    })
  })
})
