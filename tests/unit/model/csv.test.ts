import papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { csvLines } from '#model/csv.ts'

describe('lines of CSV', () => {
  it('part cells by semicolons and end as Windows ends them', () => {
    expect(csvLines([['a', 'b c', 'd']], { quotes: 'needed' })).toBe('a;b c;d\r\n')
    expect(csvLines([['a', 'b']], { quotes: 'always' })).toBe('"a";"b"\r\n')
    expect(csvLines([], { quotes: 'always' })).toBe('')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=1\n+2'])(
    'hold nothing that a spreadsheet would run: %j',
    (cell) => {
      for (const quotes of ['always', 'needed'] as const) {
        const [row = []] = readBack(csvLines([[cell]], { quotes }))
        expect(row).toEqual([`'${cell}`])
      }
    },
  )

  it('give back every cell that is no formula', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/u.test(text))
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 })
    fc.assert(
      fc.property(rows, fc.constantFrom('always', 'needed'), (given, quotes) => {
        expect(readBack(csvLines(given, { quotes }))).toEqual(given)
      }),
    )
  })
})

function readBack(lines: string): string[][] {
  const { data } = papa.parse<string[]>(lines.slice(0, -2), { delimiter: ';', newline: '\r\n' })
  return data
}
