import { describe, expect, it } from 'vitest'
import { findSalaryStatements } from '#importing/portraits/salary-statements.ts'
import { splitSentences } from '#importing/portraits/sentences.ts'

const sources = [
  { id: 'ea', name: 'Entgeltatlas', aliases: ['Bundesagentur für Arbeit'] },
  { id: 'st', name: 'Destatis', aliases: [] },
]

function find(text: string, kind: 'verdienst' | 'aufgaben' = 'verdienst') {
  return findSalaryStatements({ text, kind, sources })
}

const none = { min: null, max: null, median: null, upperHint: null }

describe('amounts', () => {
  it.each([
    ['Üblich sind 68.000 € bis 75.000 €.', 68_000, 75_000],
    ['Üblich sind 68.000 bis 75.000 €.', 68_000, 75_000],
    ['Es sind zwischen 2.800 und 3.400 Euro brutto im Monat.', 2_800, 3_400],
    ['Es sind 2.800–3.400 € drin.', 2_800, 3_400],
    ['Es sind 2\u202f800 bis 3\u00a0400 € drin.', 2_800, 3_400],
    ['Es sind 45–55 T€ drin.', 45_000, 55_000],
    ['Es sind 45 bis 55.000 Euro drin.', 45_000, 55_000],
    ['Es sind EUR 45.000 bis EUR 55.000.', 45_000, 55_000],
    ['Es sind 68.000,- € bis 75.000,- €.', 68_000, 75_000],
  ])('reads the range in "%s"', (text, min, max) => {
    expect(find(text)).toMatchObject([{ ...none, kind: 'spanne', min, max, quote: text }])
  })

  it.each([
    ['Rund 45.000 Euro sind es.', { ...none, kind: 'spanne', min: 45_000, max: 45_000 }],
    ['Der Median liegt bei 45.000 Euro.', { ...none, kind: 'median', median: 45_000 }],
    ['Los geht es ab 40.000 €.', { ...none, min: 40_000 }],
    ['Möglich sind bis zu 60.000 €.', { ...none, max: 60_000 }],
    ['Es geht in Richtung 90.000 €.', { ...none, upperHint: 90_000 }],
    ['Es gibt 15,50 € pro Stunde.', { ...none, min: 15.5, max: 15.5, period: 'STUNDE' }],
  ])('reads the single amount in "%s"', (text, expected) => {
    expect(find(text)).toMatchObject([expected])
  })

  it('reads entry pay and the hint beyond it as two statements', () => {
    const text =
      'Anfänger dürfen jährlich auf 51.000 € bis 56.000 € hoffen; später weist der Weg Richtung ' +
      '72.000 €, so heißt es.'
    expect(find(text)).toMatchObject([
      { ...none, kind: 'einstieg', min: 51_000, max: 56_000, period: 'JAHR', isPeriodStated: true },
      { ...none, kind: 'spanne', upperHint: 72_000, period: 'JAHR' },
    ])
  })

  it('gives each of two ranges the kind of its own clause', () => {
    const text = 'Einsteiger bekommen 2.800 bis 3.200 €, mit Erfahrung sind 3.500 bis 4.200 € drin.'
    expect(find(text).map(({ kind, min }) => [kind, min])).toEqual([
      ['einstieg', 2_800],
      ['spanne', 3_500],
    ])
  })

  it('keeps two amounts apart that only "und" joins', () => {
    expect(find('Gezahlt werden 2.000 € und 3.000 €.').map(({ min }) => min)).toEqual([
      2_000, 3_000,
    ])
  })
})

describe('period, tax, source and year', () => {
  it('takes the period that stands nearest', () => {
    const text = 'Das sind 2.800 bis 3.400 € brutto monatlich (33.600 bis 40.800 € p. a.).'
    expect(find(text).map(({ period, isPeriodStated }) => [period, isPeriodStated])).toEqual([
      ['MONAT', true],
      ['JAHR', true],
    ])
  })

  it.each([
    ['Es sind 12.000 €.', 'JAHR'],
    ['Es sind 3.400 €.', 'MONAT'],
    ['Es sind 18 €.', 'STUNDE'],
    ['Im Jahr 2024 waren es 3.400 €.', 'MONAT'],
    ['Es sind 52.000 € bei 13 Monatsgehältern.', 'JAHR'],
  ])('guesses the period of "%s" and says so', (text, period) => {
    expect(find(text)).toMatchObject([{ period, isPeriodStated: false }])
  })

  it('knows gross, net and silence', () => {
    expect(find('Es sind 3.000 € brutto, also 2.100 € netto.').map(({ gross }) => gross)).toEqual([
      true,
      false,
    ])
    expect(find('Es sind 3.000 €.')[0]?.gross).toBeNull()
  })

  it('finds source and year in the sentence', () => {
    const text = 'Laut Bundesagentur für Arbeit waren es im Jahr 2024 rund 3.900 €.'
    expect(find(text)).toMatchObject([{ sourceId: 'ea', referenceYear: 2024 }])
  })

  it('finds source and year in a note right after it', () => {
    expect(find('Es sind 3.900 €. Quelle: Destatis, Stand 2023.')).toMatchObject([
      { sourceId: 'st', referenceYear: 2023 },
    ])
  })

  it('does not take an amount or "seit 1995" for a year', () => {
    expect(find('Seit 1995 zahlt man hier 2.000 bis 2.020 Euro.')[0]?.referenceYear).toBeNull()
  })
})

describe('what is no pay', () => {
  it.each([
    'Der Umsatz beträgt 500.000 €.',
    'Die Investition von 80.000 € lohnt sich.',
    'Sie verwalten ein Budget von 250.000 Euro.',
    'Die Kosten von 1.200 € trägt man selbst.',
    'Es geht um 5 Millionen Euro.',
    'Die Ausbildungsvergütung beträgt 1.100 € im ersten und 1.200 € im zweiten Jahr.',
    'Mit Zertifikat sind es 200 € mehr.',
    'Das Team hat 300 bis 500 Leute.',
  ])('leaves out "%s"', (text) => {
    expect(find(text)).toEqual([])
  })

  it('finds the pay beside what is none', () => {
    expect(
      find('Nach einer Ausbildungsvergütung von 1.100 € steigt das Gehalt auf 2.700 €.'),
    ).toMatchObject([{ min: 2_700, max: 2_700 }])
  })

  it('asks for a word on pay outside the section on pay', () => {
    expect(find('Die Maschine ist 45.000 € wert.', 'aufgaben')).toEqual([])
    expect(find('Das Gehalt liegt bei 45.000 €.', 'aufgaben')).toHaveLength(1)
  })
})

describe('sentences', () => {
  it('do not end in abbreviations, numbers and ordinals', () => {
    const sentence = 'Am 1. Mai sind es z. B. ca. 68.000 € p. a. bzw. 5.600 € im Monat.'
    expect(splitSentences(`${sentence} Dann mehr. „Wirklich?“ Ja!`)).toEqual([
      sentence,
      'Dann mehr.',
      '„Wirklich?“',
      'Ja!',
    ])
  })
})
