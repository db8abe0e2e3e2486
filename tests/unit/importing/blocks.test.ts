import { describe, expect, it } from 'vitest'
import { splitBlocks } from '#importing/portraits/text/blocks.ts'
import { groupLines } from '#importing/portraits/text/lines.ts'

function split(text: string) {
  return splitBlocks(groupLines(text))
}

function texts(text: string) {
  return split(text).map((block) => block.text)
}

describe('splitting a text into blocks', () => {
  it('makes a block of every line that is not empty and counts lines from 1', () => {
    expect(split('Eins\n\n  Zwei \u00a0\n\u200b\n')).toEqual([
      { line: 1, text: 'Eins', list: null, headingLevel: null },
      { line: 3, text: 'Zwei', list: null, headingLevel: null },
    ])
  })

  it('parts lines at form feeds and line separators too, but does not count them', () => {
    expect(split('Eins\fZwei\u2028Drei\nVier').map(({ line, text }) => [line, text])).toEqual([
      [1, 'Eins'],
      [1, 'Zwei'],
      [1, 'Drei'],
      [2, 'Vier'],
    ])
  })

  it.each(['-', '•', '*', '–', '▪', '✓'])('takes the marker %s of a list off', (marker) => {
    expect(split(`${marker} Planen`)).toMatchObject([{ text: 'Planen', list: 'bullet' }])
  })

  it('recognises numbered lists with dots and brackets', () => {
    expect(split('1. Planen\n2. Bauen').map(({ list }) => list)).toEqual(['number', 'number'])
    expect(texts('1) Planen\n2) Bauen')).toEqual(['Planen', 'Bauen'])
  })

  it.each(['1. Mai ist frei', '3. Lehrjahr\n4. Lehrjahr'])(
    'leaves numbers alone that do not run from 1 on: "%s"',
    (text) => {
      expect(texts(text)).toEqual(text.split('\n'))
    },
  )

  it.each(['-----', '* * *', '___', '======'])('takes the rule "%s" for a blank line', (rule) => {
    expect(texts(`Ein Satz.\n${rule}\nNoch einer.`)).toEqual(['Ein Satz.', 'Noch einer.'])
  })

  it('keeps bold words within a paragraph as they are', () => {
    expect(texts('Das ist **wichtig** und gut.')).toEqual(['Das ist **wichtig** und gut.'])
  })
})

describe('a text that was wrapped at a fixed width', () => {
  const paragraphs = [
    'Brot ist mehr als nur Mehl',
    'Wer früh aufsteht, sieht die Stadt schlafen und hört nur die Maschinen, die den Teig kneten, während draußen noch die Laternen leuchten.',
    'Was der Tag bringt: Teig, Ofen und Theke',
    'Zuerst werden die Teige vom Vortag aufgearbeitet, dann heizt jemand die Öfen an, und zwar lange bevor die ersten Kunden vor der Tür stehen. Danach kommt das Feingebäck an die Reihe.',
    'Am Vormittag wird es ruhiger, die Bestellungen für den nächsten Tag gehen ein, und irgendwer muss die Maschinen gründlich reinigen.',
  ]
  const wrap = (text: string, width: number) =>
    text.replace(
      new RegExp(`(?![^\\n]{1,${String(width)}}$)([^\\n]{1,${String(width)}})\\s`, 'gu'),
      '$1\n',
    )

  it.each([60, 66, 72, 80])('at %i columns, with blank lines between paragraphs', (width) => {
    expect(texts(paragraphs.map((text) => wrap(text, width)).join('\n\n'))).toEqual(paragraphs)
  })

  it.each([60, 66, 72, 80])('at %i columns, without blank lines', (width) => {
    expect(texts(paragraphs.map((text) => wrap(text, width)).join('\n'))).toEqual(paragraphs)
  })

  it('by a program that counts bytes', () => {
    const lines = [
      'Über Größe und Güte süßer Brötchen müssen Käufer überall',
      'ähnlich urteilen können, sonst gehen sie in Läden mit',
      'Theken, an denen alles gleich aussieht und gleich schmeckt.',
    ]
    expect(texts(`Kopf\n\n${lines.join('\n')}\n\nSchluss.`)).toEqual([
      'Kopf',
      lines.join(' '),
      'Schluss.',
    ])
  })

  it('keeps words whole that were parted at their hyphen', () => {
    const lines = [
      'Wer in der Backstube arbeitet, kennt den Schicht-',
      'Rhythmus und die Mehl- und Zuckersäcke, die im Keller-',
      'und Lagerraum stehen, samt allem, was dazugehört und',
      'morgens gebraucht wird.',
    ]
    expect(texts(lines.join('\n'))).toEqual([
      'Wer in der Backstube arbeitet, kennt den Schicht-Rhythmus und die Mehl- und Zuckersäcke, die im Keller- und Lagerraum stehen, samt allem, was dazugehört und morgens gebraucht wird.',
    ])
  })

  it('joins an item of a list and tells a dash in a sentence from a bullet', () => {
    const lines = [
      'Dazu gehören in jeder Backstube diese Dinge, und zwar',
      'jeden Tag:',
      '- Teig kneten',
      '- Öfen heizen, und zwar lange bevor die ersten Kunden',
      '  vor der Tür stehen und warten',
      'Am Ende des Tages ist alles sauber, jedenfalls meistens',
      '– und wenn nicht, dann hilft am nächsten Morgen jemand.',
    ]
    expect(split(lines.join('\n')).map(({ text, list }) => [list, text.slice(0, 24)])).toEqual([
      [null, 'Dazu gehören in jeder Ba'],
      ['bullet', 'Teig kneten'],
      ['bullet', 'Öfen heizen, und zwar la'],
      [null, 'Am Ende des Tages ist al'],
    ])
  })

  it('parts paragraphs by their indent', () => {
    const lines = [
      '   Wer früh aufsteht, sieht die Stadt schlafen und hört',
      'nur die Maschinen, die den Teig kneten, während draußen',
      'noch die Laternen leuchten, und das jeden Tag aufs Neue.',
      '   Zuerst werden die Teige vom Vortag aufgearbeitet, und',
      'dann heizt jemand die Öfen an.',
    ]
    expect(split(lines.join('\n')).map(({ line }) => line)).toEqual([1, 4])
  })
})

describe('a text that was not wrapped', () => {
  it('stays as it is', () => {
    const lines = `Kurze Zeile\n${'Wort '.repeat(40).trim()}\n\nNoch eine\n${'Ding '.repeat(40).trim()}`
    expect(split(lines)).toHaveLength(4)
  })

  it('has a long line joined that breaks off in the middle of a sentence', () => {
    const start = 'Wer früh aufsteht, sieht die Stadt schlafen und hört nur die Maschinen. '.repeat(
      2,
    )
    expect(texts(`Kopf\n${start}Dabei wird es\nnie langweilig.\nUnd Schluss.`)).toEqual([
      'Kopf',
      `${start}Dabei wird es nie langweilig.`,
      'Und Schluss.',
    ])
  })
})
