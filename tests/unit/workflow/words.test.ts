import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gravest, riskOfWords, slipsBetween } from '#workflow/difference/risk.ts'
import { longestRise, matchRows } from '#workflow/difference/rows.ts'
import { diffWords } from '#workflow/difference/words.ts'

describe('the difference of words', () => {
  it('can be put together again to either text', () => {
    const text = fc
      .array(fc.constantFrom('rot', 'blau', ' ', '.', '1.000', '\n', 'ä'))
      .map((p) => p.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const words = diffWords(before, after)
        const without = (op: string) =>
          words
            .filter((part) => part.op !== op)
            .map((part) => part.text)
            .join('')
        expect(without('insert')).toBe(before)
        expect(without('delete')).toBe(after)
      }),
    )
  })

  it('tells what was put in and taken out', () => {
    expect(diffWords('Das ist gut.', 'Das war gut.')).toEqual([
      { op: 'equal', text: 'Das ' },
      { op: 'delete', text: 'ist' },
      { op: 'insert', text: 'war' },
      { op: 'equal', text: ' gut.' },
    ])
    expect(diffWords('', '')).toEqual([])
  })

  it('ends soon with two long texts that have nothing in common but their ends', () => {
    const long = (word: string) => `Anfang ${`${word} `.repeat(20_000)}Ende`
    const began = performance.now()
    const words = diffWords(long('rot'), long('blau'))
    expect(performance.now() - began).toBeLessThan(3000)
    expect(words.map(({ op }) => op)).toEqual(['equal', 'delete', 'insert', 'equal'])
    expect(words[0]?.text).toBe('Anfang ')
    expect(words[3]?.text).toBe(' Ende')
  })
})

describe('what a change of words puts at risk', () => {
  const risk = (before: string, after: string) => riskOfWords(diffWords(before, after)).risk

  it.each([
    ['Rund 31.000 Euro im Jahr', 'Rund 32.000 Euro im Jahr'],
    ['31.000 € brutto', '13.000 € brutto'],
    ['ein Zuschlag von 5 Prozent', 'ein Zuschlag von 50 Prozent'],
    ['ein Zuschlag von 5 %', 'ein Zuschlag von 15 %'],
    ['Das Gehalt liegt bei 2.400', 'Das Gehalt liegt bei 2.500'],
    ['2.400 brutto', '2.400 netto'],
    ['Text', 'Text und 400 Euro mehr'],
    ['40 000 Euro', '400 000 Euro'],
  ])('is facts: %s → %s', (before, after) => {
    expect(risk(before, after)).toBe('facts')
  })

  it.each([
    ['Das ist so.', 'Das ist nicht so.'],
    ['Das ist ein Fehler.', 'Das ist kein Fehler.'],
    ['Wer befristet arbeitet', 'Wer unbefristet arbeitet'],
    ['Das hilft nichts dabei', 'Das hilft nicht dabei'],
    ['Man braucht 3 Jahre', 'Man braucht 4 Jahre'],
    ['im Jahr 2024 gebaut', 'im Jahr 2025 gebaut'],
    ['Haus', 'Maus'],
    ['rote Farben', 'grüne Farben'],
    ['Die Wand', 'Die Hand'],
    ['Er mag Lack', 'Er mag Lacke'],
    ['gemischt', 'geprüft'],
    ['Man lernt 3, Jahre', 'Man lernt 3 Jahre'],
  ])('is text: %s → %s', (before, after) => {
    expect(risk(before, after)).toBe('text')
  })

  it.each([
    ['Die  Farbe', 'Die Farbe'],
    ['Die Farbe\nist rot', 'Die Farbe ist rot'],
    ['Die Farbe ist rot', 'Die Farbe ist rot.'],
    ['Wer mischt prüft', 'Wer mischt, prüft'],
    ['„Rot“', '"Rot"'],
    ['Die Fabre', 'Die Farbe'],
    ['Die Färberrei', 'Die Färberei'],
    ['Die Ausbildnug dauret lange', 'Die Ausbildung dauert lange'],
    ['Handwerksberuf', 'Handwerkberf'],
  ])('is cosmetic: %s → %s', (before, after) => {
    expect(risk(before, after)).toBe('cosmetic')
  })

  it('looks for money only near the number', () => {
    expect(
      risk(
        '3 Jahre lernen, dann gibt es dafür schon gutes Gehalt',
        '4 Jahre lernen, dann gibt es dafür schon gutes Gehalt',
      ),
    ).toBe('text')
  })

  it('counts the mended words', () => {
    expect(
      riskOfWords(diffWords('Die Fabre und der Meistre', 'Die Farbe und der Meister')).typos,
    ).toBe(2)
    expect(riskOfWords(diffWords('Haus', 'Baum')).typos).toBe(0)
  })

  it('is the gravest of all', () => {
    expect(gravest(['cosmetic', 'facts', 'text'])).toBe('facts')
    expect(gravest(['cosmetic', 'text'])).toBe('text')
    expect(gravest([])).toBeUndefined()
  })

  it.each([
    ['', '', 0],
    ['farbe', 'farbe', 0],
    ['farbe', 'fabre', 1],
    ['farbe', 'farbee', 1],
    ['farbe', 'arbe', 1],
    ['farbe', 'forbe', 1],
    ['farbe', 'foebr', 3],
    ['', 'abc', 3],
    ['ab', 'ba', 1],
    ['abcd', 'badc', 2],
  ])('between %j and %j lie so many slips: %i', (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips)
    expect(slipsBetween(b, a)).toBe(slips)
  })
})

describe('the matching of rows', () => {
  const row = (index: number, name: string, id: string | null = null) => ({
    index,
    id,
    form: name,
    key: name.slice(0, 2),
    likeness: name.slice(0, 1),
  })

  it('keeps what stays in order, and moves as few rows as can be', () => {
    expect([...longestRise([2, 0, 1])].sort()).toEqual([0, 1])
    expect([...longestRise([0, 1, 2])].sort()).toEqual([0, 1, 2])
    expect(longestRise([]).size).toBe(0)
    expect([...longestRise([3, 1, 2, 0, 4])].sort()).toEqual([1, 2, 4])
  })

  it('prefers the same, then the id, then the key, then likeness', () => {
    const before = [row(0, 'a1x'), row(1, 'a1y', 'id'), row(2, 'b1')]
    const after = [row(0, 'c9', 'id'), row(1, 'a1z'), row(2, 'b2'), row(3, 'd1')]
    const match = matchRows(before, after)
    expect(match.pairs.map((pair) => [pair.before.index, pair.after.index])).toEqual([
      [1, 0],
      [0, 1],
      [2, 2],
    ])
    expect(match.added.map(({ index }) => index)).toEqual([3])
    expect(match.removed).toEqual([])
    expect(match.pairs.filter(({ isMoved }) => isMoved)).toHaveLength(1)
  })
})
