import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '#support/factories.ts'
import { compareTexts, type Change } from '#workflow/difference/compare.ts'
import { digestOf } from '#workflow/digest.ts'

const section = (kind: string, heading: string, text: string, id?: string) => ({
  kind,
  heading,
  body: bodyOf(text),
  ...(id === undefined ? {} : { id }),
})

const document = {
  profession: 'p',
  region: 'r',
  kicker: 'Beruf Färberin in Bonn',
  headline: 'Farbe ist ihr Handwerk',
  intro: 'Wer hier arbeitet, mischt Farben.',
  sections: [
    section('aufgaben', 'Aufgaben', 'Am Morgen wird gemischt, am Abend geprüft.'),
    section('zugang', 'Zugang', 'Eine Ausbildung dauert drei Jahre.'),
    section('verdienst', 'Verdienst', 'Der Einstieg liegt bei 31.000 Euro im Jahr.'),
  ],
  salaryFigures: [{ kind: 'einstieg', min: 31_000, max: 34_000, period: 'JAHR', currency: 'EUR' }],
  sources: ['s1', 's2'],
  media: [{ file: 'f1', caption: 'Am Bottich' }],
  seo: { title: 'Färberin in Bonn', description: 'Was der Beruf verlangt' },
  provenance: { origin: 'human', responsible: 'Redaktion' },
  sites: ['w1'],
}

const compare = (change: Record<string, unknown>) =>
  compareTexts(document, { ...document, ...change })
const places = (changes: Change[]) => changes.map(({ kind, path }) => `${kind} ${path}`)

describe('the difference between two texts', () => {
  it('is none between a text and itself, whatever the row ids and the order of sites', () => {
    const same = {
      ...document,
      sections: document.sections.map((row, index) => ({ ...row, id: `new-${String(index)}` })),
      profession: { id: 'p', name: 'populated' },
    }
    expect(compareTexts(document, same)).toEqual({ changes: [], risk: null })
  })

  it('is everything where nothing was before', () => {
    const { changes, risk } = compareTexts(null, document)
    expect(risk).toBe('facts')
    expect(changes.every(({ kind }) => kind === 'added')).toBe(true)
    expect(places(changes)).toEqual(
      expect.arrayContaining(['added headline', 'added sections.0', 'added salaryFigures.0']),
    )
  })

  it.each([
    ['kicker', { kicker: 'Beruf Färber in Bonn' }, 'text', 'changed kicker'],
    ['headline', { headline: 'Farbe ist sein Handwerk' }, 'text', 'changed headline'],
    ['headline that goes', { headline: '' }, 'text', 'removed headline'],
    ['profession', { profession: 'q' }, 'facts', 'changed profession'],
    ['region', { region: 'q' }, 'facts', 'changed region'],
    ['sources', { sources: ['s1'] }, 'facts', 'changed sources'],
    ['order of sources', { sources: ['s2', 's1'] }, 'facts', 'changed sources'],
    ['no sources', { sources: [] }, 'facts', 'removed sources'],
    ['sites', { sites: ['w2'] }, 'text', 'changed sites'],
    ['seo', { seo: { ...document.seo, title: 'Neu' } }, 'text', 'changed seo.title'],
    [
      'provenance',
      { provenance: { origin: 'ai-generated', responsible: 'Redaktion' } },
      'text',
      'changed provenance.origin',
    ],
    ['caption', { media: [{ file: 'f1', caption: 'Am See' }] }, 'text', 'changed media.0.caption'],
    [
      'pay',
      { salaryFigures: [{ ...document.salaryFigures[0], max: 35_000 }] },
      'facts',
      'changed salaryFigures.0.max',
    ],
    ['figure that goes', { salaryFigures: [] }, 'facts', 'removed salaryFigures.0'],
  ])('names a change of the %s', (_, change, risk, place) => {
    const difference = compare(change)
    expect(places(difference.changes)).toEqual([place])
    expect(difference.risk).toBe(risk)
  })

  it('leaves the others alone when a section is put in at the top', () => {
    const { changes } = compare({
      sections: [section('aussichten', 'Aussichten', 'Gut.'), ...document.sections],
    })
    expect(places(changes)).toEqual(['added sections.0'])
    expect(changes[0]?.section).toEqual({ kind: 'aussichten', heading: 'Aussichten' })
    expect(changes[0]?.words).toEqual([{ op: 'insert', text: 'Aussichten\nGut.' }])
  })

  it('tells a section that goes by its old place, and facts in it as facts', () => {
    const { changes, risk } = compare({ sections: document.sections.slice(0, 2) })
    expect(places(changes)).toEqual(['removed sections.2'])
    expect(risk).toBe('facts')
    expect(compare({ sections: document.sections.slice(1) }).risk).toBe('text')
  })

  it('tells one moved section as moved, not as all others changed', () => {
    const [first, second, third] = document.sections
    const { changes } = compare({ sections: [third, first, second] })
    expect(places(changes)).toEqual(['moved sections.0'])
    expect(changes[0]).toMatchObject({ before: 2, after: 0, risk: 'text' })
  })

  it('follows a section by its row id through a new kind and heading', () => {
    const before = { ...document, sections: [section('aufgaben', 'Eins', 'Text.', 'row-1')] }
    const after = { ...document, sections: [section('zugang', 'Zwei', 'Text.', 'row-1')] }
    expect(places(compareTexts(before, after).changes)).toEqual([
      'changed sections.0.kind',
      'changed sections.0.heading',
    ])
  })

  it('takes a change of format or of a link for a change of the text, never a cosmetic one', () => {
    const [first, ...rest] = document.sections
    const bold = bodyOf('Am Morgen wird gemischt, am Abend geprüft.')
    const [paragraph] = bold.root.children
    const [words] = paragraph?.children ?? []
    const formatted = {
      root: {
        ...bold.root,
        children: [{ ...paragraph, children: [{ ...words, format: 1 }] }],
      },
    }
    const difference = compare({ sections: [{ ...first, body: formatted }, ...rest] })
    expect(places(difference.changes)).toEqual(['changed sections.0.body'])
    expect(difference.risk).toBe('text')
    const mended = structuredClone(formatted)
    const leaf = mended.root.children[0]?.children[0]
    if (leaf) leaf.text = 'Am Morgen wird gemischt, am Abend geprüfft.'
    expect(compare({ sections: [{ ...first, body: mended }, ...rest] }).risk).toBe('text')
  })

  it('takes three mended words for cosmetic, and four for text', () => {
    const intro = 'Wer heute arbeitet, mischt Farben und Lacke und trägt Handschuhe und Schürzen.'
    const before = { ...document, intro }
    const mend = (count: number) =>
      ['arbeitet', 'mischt', 'Farben', 'Handschuhe']
        .slice(0, count)
        .reduce((text, word) => text.replace(word, `${word}${word.at(-1) ?? ''}`), intro)
    expect(compareTexts(before, { ...before, intro: mend(3) }).risk).toBe('cosmetic')
    expect(compareTexts(before, { ...before, intro: mend(4) }).risk).toBe('text')
  })

  it('names something exactly when the digest changes', () => {
    const text = fc.constantFrom('', 'Eins', 'Zwei', 'Drei und mehr')
    const row = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom('aufgaben', 'zugang'),
      heading: text,
      body: text.map(bodyOf),
    })
    const figure = fc.record({ kind: text, min: fc.integer({ min: 0, max: 2 }), source: text })
    const whole = fc.record({
      profession: text,
      headline: text,
      intro: text,
      sections: fc.array(row, { maxLength: 4 }),
      salaryFigures: fc.array(figure, { maxLength: 3 }),
      sources: fc.array(text, { maxLength: 2 }),
      media: fc.array(fc.record({ file: text, caption: text }), { maxLength: 2 }),
      seo: fc.record({ title: text, description: text }),
      provenance: fc.record({ origin: text, tool: text }),
      sites: fc.array(text, { maxLength: 2 }),
    })
    fc.assert(
      fc.property(whole, whole, (before, after) => {
        const { changes, risk } = compareTexts(before, after)
        const isSame = digestOf(before) === digestOf(after)
        expect(changes.length === 0).toBe(isSame)
        expect(risk === null).toBe(isSame)
      }),
      { numRuns: 200 },
    )
  })
})
