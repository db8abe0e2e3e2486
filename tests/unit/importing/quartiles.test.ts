import { describe, expect, it } from 'vitest'
import { findSalaryStatements } from '#importing/portraits/salary/statements.ts'

function find(text: string) {
  return findSalaryStatements({ text, kind: 'verdienst', sources: [] })
}

const none = { min: null, max: null, median: null, upperHint: null, q25: null, q75: null }

describe('quartiles', () => {
  it.each([
    'Das 25-%-Quartil beträgt 3.700 € im Monat, das 75-%-Quartil 5.900 €.',
    'Das untere Quartil liegt bei 3.700 €, das obere Quartil bei 5.900 € im Monat.',
    'Das obere Quartil liegt bei 5.900 € monatlich, das untere bei 3.700 €.',
    'Das 25. Perzentil sind 3.700 €, das 75. Perzentil 5.900 € im Monat.',
    'Im Monat sind 3.700 € das 25. und 5.900 € das 75. Perzentil.',
    'Monatlich sind es 3.700 € im unteren und 5.900 € im oberen Quartil.',
    'Im Monat: 3.700 € (25-Prozent-Quartil) und 5.900 € (75-Prozent-Quartil).',
    'Monatlich 3.700 € (Q1) und 5.900 € (Q3) nennt die Statistik als Quartile.',
    'Unteres und oberes Quartil liegen bei 3.700 bis 5.900 € im Monat.',
    'Zwischen unterem Quartil (3.700 €) und oberem Quartil (5.900 €) liegt der Monatslohn.',
  ])('make one figure: "%s"', (text) => {
    expect(find(text)).toEqual([
      expect.objectContaining({ ...none, kind: 'spanne', q25: 3_700, q75: 5_900, period: 'MONAT' }),
    ])
  })

  it('stand beside the median of their sentence', () => {
    const text =
      'Der Median liegt bei 4.600 € im Monat, das untere Quartil bei 3.700 €, das obere bei 5.900 €.'
    expect(find(text)).toEqual([
      expect.objectContaining({ ...none, kind: 'median', median: 4_600 }),
      expect.objectContaining({ ...none, kind: 'spanne', q25: 3_700, q75: 5_900 }),
    ])
  })

  it('do not swallow the pay of beginners in their sentence', () => {
    const text =
      'Einsteiger erhalten 2.900 € im Monat, das untere Quartil liegt bei 3.700 €, das obere Quartil bei 5.900 €.'
    expect(find(text)).toMatchObject([
      { kind: 'einstieg', min: 2_900, max: 2_900, q25: null },
      { kind: 'spanne', min: null, q25: 3_700, q75: 5_900 },
    ])
  })

  it('may be only one of the two', () => {
    expect(find('Das untere Quartil liegt bei 3.700 € im Monat.')).toEqual([
      expect.objectContaining({ ...none, kind: 'spanne', q25: 3_700 }),
    ])
  })

  it.each([
    'Das 25- und das 75-%-Quartil liegen bei 3.700 und 5.900 € im Monat.',
    'Das untere Quartil liegt bei 3.700 bis 3.900 €, das obere bei 5.900 €.',
    'Das untere Quartil liegt bei 5.900 €, das obere Quartil bei 3.700 €.',
    'Das untere Quartil verdient weniger als 3.700 €.',
    'Die Quartile liegen bei 3.700 € und 5.900 €.',
    'Das untere Quartil liegt bei 3.700 € brutto, das obere Quartil bei 3.900 € netto.',
    'Das untere Quartil liegt bei 3.700 € im Monat, das obere Quartil bei 69.000 € im Jahr.',
    'Das untere Quartil: 3.700 € im Osten, das untere Quartil: 3.900 € im Westen.',
  ])('are no figure where they are not clear: "%s"', (text) => {
    expect(find(text)).toEqual([])
  })

  it('are not read into what is low or high otherwise', () => {
    expect(find('Im unteren Bereich sind es 3.700 €, im oberen 5.900 € im Monat.')).toMatchObject([
      { min: 3_700, q25: null },
      { min: 5_900, q75: null },
    ])
  })
})
