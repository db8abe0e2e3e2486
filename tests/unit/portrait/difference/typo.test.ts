import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTypo, stepsBetween } from '#portrait/difference/typo.ts'

describe('a corrected typo', () => {
  it.each([
    ['Ausbildnug', 'Ausbildung', 'two letters swapped'],
    ['Ausbildun', 'Ausbildung', 'a letter missing'],
    ['Ausbilldung', 'Ausbildung', 'a letter too many'],
    ['Ausbindung', 'Ausbildung', 'a wrong letter'],
    ['Beruv', 'Beruf', 'five letters, one step'],
    ['Auspildnug', 'Ausbildung', 'two steps in a long word'],
    ['Arbetszei', 'Arbeitszeit', 'two letters missing, nine left'],
    ['Maßnahmne', 'Maßnahmen', 'with a letter of its own in German'],
  ])('%s for %s: %s', (before, after) => {
    expect(isTypo(before, after)).toBe(true)
    expect(isTypo(after, before)).toBe(true)
  })

  it.each([
    ['Haus', 'Maus', 'another first letter'],
    ['Mieten', 'Bieten', 'another first letter in a word long enough'],
    ['beruf', 'Beruf', 'a capital as first letter'],
    ['mehr', 'meer', 'four letters'],
    ['Sorge', 'Sog', 'too short after the change'],
    ['Wort', 'Worte', 'too short before it'],
    ['Arbeiet', 'Arbitt', 'two steps in a short word'],
    ['Auspildnug', 'Ausbildunk', 'three steps in a long word'],
    ['abcdefghi', 'abcdefg', 'two steps where only one version is long'],
    ['Version2', 'Version3', 'digits'],
    ['Seite1', 'Seiten', 'a digit that goes'],
    ['Sei-te', 'Seite', 'no word at all'],
    ['kleine', 'keine', 'a negation that comes'],
    ['keiner', 'kleiner', 'a negation that goes'],
    ['nicht', 'nichts', 'another negation'],
    ['niemals', 'niemal', 'a negation spelled otherwise'],
    ['nirgends', 'nirgend', 'a negation of place'],
    ['weder', 'wedel', 'half of a negation'],
    ['rechtsunsicher', 'rechtssicher', 'un- inside a word'],
    ['rechtssicher', 'rechtsunsicher', 'un- that comes inside a word'],
    ['Projektleiterin', 'Projektleiter', 'another gender'],
    ['halbe', 'halme', 'a number word that goes'],
    ['vierzug', 'vierzig', 'a number word that comes'],
    ['achtzehn', 'achtzen', 'a number spelled otherwise'],
  ])('is not %s for %s: %s', (before, after) => {
    expect(isTypo(before, after)).toBe(false)
  })

  it('is not sought in words nobody writes, so that it ends soon', () => {
    expect(isTypo('a'.repeat(80), 'a'.repeat(79) + 'b')).toBe(true)
    expect(isTypo('a'.repeat(81), 'a'.repeat(80))).toBe(false)
  })
})

describe('the steps between two words', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['abcd', 'abdc', 1],
    ['abcd', 'badc', 2],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['ab', 'ba', 1],
    ['abb', 'bab', 1],
  ])('from "%s" to "%s" are %d', (before, after, steps) => {
    expect(stepsBetween(before, after)).toBe(steps)
  })

  it('are as many in both directions, none only between equals, and at most the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (left, right) => {
        const steps = stepsBetween(left, right)
        expect(steps).toBe(stepsBetween(right, left))
        expect(steps === 0).toBe(left === right)
        expect(steps).toBeLessThanOrEqual(Math.max(left.length, right.length))
        expect(steps).toBeGreaterThanOrEqual(Math.abs(left.length - right.length))
      }),
    )
  })
})
