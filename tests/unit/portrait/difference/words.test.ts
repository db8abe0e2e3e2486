import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WordRun } from '#portrait/difference/change.ts'
import { compareWords } from '#portrait/difference/words.ts'
import { allowed } from '#support/slowness.ts'

function textWithout(op: WordRun['op'], runs: readonly WordRun[]): string {
  return runs.map((run) => (run.op === op ? '' : run.text)).join('')
}

/** A text of about 100 kB in which hardly a word stands where it stands in another seed's. */
function longText(seed: number, separator: string): string {
  return Array.from({ length: 12_000 }, (_, at) => `w${String((at * 7919 * seed) % 5003)}`).join(
    separator,
  )
}

describe('the words of a change', () => {
  it('stand in reading order, each with what happened to it', () => {
    expect(compareWords('Der alte Plan gilt.', 'Der neue Plan gilt nicht.')).toEqual([
      { op: 'equal', text: 'Der ' },
      { op: 'delete', text: 'alte' },
      { op: 'insert', text: 'neue' },
      { op: 'equal', text: ' Plan gilt' },
      { op: 'insert', text: ' nicht' },
      { op: 'equal', text: '.' },
    ])
  })

  it('make up both texts', () => {
    const word = fc.constantFrom('Haus', 'Maus', 'Übung', ' ', '  ', '\n', ',', '3.000 €', 'ß')
    const text = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = compareWords(before, after)
        expect(textWithout('insert', runs)).toBe(before)
        expect(textWithout('delete', runs)).toBe(after)
      }),
    )
  })

  it.each([
    ['words', ' '],
    ['lines', '\n'],
  ])('are found within seconds in 100 kB of other %s', (_unit, separator) => {
    const [before, after] = [longText(1, separator), longText(3, separator)]
    const start = performance.now()
    const runs = compareWords(before, after)
    expect(performance.now() - start).toBeLessThan(allowed(8000))
    expect(textWithout('insert', runs)).toBe(before)
    expect(textWithout('delete', runs)).toBe(after)
  })

  it('still tell equal lines apart where too many words changed', () => {
    const before = `${longText(1, ' ')}\nDieser Satz bleibt.`
    const after = `${longText(3, ' ')}\nDieser Satz bleibt.`
    expect(compareWords(before, after).at(-1)).toEqual({ op: 'equal', text: 'Dieser Satz bleibt.' })
  })

  it('are told word by word in long texts with few changes', () => {
    const before = longText(1, ' ')
    expect(compareWords(`${before} alt Ende`, `${before} neu Ende`)).toEqual([
      { op: 'equal', text: `${before} ` },
      { op: 'delete', text: 'alt' },
      { op: 'insert', text: 'neu' },
      { op: 'equal', text: ' Ende' },
    ])
  })
})
