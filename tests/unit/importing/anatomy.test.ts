import { describe, expect, it } from 'vitest'
import { allTexts, parsePortrait } from '#importing/portraits/anatomy.ts'
import { PortraitTextError } from '#importing/portraits/errors.ts'
import { randomFrom } from './random.ts'
import { samplePortrait } from './sample.ts'

const long =
  'Dieser Absatz ist lang genug, damit die Zeile davor als Überschrift gelten kann. '.repeat(2)

function candidatesOf(...top: string[]) {
  return parsePortrait([...top, long].join('\n')).candidates
}

describe('title and kicker', () => {
  it.each([
    'IT Leiter Jobs und Stellenangebote in Leverkusen',
    'IT Leiter  Jobs  &  Stellenangebote in Leverkusen',
    'IT Leiter JOBS UND STELLENANGEBOTE IN Leverkusen',
    'IT Leiter Stellenangebote und Jobs in Leverkusen',
  ])('reads profession and place from "%s"', (title) => {
    expect(candidatesOf(title)).toEqual([{ professionName: 'IT Leiter', placeName: 'Leverkusen' }])
  })

  it.each(['Koch Jobs und Stellenangebote', 'Koch Jobs und Stellenangebote in Deutschland'])(
    'reads "%s" as nationwide',
    (title) => {
      expect(candidatesOf(title)).toEqual([{ professionName: 'Koch', placeName: null }])
    },
  )

  it('does with the kicker alone and gives every reading of it', () => {
    expect(candidatesOf('Beruf Koch in Weiden in der Oberpfalz')).toEqual([
      { professionName: 'Koch', placeName: 'Weiden in der Oberpfalz' },
      { professionName: 'Koch in Weiden in der Oberpfalz', placeName: null },
      { professionName: 'Koch in Weiden', placeName: 'der Oberpfalz' },
    ])
  })

  it('takes "in der Pflege" for a part of the profession first', () => {
    expect(candidatesOf('Beruf Fachkraft in der Pflege')[0]).toEqual({
      professionName: 'Fachkraft in der Pflege',
      placeName: null,
    })
    expect(candidatesOf('Beruf Fachkraft in der Pflege in Köln')[0]).toEqual({
      professionName: 'Fachkraft in der Pflege',
      placeName: 'Köln',
    })
  })

  it('lets title and kicker differ in the gender form and in hyphens', () => {
    const title = 'IT-Leiter/in Jobs und Stellenangebote in Köln'
    expect(candidatesOf(title, 'Beruf IT Leiter in Köln')).toHaveLength(1)
  })

  it.each(['Beruf IT Leiter in Bonn', 'Beruf Koch in Köln'])(
    'refuses "%s" under a title about the IT Leiter in Köln, at its line',
    (kicker) => {
      const parse = () => candidatesOf('IT Leiter Jobs und Stellenangebote in Köln', '', kicker)
      expect(parse).toThrow(PortraitTextError)
      expect(parse).toThrow(expect.objectContaining({ line: 3 }))
    },
  )

  it('refuses a kicker with a place under a nationwide title', () => {
    expect(() => candidatesOf('Koch Jobs und Stellenangebote', 'Beruf Koch in Köln')).toThrow(
      PortraitTextError,
    )
  })

  it('refuses a text with neither, at line 1', () => {
    expect(() => parsePortrait(long)).toThrow(expect.objectContaining({ line: 1 }))
    expect(() => parsePortrait('')).toThrow(expect.objectContaining({ line: 1 }))
  })

  it('refuses a title and kicker without any text', () => {
    expect(() =>
      parsePortrait('Koch Jobs und Stellenangebote in Köln\nBeruf Koch in Köln\n\n'),
    ).toThrow(PortraitTextError)
  })
})

describe('the body', () => {
  const top = 'Koch Jobs und Stellenangebote in Köln\nBeruf Koch in Köln'
  const parse = (...lines: string[]) => parsePortrait([top, ...lines].join('\n'))

  it('finds headline, intro, sections and lists', () => {
    const portrait = parsePortrait(samplePortrait)
    expect(portrait.headline).toBe('Früh auf den Beinen: Backen in Musterhausen')
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

  it('has no headline where the text begins at once', () => {
    expect(parse(long, 'Aufgaben', long).headline).toBeNull()
  })

  it.each(['Was nun?', 'Endlich!', 'Die Aufgaben:', 'Und dann…'])(
    'takes "%s" as heading',
    (line) => {
      expect(parse('Kopf', long, line, long).sections[0]?.heading).toBe(line)
    },
  )

  it.each(['Ein kurzer Satz.', 'Ein Anfang,', 'Ein Teil;'])('takes "%s" as paragraph', (line) => {
    expect(parse('Kopf', long, 'Aufgaben', long, line, long).sections).toHaveLength(1)
  })

  it('gives a short last block to the section before', () => {
    const [section, ...others] = parse('Kopf', long, 'Aufgaben', long, 'Viel Erfolg!').sections
    expect(others).toEqual([])
    expect(section?.blocks.at(-1)).toEqual({ type: 'paragraph', text: 'Viel Erfolg!', line: 7 })
  })

  it('makes the first of two headings a paragraph of the section before', () => {
    const { sections } = parse('Kopf', long, 'Aufgaben', long, 'Noch', 'Verdienst', long)
    expect(sections.map(({ heading }) => heading)).toEqual(['Aufgaben', 'Verdienst'])
    expect(sections[0]?.blocks).toHaveLength(2)
  })

  it('keeps the lead-in of a list in its section', () => {
    const { sections } = parse('Kopf', long, 'Aufgaben', 'Dazu gehören:', '- Kochen')
    expect(sections.map(({ heading }) => heading)).toEqual(['Aufgaben'])
  })

  it('sorts a text without headings by what its paragraphs are about', () => {
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
})

describe('no word is lost', () => {
  const wordsOf = (text: string) => text.match(/\p{L}+|\p{N}+/gu) ?? []
  const inAndOut = (text: string) => ({
    in: wordsOf(text),
    out: wordsOf(allTexts(parsePortrait(text)).join('\n')),
  })
  const seeds = Array.from({ length: 500 }, (_, seed) => seed)

  function sentence(random: ReturnType<typeof randomFrom>) {
    return random.words(1 + random.below(40)).join(' ') + random.pick('', '.', '?', ':', ',', '…')
  }

  it('whatever the text is made of', () => {
    for (const seed of seeds) {
      const random = randomFrom(seed)
      const lines = Array.from({ length: 1 + random.below(15) }, () => [
        random.pick('\n', '\n\n'),
        random.pick('', '', '', '- ', '• ', '## '),
        sentence(random),
      ])
      const text = `Koch Jobs und Stellenangebote in Köln${lines.flat().join('')}`
      const words = inAndOut(text)
      expect(words.out, text).toEqual(words.in)
    }
  })

  it('when it was wrapped at a fixed width', () => {
    for (const seed of seeds) {
      const random = randomFrom(seed)
      const paragraphs = Array.from({ length: 1 + random.below(8) }, () =>
        sentence(random).replace(/(.{50,70}) /gu, '$1\n'),
      )
      const text = `Koch Jobs und Stellenangebote in Köln\n\n${paragraphs.join('\n\n')}`
      const words = inAndOut(text)
      expect(words.out, text).toEqual(words.in)
    }
  })

  it('nor any number but those that count a list', () => {
    for (const seed of seeds) {
      const random = randomFrom(seed)
      // Only odd numbers: none stands next to its neighbour, so none counts a list.
      const lines = Array.from(
        { length: 1 + random.below(10) },
        () => `${String(2 * random.below(40) + 1)}. ${sentence(random)}`,
      )
      const words = inAndOut(['Koch Jobs und Stellenangebote', ...lines].join('\n'))
      expect(words.out, lines.join('\n')).toEqual(words.in)
    }
  })
})
