import { describe, expect, it } from 'vitest'
import { mapPortrait } from '#importing/portraits/reading/map.ts'
import { parsePortrait } from '#importing/portraits/text/anatomy.ts'
import { plainTextOf } from '#rich-text/plain-text.ts'
import { randomFrom } from './random.ts'

type Random = ReturnType<typeof randomFrom>

const title = 'Koch Jobs und Stellenangebote in Köln'
const seeds = Array.from({ length: 200 }, (_, seed) => seed)

/** Everything of a document that a reader would see, in its order. */
function shownBy(text: string): string {
  const mapped = mapPortrait({ portrait: parsePortrait(text), placeNames: ['Köln'], sources: [] })
  const { seoTitle, headline, kicker, intro, sections } = mapped
  return [
    seoTitle,
    kicker,
    headline,
    intro,
    ...sections.flatMap(({ heading, body }) => [heading ?? '', plainTextOf(body)]),
  ].join('\n')
}

/** The words of a text; what is made of the title where kicker or headline are missing is not. */
function wordsOf(text: string): string[] {
  return text.replace(/^Beruf Koch in Köln$/gmu, '').match(/\p{L}+|\p{N}+/gu) ?? []
}

function sentence(random: Random): string {
  const end = random.pick('', '.', '.', '.', '?', '!', ':', ',', '…', '.“')
  return random.words(1 + random.below(40)).join(random.pick(' ', ' ', '  ', '\t', '\u00a0')) + end
}

function expectAll(makeText: (random: Random) => string): void {
  for (const seed of seeds) {
    const text = makeText(randomFrom(seed))
    expect(wordsOf(shownBy(text)), text).toEqual(wordsOf(text))
  }
}

describe('no word of a text is lost', () => {
  it('whatever it is made of', () => {
    expectAll((random) => {
      const parts = Array.from({ length: 1 + random.below(15) }, () => [
        random.pick('\n', '\n\n', '\n \n', '\n\t\u00a0\n', '\n\f', '\n-----\n', '\n\u200b\n'),
        random.pick('', '', '', '- ', '• ', '## ', '### ', '   ', '–\u00a0', '\u00ad'),
        sentence(random),
      ])
      return `${title}${parts.flat().join('')}`
    })
  })

  it('when headings are bold or underlined', () => {
    expectAll((random) => {
      const parts = Array.from({ length: 1 + random.below(8) }, () => {
        const heading = random.words(1 + random.below(5)).join(' ')
        return random.pick(`**${heading}**`, `${heading}\n=====`, `${heading}\n---`, heading)
      })
      return [title, ...parts.flatMap((part) => [part, sentence(random)])].join('\n')
    })
  })

  it('when it was wrapped at a fixed width, with or without blank lines', () => {
    expectAll((random) => {
      const paragraphs = Array.from({ length: 1 + random.below(8) }, () =>
        sentence(random).replace(/(.{50,70}) /gu, '$1\n'),
      )
      return `${title}\n\n${paragraphs.join(random.pick('\n', '\n\n'))}`
    })
  })

  it('nor any number but those that count a list', () => {
    expectAll((random) => {
      // Only odd numbers: none stands next to its neighbour, so none counts a list.
      const lines = Array.from(
        { length: 1 + random.below(10) },
        () => `${String(2 * random.below(40) + 1)}. ${sentence(random)}`,
      )
      return [title, ...lines].join('\n')
    })
  })

  it('nor any paragraph changed', () => {
    expectAll((random) => {
      const paragraphs = Array.from({ length: 1 + random.below(6) }, () => sentence(random))
      const text = [title, ...paragraphs].join('\n')
      for (const paragraph of paragraphs) expect(shownBy(text)).toContain(paragraph.trim())
      return text
    })
  })
})
