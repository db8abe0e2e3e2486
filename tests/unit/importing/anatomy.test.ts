import { describe, expect, it } from 'vitest'
import { parsePortrait } from '#importing/portraits/text/anatomy.ts'
import { samplePortrait } from './sample.ts'

const long =
  'Dieser Absatz ist lang genug, damit die Zeile davor als Überschrift gelten kann. '.repeat(2)
const top = ['Koch Jobs und Stellenangebote in Köln', 'Beruf Koch in Köln']

function parse(...lines: string[]) {
  return parsePortrait([...top, ...lines].join('\n'))
}

/** Headings and the types of what stands below them. */
function outline(...lines: string[]) {
  return parse(...lines).sections.map(({ heading, blocks }) => [
    heading,
    ...blocks.map(({ type }) => type),
  ])
}

it('finds headline, intro, sections and lists', () => {
  const portrait = parsePortrait(samplePortrait)
  expect(portrait.headline).toEqual({
    text: 'Früh auf den Beinen: Backen in Musterhausen',
    line: 3,
  })
  expect(portrait.intro).toHaveLength(1)
  expect(portrait.sections.map(({ line }) => line)).toEqual([5, 7, 10])
  expect(portrait.sections[1]?.blocks).toEqual([
    {
      type: 'list',
      ordered: false,
      line: 8,
      items: [
        { text: 'Sorgfalt', line: 8 },
        { text: 'Freude am Handwerk', line: 9 },
      ],
    },
  ])
})

describe('the headline', () => {
  it('is missing where the text begins at once', () => {
    const { headline, intro } = parse(long, 'Aufgaben', long)
    expect(headline).toBeNull()
    expect(intro).toHaveLength(1)
  })

  it('may be one short sentence above the intro', () => {
    expect(parse('Hier brennt nichts an.', long, 'Aufgaben', long).headline?.text).toBe(
      'Hier brennt nichts an.',
    )
  })

  it.each([
    'Feile. Zange. Feuer.',
    'Erst messen. Dann sägen, wenn es sein muss.',
    '„Wer hat hier den Deckel vergessen?“',
    '„Noch fünf Minuten!“',
    '»Das brennt nicht an.«',
    '„Herd aus“, sagt keiner. „Herd an“, sagen alle.',
  ])('may be "%s"', (line) => {
    const { headline, intro, sections } = parse(line, long, 'Aufgaben', long)
    expect(headline?.text).toBe(line)
    expect([intro.length, sections.length]).toEqual([1, 1])
  })

  it.each([
    ['a note', 'Stand: 2024. Quelle: Entgeltatlas.'],
    ['a lead-in', 'Erst das Messer, dann der Löffel,'],
    ['a sentence as long as the next', long.slice(0, 90) + '.'],
  ])('is not %s', (_, line) => {
    expect(parse(line, 'Danach wird gekocht. Und zwar jeden Tag.', 'Aufgaben', long).headline).toBe(
      null,
    )
  })

  it('is not the heading of the first section', () => {
    expect(parse('Aufgaben', long, long).headline).toBeNull()
    expect(outline('Die Aufgaben', long, long)).toEqual([
      ['Die Aufgaben', 'paragraph', 'paragraph'],
    ])
  })

  it('is not the first of the marked headings where that names a section', () => {
    const lines = ['## Die Aufgaben am Herd', long, '## Verdienst', long]
    expect(parse(...lines).headline).toBeNull()
    expect(outline(...lines)).toHaveLength(2)
  })

  it('is decoded where it carries percent-encoded letters', () => {
    expect(parse('Kochen in K%C3%B6ln', long).headline?.text).toBe('Kochen in Köln')
  })
})

describe('headings', () => {
  it.each(['Was nun?', 'Endlich!', 'Die Aufgaben:', 'Und dann…', 'Alltag', '„Mahlzeit“'])(
    'reads "%s" as heading',
    (line) => {
      expect(parse('Kopf', long, line, long).sections[0]?.heading).toBe(line)
    },
  )

  it.each([
    'Ein kurzer Satz.',
    'Ein Anfang,',
    'Ein Teil;',
    '„Das wird so nichts!“',
    'Quelle: Entgeltatlas 2024',
    'Zum Einstieg: 2.700 € brutto',
  ])('reads "%s" as paragraph', (line) => {
    expect(outline('Kopf', long, 'Aufgaben', long, line, long)).toEqual([
      ['Aufgaben', 'paragraph', 'paragraph', 'paragraph'],
    ])
  })

  it('may stand above a paragraph that is shorter than they are', () => {
    expect(outline('Kopf', long, 'Das Aufgabenfeld: mehr als Töpfe', 'Kurz: viel.', long)).toEqual([
      ['Das Aufgabenfeld: mehr als Töpfe', 'paragraph', 'paragraph'],
    ])
  })

  it('come after an intro of several paragraphs', () => {
    const { intro, sections } = parse('Kopf', long, long, long, 'Aufgaben', long)
    expect([intro.length, sections.length]).toEqual([3, 1])
  })

  it('are none at the end of the text', () => {
    expect(outline('Kopf', long, 'Aufgaben', long, 'Viel Erfolg!')).toEqual([
      ['Aufgaben', 'paragraph', 'paragraph'],
    ])
  })

  it('may be named Fazit', () => {
    expect(outline('Kopf', long, 'Aufgaben', long, 'Fazit', long)).toHaveLength(2)
  })

  it('give a line above them to the section before', () => {
    expect(outline('Kopf', long, 'Aufgaben', long, 'Noch', 'Verdienst', long)).toEqual([
      ['Aufgaben', 'paragraph', 'paragraph'],
      ['Verdienst', 'paragraph'],
    ])
  })

  it('keep a subheading below them', () => {
    expect(outline('Kopf', long, 'Das Gehalt', 'Was in der Tüte steckt', long)).toEqual([
      ['Das Gehalt', 'subheading', 'paragraph'],
    ])
  })

  it('keep the lead-in of a list in its section', () => {
    expect(outline('Kopf', long, 'Aufgaben', 'Dazu gehören:', '- Kochen')).toEqual([
      ['Aufgaben', 'paragraph', 'list'],
    ])
  })

  it('are told from the lead-in of a list by its verb', () => {
    expect(outline('Kopf', long, 'Alltag', long, 'Zu den Aufgaben gehören:', '- Kochen')).toEqual([
      ['Alltag', 'paragraph', 'paragraph', 'list'],
    ])
    expect(outline('Kopf', long, 'Alltag', long, 'Die Aufgaben:', '- Kochen')).toHaveLength(2)
  })

  it('keep a list without bullets below them', () => {
    const lines = ['Planen der Menüs', 'Führen der Küche', 'Einkauf auf dem Markt']
    expect(outline('Kopf', long, 'Aufgaben', ...lines, 'Verdienst', long)).toEqual([
      ['Aufgaben', 'paragraph', 'paragraph', 'paragraph'],
      ['Verdienst', 'paragraph'],
    ])
  })
})

describe('marked headings', () => {
  it.each([
    ['Markdown', '## Am Herd'],
    ['bold letters', '**Am Herd**'],
    ['a line of =', 'Am Herd\n======='],
    ['a line of -', 'Am Herd\n-------'],
  ])('are read where %s mark them, without the marks', (_, heading) => {
    expect(outline('Kopf', long, heading, 'Viel.', 'Wenig.')).toEqual([
      ['Am Herd', 'paragraph', 'paragraph'],
    ])
  })

  it('open sections at the highest level and subheadings below it', () => {
    expect(
      outline('Kopf', long, '## Verdienst', long, '### Einstieg', long, '## Alltag', long),
    ).toEqual([
      ['Verdienst', 'paragraph', 'subheading', 'paragraph'],
      ['Alltag', 'paragraph'],
    ])
  })

  it('mark title and kicker as well', () => {
    const { titleLine, kickerLine } = parsePortrait(`# ${top.join('\n## ')}\n\n### Kopf\n\n${long}`)
    expect([titleLine, kickerLine]).toEqual(top)
  })
})

describe('a text without headings', () => {
  it('is sorted by what its paragraphs are about', () => {
    const { intro, sections } = parse(
      long,
      'Das Gehalt ist ordentlich. Der Lohn kommt pünktlich.',
      'Im Schnitt ist der Verdienst höher als man denkt.',
      'Wer eine Weiterbildung macht, besucht Seminare.',
    )
    expect(intro).toHaveLength(1)
    expect(sections.map(({ heading, blocks }) => [heading, blocks.length])).toEqual([
      [null, 2],
      [null, 1],
    ])
  })

  it('gives a paragraph that tells nothing to the one before', () => {
    expect(
      outline(long, 'Das Gehalt ist ordentlich, der Lohn pünktlich.', 'Das ist auch gut so.'),
    ).toEqual([[null, 'paragraph', 'paragraph']])
  })
})
