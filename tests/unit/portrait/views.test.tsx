import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '#support/factories.ts'
import { isRecord } from '#model/documents.ts'
import { presentText, renderText } from '#portrait/delivered.ts'
import type { Kind, Part, Parts, Room } from '#portrait/kinds/field.ts'
import { portraitFields } from '#portrait/fields.ts'
import { amount, webAddress, wording } from '#portrait/kinds/simple.ts'
import { textsShownIn } from '#portrait/quoting.ts'
import { fieldEntries, searchedTexts } from '#portrait/registry.ts'
import { Pairs } from '../../../src/app/(preview)/preview/blocks/Pairs.tsx'
import { PortraitArticle } from '../../../src/app/(preview)/preview/PortraitArticle.tsx'
import { Surroundings } from '../../../src/app/(preview)/preview/Surroundings.tsx'

// Each field of the registry, filled alone, against what a reader of each room sees. Words that a room is
// to show must stand there; those that it is not to show must not.

let words = 0

/** A word that stands nowhere else, of what may be delivered or of what is kept. */
const word = (isDelivered: boolean) =>
  `${isDelivered ? 'Gezeigtes' : 'Verborgenes'}${String((words += 1))}`

/** A value of a kind in which every text is a word of its own. */
function filled(kind: Kind, isDelivered: boolean): unknown {
  const { comparison } = kind
  switch (comparison.as) {
    case 'richText':
      return bodyOf(word(isDelivered))
    case 'group':
      return filledParts(comparison.parts, isDelivered)
    case 'rows':
      return [{ id: 'row', ...filledParts(comparison.parts, isDelivered) }]
    case 'prose':
      return word(isDelivered)
    case 'wording':
      return kind.render('07:30', nobody) === '07:30' && kind.render('x', nobody) === null
        ? '07:30'
        : kind.render('https://youtu.be/x', nobody) === null
          ? undefined
          : word(isDelivered)
    case 'relation':
      return entry.id
    case 'relations':
      return [entry.id]
    case 'value':
      return firstValueOf(kind)
  }
}

function filledParts(parts: Parts, isDelivered: boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]: [string, Part]) => [
      name,
      filled(part.kind, isDelivered && part.delivered),
    ]),
  )
}

/** What every relation leads to, whatever it is. */
const entry = {
  id: '10000000-0000-4000-8000-000000000001',
  name: 'Eintrag',
  slug: 'eintrag',
  alt: 'Bild',
  url: '/bild.png',
  mimeType: 'image/png',
}
const known = new Map([[entry.id, entry]])
const everything = { sources: known, media: known, regions: known, professions: known }
const nobody = { sources: new Map(), media: new Map(), regions: new Map(), professions: new Map() }

/** Of lists of words, the first; else a number, a currency (any text is one), a day or a mark. */
function firstValueOf(kind: Kind): unknown {
  return [...choicesIn(kind.stored), 3000, 'EUR', '2026-01-01', true].find((value) => {
    const shown: unknown = kind.render(value, nobody)
    return shown !== null && shown === value
  })
}

/** The words of a list of words, after its shape. */
function choicesIn(shape: unknown): unknown[] {
  if (!isRecord(shape)) return []
  if (Array.isArray(shape.enum)) return shape.enum
  return Array.isArray(shape.anyOf) ? shape.anyOf.flatMap(choicesIn) : []
}

/** What somebody reads in a room of a text in which one field is filled. */
function pageOf(room: 'inPreview' | 'forExperts', document: Record<string, unknown>): string {
  const page = {
    title: '',
    text: presentText(renderText(document, everything), 'html'),
    profession: null,
    region: null,
    profile: null,
    neighbours: [],
    jobs: [],
  }
  return renderToStaticMarkup(
    <>
      <PortraitArticle page={page} room={room} />
      <Surroundings page={page} room={room} />
    </>,
  )
}

const fields = fieldEntries().map(([name, field]) => {
  const value = filled(field.kind, field.delivered)
  const texts = field.kind.textsIn(value).filter(({ text }) => text !== '')
  return { name, field, document: { [name]: value }, texts }
})
const isWord = (text: string) => /^(?:Gezeigtes|Verborgenes)\d+$/.test(text)

describe.each(['inPreview', 'forExperts'] as const satisfies Room[])('what is read %s', (room) => {
  it.each(fields.filter(({ texts }) => texts.length > 0))(
    'of $name',
    ({ field, document, texts }) => {
      const page = pageOf(room, document)
      for (const { text, isDelivered } of texts.filter(({ text: found }) => isWord(found))) {
        const isToBeSeen = field[room] !== null && field.delivered && isDelivered
        // Who answers for a text is a name of the house: its block leaves it out for experts.
        expect(page.includes(text), `${text} in ${page}`).toBe(isToBeSeen)
      }
    },
  )
})

describe('what is kept beside a text', () => {
  it.each(fields)('is not searched, of $name', ({ document }) => {
    const searched = Object.values(searchedTexts(document)).join(' ')
    expect(searched).not.toContain('Verborgenes')
  })

  it.each(fields)('is not handed to experts, of $name', ({ field, document }) => {
    const shown = textsShownIn('forExperts', document).join(' ')
    expect(shown).not.toContain('Verborgenes')
    if (field.forExperts === null) expect(shown).toBe('')
  })
})

describe('a value of its own', () => {
  it.each([
    ['a line', wording({ longest: 100 }), 'Feuerfester Kittel'],
    ['an address', webAddress(), 'https://beispiel.example'],
    ['an amount', amount(), 3000],
  ])('is read beside its label: %s', (_, kind, value) => {
    const field = { ...portraitFields.kicker, label: { de: 'Kleidung', en: 'Dress code' }, kind }
    const page = renderToStaticMarkup(<Pairs field={field} value={value} />)
    expect(page).toContain('Kleidung')
    expect(page).toContain(kind.inWords(value, 'de'))
    expect(renderToStaticMarkup(<Pairs field={field} value={null} />)).toBe('')
  })
})
