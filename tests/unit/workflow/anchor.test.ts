import { describe, expect, it } from 'vitest'
import { bodyOf } from '#support/factories.ts'
import {
  locate,
  makeAnchor,
  readAnchor,
  type Anchor,
  type AnchorRequest,
} from '#workflow/conversation/anchor.ts'

const section = (id: string | undefined, kind: string, heading: string, text: string) => ({
  ...(id === undefined ? {} : { id }),
  kind,
  heading,
  body: bodyOf(text),
})

const document = {
  kicker: 'Beruf Färberin in Bonn',
  headline: 'Farbe ist ihr Handwerk',
  intro: 'Sie mischt Farben. Am Abend mischt Farben auch der Chef.',
  sections: [
    section('one', 'aufgaben', 'Was zu tun ist', 'Am Morgen wird in der Halle gemischt.'),
    section('two', 'zugang', 'Der Weg', 'Eine Ausbildung dauert drei Jahre.'),
  ],
  seo: { title: 'Färberin', description: 'Alles über den Beruf' },
}

const anchor = (request: AnchorRequest): Anchor => {
  const made = makeAnchor(document, request)
  if ('anchor' in made) return made.anchor
  throw new Error(made.path)
}
const problem = (request: AnchorRequest) => {
  const made = makeAnchor(document, request)
  return 'anchor' in made ? null : made.path
}
const gone = { status: 'outdated', path: null, start: null, end: null }

describe('the place of a comment', () => {
  it('is the document, a field, a section or a quote', () => {
    expect(anchor({})).toEqual({ on: 'document' })
    expect(locate(anchor({}), {})).toMatchObject({ status: 'current', path: null })
    expect(anchor({ field: 'salaryFigures' })).toEqual({ on: 'field', field: 'salaryFigures' })
    expect(locate(anchor({ field: 'intro' }), {})).toMatchObject({
      status: 'current',
      path: 'intro',
    })
    expect(anchor({ section: 'two' })).toEqual(anchor({ section: 1 }))
    expect(locate(anchor({ section: 'two' }), document)).toMatchObject({ path: 'sections.1' })
    const quote = anchor({ field: 'headline', quote: 'ihr Handwerk' })
    expect(quote).toMatchObject({
      on: 'quote',
      field: 'headline',
      section: null,
      prefix: 'Farbe ist ',
      suffix: '',
    })
    expect(locate(quote, document)).toEqual({
      status: 'current',
      path: 'headline',
      start: 10,
      end: 22,
    })
    expect(locate(anchor({ quote: 'Alles über' }), document).path).toBe('seo.description')
    expect(locate(anchor({ section: 0, field: 'heading', quote: 'zu tun' }), document).path).toBe(
      'sections.0.heading',
    )
  })

  it('is refused where there is none', () => {
    expect(problem({ section: 2 })).toBe('on.section')
    expect(problem({ section: 'three' })).toBe('on.section')
    expect(problem({ field: 'price' })).toBe('on.field')
    expect(problem({ field: 'price', quote: 'Farbe' })).toBe('on.field')
    expect(problem({ quote: 'Blau' })).toBe('on.quote')
    expect(problem({ quote: '  ' })).toBe('on.quote')
    expect(problem({ section: 1, quote: 'Am Morgen' })).toBe('on.quote')
    expect(problem({ quote: 'Farbe.ist' })).toBe('on.quote')
  })

  it('tells equal words apart by what stands around them', () => {
    const first = anchor({ field: 'intro', quote: 'mischt Farben' })
    const second = anchor({
      field: 'intro',
      quote: 'mischt Farben',
      prefix: 'Abend ',
      suffix: ' auch',
    })
    expect(locate(first, document).start).toBe(4)
    expect(locate(second, document).start).toBe(28)
    const longer = { ...document, intro: `Früher. ${document.intro}` }
    expect(locate(first, longer).start).toBe(12)
    expect(locate(second, longer).start).toBe(36)
    const turned = {
      ...document,
      intro: 'Am Abend mischt Farben auch der Chef. Sie mischt Farben.',
    }
    expect(locate(first, turned).start).toBe(42)
    expect(locate(second, turned).start).toBe(9)
  })

  it('does not mind other white space', () => {
    const made = anchor({ section: 1, quote: 'dauert   drei\nJahre' })
    expect(made).toMatchObject({ quote: 'dauert drei Jahre' })
    const wrapped = {
      ...document,
      sections: [section('two', 'zugang', 'Der Weg', 'Sie dauert\n drei  Jahre.')],
    }
    expect(locate(made, wrapped)).toMatchObject({ status: 'current', start: 4, end: 23 })
  })

  it('follows words into another section, but only telling ones', () => {
    const made = anchor({ section: 1, quote: 'Ausbildung dauert drei Jahre' })
    const moved = {
      ...document,
      sections: [
        section('one', 'aufgaben', 'Was zu tun ist', 'Eine Ausbildung dauert drei Jahre.'),
      ],
    }
    expect(locate(made, moved)).toMatchObject({
      status: 'moved',
      path: 'sections.0.body',
      start: 5,
    })
    const short = anchor({ section: 0, quote: 'der' })
    expect(locate(short, { ...moved, intro: 'In der Nacht.' })).toEqual(gone)
    const known = { intro: 'Am Morgen wird in der Halle gemischt.' }
    expect(locate(short, known)).toMatchObject({ status: 'moved', path: 'intro' })
    expect(locate(made, { intro: 'Nichts.' })).toEqual(gone)
  })

  it('knows a section by its row, then by kind and heading, then by kind', () => {
    const made = anchor({ section: 1 })
    const second = section(undefined, 'zugang', 'Der Weg', 'Anders.')
    const swapped = [section('two', 'extras', 'Neu', 'x'), second]
    expect(locate(made, { sections: swapped }).path).toBe('sections.0')
    expect(locate(made, { sections: [document.sections[0], second] }).path).toBe('sections.1')
    expect(locate(made, { sections: [section('x', 'zugang', 'Umbenannt', 'x')] }).path).toBe(
      'sections.0',
    )
    const two = [section('x', 'zugang', 'A', 'x'), section('y', 'zugang', 'B', 'x')]
    expect(locate(made, { sections: two })).toEqual(gone)
    expect(locate(made, { sections: [document.sections[0]] })).toEqual(gone)
    expect(locate(made, {})).toEqual(gone)
  })

  it('keeps a quote in its section when another one has the same words', () => {
    const text = 'Hier steht ein langer gleicher Satz.'
    const twins = {
      sections: [section('one', 'aufgaben', 'A', text), section('two', 'zugang', 'B', text)],
    }
    const made = makeAnchor(twins, { section: 'two', quote: 'langer gleicher Satz' })
    const kept = 'anchor' in made ? made.anchor : { on: 'document' as const }
    expect(locate(kept, twins)).toMatchObject({ status: 'current', path: 'sections.1.body' })
    const noRows = { sections: twins.sections.map(({ id: _, ...row }) => row).reverse() }
    expect(locate(kept, noRows)).toMatchObject({ status: 'current', path: 'sections.0.body' })
  })

  it('is read back as it was stored, and stands on the document when it cannot be read', () => {
    for (const request of [
      {},
      { field: 'intro' },
      { section: 1 },
      { section: 1, quote: 'drei' },
      { quote: 'Sie' },
    ]) {
      const made = anchor(request)
      expect(readAnchor(JSON.parse(JSON.stringify(made)))).toEqual(made)
    }
    for (const value of [null, 'x', {}, { on: 'section' }, { on: 'else' }]) {
      expect(readAnchor(value)).toEqual({ on: 'document' })
    }
  })
})
