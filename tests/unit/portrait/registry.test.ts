import { Type } from '@sinclair/typebox'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '#support/factories.ts'
import {
  completeText,
  namedShapes,
  presentText,
  referencesIn,
  renderText,
  ShownText,
  StoredText,
} from '#portrait/delivered.ts'
import { group, rows } from '#portrait/kinds/composite.ts'
import { richText } from '#portrait/kinds/rich-text.ts'
import { amount, prose, wording } from '#portrait/kinds/simple.ts'
import { nothingReferred } from '#portrait/kinds/relations.ts'
import { labelOf } from '#portrait/labels.ts'
import { fieldEntries, fieldsInDigest, partsAt, searchedTexts } from '#portrait/registry.ts'
import { writableText } from '#portrait/restore.ts'
import { textFormats } from '#portrait/kinds/shapes.ts'
import { filledText } from './texts.ts'

const ajv = new Ajv({ allErrors: true, strict: false })
addFormats(ajv)
for (const shape of Object.values(namedShapes)) ajv.addSchema(shape)
/** What of a value does not fit a shape. */
const fits = (schema: typeof StoredText | typeof ShownText, value: unknown) => {
  const isRight = ajv.compile(schema)
  return isRight(value)
    ? []
    : (isRight.errors ?? []).map(
        ({ instancePath, message }) => `${instancePath} ${String(message)}`,
      )
}

const referred = {
  ...nothingReferred,
  sources: new Map([['10000000-0000-4000-8000-000000000003', { name: 'Quelle' }]]),
  media: new Map([['10000000-0000-4000-8000-000000000006', { alt: 'Ein Pass', url: '/x.png' }]]),
  regions: new Map([['10000000-0000-4000-8000-000000000004', { name: 'Bonn' }]]),
}

describe('what is delivered of a text', () => {
  it('has the shape that is described, whatever stands in the fields', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.array(fc.dictionary(fc.string(), fc.jsonValue())))
    const documents = fc.record(
      Object.fromEntries(fieldEntries().map(([name]) => [name, anything])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(documents, (document) => {
        const stored = renderText(document, nothingReferred)
        expect(fits(StoredText, stored)).toEqual([])
        for (const format of [...textFormats, 'all'] as const) {
          expect(fits(ShownText, presentText(stored, format))).toEqual([])
        }
      }),
    )
  })

  it('of a filled text leaves nothing out that sites see', () => {
    const stored = renderText(filledText, referred)
    expect(fits(StoredText, stored)).toEqual([])
    expect(stored).toMatchObject({
      kicker: 'Beruf Koch in Köln',
      sections: [
        { kind: 'aufgaben', heading: 'Was zu tun ist' },
        { kind: 'zugang', html: '' },
      ],
      salaryFigures: [{ min: 0, gross: true, region: 'Bonn', source: { name: 'Quelle' } }],
      sources: [{ name: 'Quelle' }],
      media: [{ alt: 'Ein Pass', caption: 'Am Pass' }],
      provenance: { date: '2026-11-01' },
    })
    expect(stored).not.toHaveProperty('sites')
    expect(presentText(stored, 'text').sections[0]).toEqual({
      kind: 'aufgaben',
      heading: 'Was zu tun ist',
      text: 'Vor allem\n\neins\nzwei',
    })
  })

  it('names each entry that it shows once', () => {
    expect(referencesIn(filledText)).toEqual({
      sources: ['10000000-0000-4000-8000-000000000003', '10000000-0000-4000-8000-000000000005'],
      media: ['10000000-0000-4000-8000-000000000006'],
      regions: ['10000000-0000-4000-8000-000000000004'],
      professions: [],
    })
  })

  it('of a row from before a field existed is what the absent renders as', () => {
    const stored = renderText(filledText, referred)
    expect(completeText(stored)).toEqual(stored)
    const nothing = renderText({}, nothingReferred)
    expect(completeText({})).toEqual(nothing)
    for (const [name, { delivered }] of fieldEntries()) {
      if (!delivered) continue
      const older: Record<string, unknown> = { ...stored }
      Reflect.deleteProperty(older, name)
      const absent: unknown = Reflect.get(nothing, name)
      expect(completeText(older)).toEqual({ ...stored, [name]: absent })
    }
  })
})

describe('the day on which a text was made', () => {
  it.each([
    ['2026-10-31T23:00:00.000Z', '2026-11-01'],
    ['2026-10-31T22:59:59.999Z', '2026-10-31'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
    [new Date('2026-07-01T21:59:00Z'), '2026-07-01'],
    ['2026-11-01', '2026-11-01'],
    [null, null],
    ['gestern', null],
  ])('is delivered of %s as the day in Berlin', (date, day) => {
    expect(renderText({ provenance: { date } }, referred).provenance.date).toBe(day)
  })

  it('is a day too where the row was written when moments were delivered, and stays one', () => {
    const stored = renderText(filledText, referred)
    const older = { ...stored, provenance: { ...stored.provenance, date: '2026-10-31T23:00:00Z' } }
    expect(completeText(older)).toEqual(stored)
    expect(completeText(completeText(older))).toEqual(stored)
  })
})

describe('kinds that are made of others', () => {
  const part = {
    label: { de: 'x', en: 'x' },
    risk: 'text',
    inDigest: true,
    delivered: true,
  } as const
  const labels = { singular: { de: '', en: '' }, plural: { de: '', en: '' } }
  const inner = rows(
    { url: { ...part, kind: wording({ longest: 100 }) }, later: { ...part, kind: amount() } },
    { shape: 'Inner', most: 9, labels, matchedBy: [] },
  )
  const outer = rows(
    {
      name: { ...part, kind: prose({ longest: 100 }) },
      body: { ...part, kind: richText({ longest: 100 }) },
      links: { ...part, kind: inner },
      more: {
        ...part,
        kind: group({ a: { ...part, kind: wording({ longest: 100 }) } }, { shape: 'More' }),
      },
      hidden: { ...part, delivered: false, kind: wording({ longest: 100 }) },
    },
    { shape: 'Outer', most: 9, labels, matchedBy: [] },
  )
  const rendered = outer.render(
    [{ id: 'r', name: 'N', body: bodyOf('Text'), links: [{ url: 'u' }], hidden: 'h' }],
    nothingReferred,
  )

  it('complete the parts of rows within rows that came later', () => {
    expect(outer.complete([{ name: 'N', links: [{ url: 'u' }] }])).toEqual([
      {
        name: 'N',
        body: { html: '', markdown: '', text: '', lexical: {} },
        links: [{ url: 'u', later: null }],
        more: { a: null },
      },
    ])
  })

  it('present rich text inside them in the form that is asked for', () => {
    expect(outer.present(rendered, 'markdown')).toEqual([
      {
        name: 'N',
        body: { markdown: 'Text' },
        links: [{ url: 'u', later: null }],
        more: { a: null },
      },
    ])
    expect(inner.present(rendered[0]?.links ?? [], 'html')).toBe(rendered[0]?.links)
  })

  it('name the shapes of all their parts, and each once in a description', () => {
    expect(outer.named?.map(({ $id }) => $id)).toEqual(['RichText', 'Inner', 'More', 'Outer'])
    expect(JSON.stringify(outer.shown)).toBe(
      JSON.stringify(Type.Array(Type.Unsafe({ $ref: 'Outer#' }))),
    )
  })

  it('find every text in them, rows by their id', () => {
    const value = [
      { id: 'r', name: 'N', body: bodyOf('T'), links: [{ url: 'u' }], more: { a: 'A' } },
    ]
    expect(outer.textsIn(value)).toEqual([
      { path: 'r.name', text: 'N', isDelivered: true },
      { path: 'r.body', text: 'T', isDelivered: true },
      { path: 'r.links.0.url', text: 'u', isDelivered: true },
      { path: 'r.more.a', text: 'A', isDelivered: true },
      { path: 'r.hidden', text: '', isDelivered: false },
    ])
  })
})

describe('what the registry says at large', () => {
  it('knows the part at the end of a path, after the wholes', () => {
    expect(partsAt('sections.body').map(({ label }) => label.de)).toEqual(['Abschnitte', 'Text'])
    expect(partsAt('headline')).toHaveLength(1)
    for (const unknown of ['', 'nothing', 'headline.x', 'sections.nothing']) {
      expect(partsAt(unknown)).toEqual([])
    }
    expect(labelOf('seo.title')).toEqual({
      de: 'Suchmaschinen · Seitentitel',
      en: 'Search engines · Page title',
    })
    expect(labelOf('nothing')).toEqual({ de: 'nothing', en: 'nothing' })
  })

  it('gives the words of a search by their weight', () => {
    expect(searchedTexts(filledText)).toEqual({
      B: 'Am Herd',
      C: 'Früh beginnt der Tag.\nSpät endet er.',
      D: 'Was zu tun ist\nVor allem\n\neins\nzwei',
    })
  })

  it('writes a kept text back whole, with nothing where it had nothing', () => {
    const old = {
      headline: 'Alt',
      seo: { title: 'T' },
      salaryFigures: [{ id: 'r', kind: 'median' }],
    }
    const written = writableText(old)
    expect(Object.keys(written)).toEqual(fieldsInDigest)
    expect(written).toMatchObject({
      headline: 'Alt',
      intro: null,
      sections: [],
      seo: { title: 'T', description: null },
      provenance: { origin: null },
      salaryFigures: [{ id: 'r', kind: 'median', period: null, source: null }],
    })
  })
})
