import { describe, expect, it } from 'vitest'
import { demandAgreement } from '#importing/portraits/names/agreement.ts'
import { nameOfProfession, nameOfRegion } from '#importing/portraits/names/display-name.ts'
import { decodePercent } from '#importing/portraits/names/percent.ts'
import { parsePortrait } from '#importing/portraits/text/anatomy.ts'

const known = {
  professions: [{ id: 'it', name: 'IT-Leiter/in', aliases: ['EDV-Leiter', 'Head of IT'] }],
  regions: [{ id: 'koeln', name: 'Köln', aliases: ['Cologne'] }],
}

function agree(title: string, kicker: string): void {
  demandAgreement(parsePortrait(`${title}\n\n${kicker}\nEs gibt viel zu tun.`), known)
}

describe('title and kicker', () => {
  it.each([
    ['IT-Leiter/in Jobs und Stellenangebote in Köln', 'Beruf IT Leiter in Köln'],
    ['IT Leiter (m/w/d) Jobs und Stellenangebote in Köln', 'Beruf IT-Leiterin in KOELN'],
    ['IT Leiter Jobs und Stellenangebote in Köln', 'Beruf EDV-Leiterin in Cologne'],
    ['Koch Jobs und Stellenangebote in Köln', 'Beruf Köchin'],
    ['Koch Jobs und Stellenangebote in Frankfurt', 'Beruf Koch in Frankfurt am Main'],
    ['Koch Jobs und Stellenangebote in K%C3%B6ln', 'Beruf Koch in Köln'],
    ['Koch Jobs und Stellenangebote', 'Beruf Koch'],
    ['Koch Jobs und Stellenangebote in Köln', 'Der Beruf des Kochs in Cologne'],
  ])('may differ in gender form, spelling and alias: "%s", "%s"', (title, kicker) => {
    expect(() => agree(title, kicker)).not.toThrow()
  })

  it.each([
    ['Beruf IT Leiter in Bonn', '“IT Leiter” in “Köln” and “IT Leiter” in “Bonn”'],
    ['Beruf Koch in Köln', '“IT Leiter” in “Köln” and “Koch” in “Köln”'],
    ['Der Beruf des IT-Leiters in Bonn', '“IT Leiter” in “Köln” and “IT Leiter” in “Bonn”'],
  ])('must not contradict each other: "%s"', (kicker, reason) => {
    const contradict = () => agree('IT Leiter Jobs und Stellenangebote in Köln', kicker)
    expect(contradict).toThrow(reason)
    expect(contradict).toThrow(expect.objectContaining({ line: 3 }))
  })

  it('contradict each other where only the kicker names a place', () => {
    expect(() => agree('Koch Jobs und Stellenangebote', 'Beruf Koch in Köln')).toThrow('Köln')
  })
})

describe('the name of an entry that is made', () => {
  it.each([
    ['IT-Leiter/in', 'IT-Leiter'],
    ['IT Leiter (m/w/d)', 'IT Leiter'],
    ['IT Leiter m/w/d', 'IT Leiter'],
    ['Erzieher*in', 'Erzieher'],
    ['ErzieherIn', 'Erzieher'],
    ['Elektroniker/-in für Betriebstechnik', 'Elektroniker für Betriebstechnik'],
    ['Köch:in', 'Koch'],
    ['Tierärzt*in', 'Tierarzt'],
    ['Logopäd:in', 'Logopäde'],
    ['Verwaltungsfachangestellte/r', 'Verwaltungsfachangestellte'],
    ['Bankkaufmann/-frau', 'Bankkaufmann'],
    ['Hebamme', 'Hebamme'],
    ['C++ Entwickler (all genders)', 'C++ Entwickler'],
    ['glasbläser', 'Glasbläser'],
  ])('is for the profession "%s" "%s"', (title, name) => {
    expect(nameOfProfession(title)).toBe(name)
  })

  it.each([
    ['Köln', 'Köln'],
    ['köln', 'Köln'],
    ['weiden-in-der-oberpfalz', 'Weiden in der Oberpfalz'],
    ['frankfurt am main', 'Frankfurt am Main'],
    ['baden-baden', 'Baden-Baden'],
    ['Halle (Saale)', 'Halle (Saale)'],
  ])('is for the region "%s" "%s"', (place, name) => {
    expect(nameOfRegion(place)).toBe(name)
  })
})

describe('percent-encoded letters', () => {
  it.each([
    ['K%C3%B6ln', 'Köln'],
    ['D%FCsseldorf', 'Düsseldorf'],
    ['IT%20Leiter', 'IT Leiter'],
    ['u%CC%88ber', 'über'],
    ['100 % und 50%ig', '100 % und 50%ig'],
    ['a%00b', 'a%00b'],
  ])('of "%s" become "%s"', (text, decoded) => {
    expect(decodePercent(text)).toBe(decoded)
  })
})
