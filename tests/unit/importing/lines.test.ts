import { describe, expect, it } from 'vitest'
import { splitBlocks } from '#importing/portraits/lines.ts'

describe('splitting a text into blocks', () => {
  it('makes a block of every line that is not empty and counts lines from 1', () => {
    expect(splitBlocks('Eins\n\n  Zwei \u00a0\n')).toEqual([
      { line: 1, text: 'Eins', list: null },
      { line: 3, text: 'Zwei', list: null },
    ])
  })

  it.each(['-', '•', '*', '–'])('takes the marker %s of a list off', (marker) => {
    expect(splitBlocks(`${marker} Planen`)).toEqual([{ line: 1, text: 'Planen', list: 'bullet' }])
  })

  it('recognises numbered lists with dots and brackets', () => {
    expect(splitBlocks('1. Planen\n2. Bauen').map(({ list }) => list)).toEqual(['number', 'number'])
    expect(splitBlocks('1) Planen\n2) Bauen').map(({ text }) => text)).toEqual(['Planen', 'Bauen'])
  })

  it('leaves a lone number alone, since it may be a date or the number of a heading', () => {
    expect(splitBlocks('1. Mai ist frei')).toEqual([
      { line: 1, text: '1. Mai ist frei', list: null },
    ])
  })

  it('takes the marker of a Markdown heading off', () => {
    expect(splitBlocks('## Aufgaben')).toEqual([{ line: 1, text: 'Aufgaben', list: null }])
  })

  const wrapped = [
    'Bäcker Jobs und Stellenangebote in Musterstadt',
    'Beruf Bäcker in Musterstadt',
    '',
    'Brot ist mehr als nur Mehl',
    '',
    'Wer früh aufsteht, sieht die Stadt schlafen und hört',
    'nur die Maschinen, die den Teig kneten, während draußen',
    'noch die Laternen leuchten.',
    '',
    '- Teig kneten',
    '- Öfen heizen, und zwar lange bevor die ersten Kunden',
    'vor der Tür stehen und warten',
  ].join('\n')

  it('joins a text that was wrapped at a fixed width', () => {
    expect(splitBlocks(wrapped).map(({ line }) => line)).toEqual([1, 2, 4, 6, 10, 11])
    expect(splitBlocks(wrapped)[3]?.text).toBe(
      'Wer früh aufsteht, sieht die Stadt schlafen und hört nur die Maschinen, die den Teig ' +
        'kneten, während draußen noch die Laternen leuchten.',
    )
  })

  it('joins an item of a list that was wrapped', () => {
    expect(splitBlocks(wrapped).at(-1)).toEqual({
      line: 11,
      text: 'Öfen heizen, und zwar lange bevor die ersten Kunden vor der Tür stehen und warten',
      list: 'bullet',
    })
  })

  it('does not join a text with long lines', () => {
    const long = 'Wort '.repeat(40).trim()
    expect(splitBlocks(`Kurze Zeile\n${long}\n\nNoch eine\n${long}`)).toHaveLength(4)
  })
})
