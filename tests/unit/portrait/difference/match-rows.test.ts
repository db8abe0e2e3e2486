import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchRows, type Pass } from '#portrait/difference/match-rows.ts'

/** Matches lists of words by themselves and tells each fate in short. */
function fates(before: readonly string[], after: readonly string[], passes?: Pass<string>[]) {
  const matches = matchRows({ before, after, passes: passes ?? [{ key: (row: string) => row }] })
  return matches.map((match) => {
    switch (match.fate) {
      case 'kept':
        return `${match.before.row}>${match.after.row}${match.isMoved ? ' moved' : ''}`
      case 'added':
        return `+${match.after.row}`
      case 'removed':
        return `-${match.before.row}`
    }
  })
}

const byFirstLetter: Pass<string> = { key: (row) => row.charAt(0) }
const byText: Pass<string> = { text: (row) => row }

describe('rows of two versions', () => {
  it('keep their fate when one is inserted before them', () => {
    expect(fates(['a', 'b'], ['x', 'a', 'b'])).toEqual(['+x', 'a>a', 'b>b'])
  })

  it('are told as gone after those that stand', () => {
    expect(fates(['a', 'b', 'c'], ['c'])).toEqual(['c>c', '-a', '-b'])
  })

  it('that left the order of the others have moved, and as few as that takes', () => {
    expect(fates(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual([
      'd>d moved',
      'a>a',
      'b>b',
      'c>c',
    ])
    expect(fates(['a', 'b', 'c', 'd', 'e'], ['e', 'a', 'd', 'b', 'c'])).toEqual([
      'e>e moved',
      'a>a',
      'd>d moved',
      'b>b',
      'c>c',
    ])
  })

  it('with the same key are matched in their order', () => {
    const options = { before: ['a', 'a'], after: ['a', 'a', 'a'], passes: [byFirstLetter] }
    const found = matchRows(options).map((match) =>
      match.fate === 'kept' ? [match.before.index, match.after.index] : match.fate,
    )
    expect(found).toEqual([[0, 0], [1, 1], 'added'])
  })

  it('are matched by a later pass only when an earlier one left them over', () => {
    const passes: Pass<string>[] = [{ key: (row) => row }, byFirstLetter]
    expect(fates(['a1', 'a2'], ['a2', 'a3'], passes)).toEqual(['a2>a2', 'a1>a3 moved'])
  })

  it('without a key are not matched by it', () => {
    expect(fates(['a'], ['a'], [{ key: () => null }])).toEqual(['+a', '-a'])
  })

  it('with most of their words in common are versions of one, the most alike first', () => {
    expect(
      fates(
        ['eins zwei drei vier', 'rot grün blau gelb'],
        ['Rot, grün, blau und lila', 'eins zwei drei neun', 'ganz anders'],
        [byText],
      ),
    ).toEqual([
      'rot grün blau gelb>Rot, grün, blau und lila',
      'eins zwei drei vier>eins zwei drei neun moved',
      '+ganz anders',
    ])
    expect(fates(['a b c d'], ['a b x y', 'a b c z'], [byText])).toEqual([
      '+a b x y',
      'a b c d>a b c z',
    ])
  })

  it('with half of their words in common are still versions of one, with fewer not', () => {
    expect(fates(['a b'], ['a x'], [byText])).toEqual(['a b>a x'])
    expect(fates(['a b c'], ['a x y'], [byText])).toEqual(['+a x y', '-a b c'])
  })

  it('without words do not resemble each other', () => {
    expect(fates([''], ['…'], [byText])).toEqual(['+…', '-'])
  })

  it('are matched one to one', () => {
    expect(fates(['a b', 'a b'], ['a b'], [byText])).toEqual(['a b>a b', '-a b'])
    expect(fates(['a b'], ['a b', 'a b'], [byText])).toEqual(['a b>a b', '+a b'])
  })

  it('too many to compare each with each are not searched for resemblance', () => {
    const many = (mark: string) => Array.from({ length: 101 }, (_, at) => `a b c ${mark}${at}`)
    expect(fates(many('x'), many('y'), [byText]).filter((fate) => fate.includes('>'))).toEqual([])
    const fewer = fates(many('x').slice(1), many('y').slice(1), [byText])
    expect(fewer.every((fate) => fate.includes('>'))).toBe(true)
  })

  it('each have exactly one fate, and those not moved keep their order', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 8 })
    fc.assert(
      fc.property(list, list, (before, after) => {
        const matches = matchRows({ before, after, passes: [byFirstLetter] })
        const old = matches.flatMap((match) => (match.fate === 'added' ? [] : match.before.index))
        const fresh = matches.flatMap((match) =>
          match.fate === 'removed' ? [] : match.after.index,
        )
        expect(old.sort((left, right) => left - right)).toEqual([...before.keys()])
        expect(fresh).toEqual([...after.keys()])
        const steady = matches.flatMap((match) =>
          match.fate === 'kept' && !match.isMoved ? match.before.index : [],
        )
        expect(steady).toEqual([...steady].sort((left, right) => left - right))
      }),
    )
  })
})
