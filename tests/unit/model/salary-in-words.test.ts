import { describe, expect, it } from 'vitest'
import { amountsInWords, circumstancesInWords } from '#model/salary-in-words.ts'

/** Written with ordinary spaces: German money has a no-break space before its sign. */
const plain = (text: string) => text.replaceAll(/\u00a0|\u202f/g, ' ')

describe('a salary figure in words', () => {
  it.each([
    [{ min: 3300, max: 3500 }, '3.300 € bis 3.500 €'],
    [{ min: 3300, max: 3300 }, '3.300 €'],
    [{ min: 17.5 }, 'ab 17,50 €'],
    [{ max: 75_000 }, 'bis 75.000 €'],
    [{ median: 52_000 }, 'im Mittel 52.000 €'],
    [
      { median: 52_000, q25: 45_000, q75: 61_000 },
      'im Mittel 52.000 €, die mittlere Hälfte 45.000 € bis 61.000 €',
    ],
    [{ min: 80_000, upperHint: 90_000 }, 'ab 80.000 €, in Richtung 90.000 €'],
    [{ median: 0, min: null }, 'im Mittel 0 €'],
    [{}, ''],
  ])('%j', (amounts, words) => {
    expect(plain(amountsInWords(amounts))).toBe(words)
  })

  it.each([
    [{ period: 'MONAT', gross: true, fullTime: true }, 'brutto im Monat, Vollzeit'],
    [{ period: 'JAHR', gross: false }, 'im Jahr'],
    [{ period: 'STUNDE', gross: null, fullTime: null }, 'in der Stunde'],
  ] as const)('%j', (circumstances, words) => {
    expect(circumstancesInWords(circumstances)).toBe(words)
  })
})
