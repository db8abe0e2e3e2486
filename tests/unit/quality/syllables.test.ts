import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSyllables } from '#quality/german/syllables.ts'

/** German words, by the number of syllables in which they are spoken. */
const known: Readonly<Record<number, string>> = {
  0: '68.000 2024 –',
  1: 'Haus Wien dient träumt Zoo Boot Typ Team Cloud Fort See Knie Coach',
  2: 'Beruf Kunde verdient geehrt Räume Quelle bequem System Yoga Software Service online IT Chemie Lehrer Bauer Feuer neue freie bauen Treuhand Chance Tarif ziehen Seite Website dienen Diensten Etui Trainee',
  3: 'Aufgabe Verwaltung Ausbildung Theater Nation Linie Linien Studie Studium studieren Medien Ferien speziell Patient Klientel Museum beenden geeignet Ideen Ideal Management Manager EDV Energie Industrie Strategie Therapie Ruine Etage Union Radio Qualität Serie seriell Leiter/in Beamte Aktien Premiere Quereinstieg aktuell',
  4: 'Familie Familien Material Spezialist industriell finanziell effizient Effizienz Jubiläum beurteilen beinhalten beeinflussen reagieren Analyse Batterien Hierarchie Hygiene Ingenieur Leverkusen Pflegefachkraft Erzieherin materiell Italien Kriterien europäisch Produktion Varietät Zoologie IT-Leiter',
  5: 'Information Medienhafen Elektroniker Situation Orientierung individuell Industriemeister Chemielaborant Immobilien Kreativität Nordrhein-Westfalen',
  6: 'Organisation Familienbetrieb Materialien Koordination Kooperation Mitarbeiterinnen Mitarbeiter:innen Initiative Qualifikation Elektronikerin Serienfertigung',
  7: 'Personalverantwortung',
  8: 'Systemadministration',
}

describe('counting syllables', () => {
  const cases = Object.entries(known).flatMap(([count, words]) =>
    words.split(' ').map((word) => ({ word, count: Number(count) })),
  )

  it.each(cases)('finds $count in $word', ({ word, count }) => {
    expect(countSyllables(word)).toBe(count)
  })

  it('finds at least one in whatever has a letter, and none without', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const hasLetter = /\p{L}/u.test(text)
        expect(countSyllables(text) > 0).toBe(hasLetter)
      }),
    )
  })

  it('adds up over the parts of a compound with a hyphen', () => {
    const words = cases.map(({ word }) => word).filter((word) => /^\p{L}+$/u.test(word))
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom(...words), (first, second) => {
        expect(countSyllables(`${first}-${second}`)).toBe(
          countSyllables(first) + countSyllables(second),
        )
      }),
    )
  })
})
