import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '#quality/german/sentences.ts'
import { wordsOf } from '#quality/german/words.ts'

describe('words', () => {
  it.each([
    ['IT-Leiter/innen leiten die IT.', ['IT-Leiter/innen', 'leiten', 'die', 'IT']],
    [
      'Rund 68.000 € im Jahr, 12,5 Prozent mehr.',
      ['Rund', '68.000', 'im', 'Jahr', '12,5', 'Prozent', 'mehr'],
    ],
    ['Mitarbeiter:innen (m/w/d) – „gern“!', ['Mitarbeiter:innen', 'm/w/d', 'gern']],
    [' … ', []],
  ])('of "%s"', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })
})

describe('sentences', () => {
  it.each([
    ['two', 'Es ist früh. Der Tag beginnt.', ['Es ist früh.', 'Der Tag beginnt.']],
    [
      'a question and a call',
      'Wer kommt? Niemand! Schade …',
      ['Wer kommt?', 'Niemand!', 'Schade …'],
    ],
    ['an abbreviation', 'Es sind ca. 40 Leute, z. B. Köche bzw. Köchinnen.', null],
    [
      'an abbreviation without spaces',
      'Das gilt i.d.R. Montags nicht, d.h. Dienstags schon.',
      null,
    ],
    ['an ordinal number', 'Am 3. Mai und im 2. Lehrjahr wird geprüft.', null],
    ['a decimal and a thousand', 'Es sind 17,50 € in der Stunde und 3.200 € im Monat.', null],
    ['a year at the end', 'Das war 2024. Danach stieg es.', ['Das war 2024.', 'Danach stieg es.']],
    ['a quotation', 'Sie sagt: „Komm.“ Er kommt.', ['Sie sagt: „Komm.“', 'Er kommt.']],
    ['lines', 'Erstens\nZweitens', ['Erstens', 'Zweitens']],
    ['nothing', ' \n–\n', []],
  ])('with %s', (_, text, sentences) => {
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(sentences ?? [text])
  })

  it('lose and gain no word', () => {
    const piece = fc.constantFrom(
      'Der',
      'Tag',
      'z. B.',
      '3.',
      'endet.',
      'Er',
      'ca.',
      '„Ja!“',
      '\n',
      'so?',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ')
        expect(sentencesOf(text).flatMap(({ words }) => words)).toEqual(wordsOf(text))
      }),
    )
  })
})
