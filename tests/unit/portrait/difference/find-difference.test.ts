import { describe, expect, it } from 'vitest'
import { bodyOf } from '#support/factories.ts'
import type { Risk } from '#model/risk.ts'
import { findDifference } from '#portrait/difference/find-difference.ts'
import { changesOf, inShort, tasks } from './changes.ts'
import { block, link, stateOf, text } from './lexical.ts'

describe('the difference of a field', () => {
  it('tells what stood there, what stands there now, and by which words', () => {
    expect(findDifference({ headline: 'Der Plan' }, { headline: 'Der neue Plan' })).toEqual({
      changes: [
        {
          path: 'headline',
          field: 'headline',
          kind: 'changed',
          risk: 'text',
          before: 'Der Plan',
          after: 'Der neue Plan',
          words: [
            { op: 'equal', text: 'Der ' },
            { op: 'insert', text: 'neue ' },
            { op: 'equal', text: 'Plan' },
          ],
        },
      ],
      risk: 'text',
    })
  })

  it.each<[string, unknown, unknown, Risk]>([
    ['profession', 'a', 'b', 'facts'],
    ['region', { id: 'a' }, { id: 'b' }, 'facts'],
    ['kicker', 'Beruf Leiter.', 'Beruf Leiter', 'text'],
    ['headline', 'Ausbildnug', 'Ausbildung', 'cosmetic'],
    ['intro', 'Eine Ausbildnug.', 'Eine Ausbildung', 'cosmetic'],
    ['intro', 'Das geht.', 'Das geht nicht.', 'text'],
    ['intro', 'Es gibt 3.000 €.', 'Es gibt 3.100 €.', 'facts'],
  ])('in %s from %j to %j has its own risk', (field, before, after, risk) => {
    const found = findDifference({ [field]: before }, { [field]: after })
    expect(found.changes).toMatchObject([{ path: field, field, kind: 'changed', risk }])
    expect(found.risk).toBe(risk)
  })

  it.each([
    ['seo', { title: 'Titel.' }, { title: 'Titel' }, 'seo.title'],
    ['seo', { description: 'Ein Satz.' }, { description: 'Ein Satz' }, 'seo.description'],
    ['provenance', { origin: 'human' }, { origin: 'ai-generated' }, 'provenance.origin'],
    ['provenance', { date: '2027-01-01' }, { date: '2027-01-02' }, 'provenance.date'],
  ])('in the group %s names the part: %j, %j', (field, before, after, path) => {
    expect(inShort({ [field]: before }, { [field]: after })).toEqual([`changed ${path} text`])
    expect(changesOf({ [field]: before }, { [field]: after })[0]?.field).toBe(path)
  })

  it('names what came and what went', () => {
    expect(changesOf({ intro: '' }, { intro: '…' })).toMatchObject([
      { kind: 'added', risk: 'text', before: null, after: '…' },
    ])
    expect(changesOf({ intro: '…' }, {})).toMatchObject([
      { kind: 'removed', risk: 'text', before: '…', after: null },
    ])
    expect(changesOf({}, { region: { id: 'r', name: 'Ort' } })).toMatchObject([
      { kind: 'added', before: null, after: 'r' },
    ])
    expect(changesOf({ region: 'r' }, { region: null })).toMatchObject([
      { kind: 'removed', before: 'r', after: null },
    ])
  })

  it('shows a date as text, whether it came as one or not', () => {
    const from = { provenance: { date: new Date('2027-01-01T00:00:00Z') } }
    expect(changesOf(from, { provenance: { date: '2027-02-01' } })).toMatchObject([
      { before: '2027-01-01T00:00:00.000Z', after: '2027-02-01' },
    ])
  })

  it('has the risk of its gravest change', () => {
    const from = { headline: 'Ausbildnug', intro: 'alt', profession: 'a' }
    expect(findDifference(from, { ...from, headline: 'Ausbildung' }).risk).toBe('cosmetic')
    expect(findDifference(from, { ...from, headline: 'Ausbildung', intro: 'neu' }).risk).toBe(
      'text',
    )
    expect(
      findDifference(from, { headline: 'Ausbildung', intro: 'neu', profession: 'b' }).risk,
    ).toBe('facts')
  })
})

describe('the difference of sources and sites', () => {
  it('names each that came, went or moved, where it stands or stood', () => {
    const from = { sources: ['a', 'b', 'c'] }
    expect(inShort(from, { sources: ['a', { id: 'd' }, 'c'] })).toEqual([
      'added sources.1 facts',
      'removed sources.1 facts',
    ])
    expect(changesOf(from, { sources: ['c', 'a', 'b'] })).toEqual([
      { path: 'sources.0', field: 'sources', kind: 'moved', risk: 'facts', before: 2, after: 0 },
    ])
    expect(changesOf(from, { sources: ['a', 'b'] })).toEqual([
      {
        path: 'sources.2',
        field: 'sources',
        kind: 'removed',
        risk: 'facts',
        before: 'c',
        after: null,
      },
    ])
  })

  it('knows no order of sites', () => {
    expect(inShort({ sites: ['a', 'b'] }, { sites: ['b', 'a'] })).toEqual([])
    expect(inShort({ sites: ['a', 'b'] }, { sites: ['c', 'b', 'a'] })).toEqual([
      'added sites.0 text',
    ])
  })
})

describe('the difference of a body', () => {
  function bodyChanges(before: unknown, after: unknown) {
    return changesOf(
      { sections: [{ id: '1', kind: 'zugang', body: before }] },
      { sections: [{ id: '1', kind: 'zugang', body: after }] },
    ).map(({ section: _, ...change }) => change)
  }
  const plain = stateOf(block([text('Ein guter '), text('Plan'), text(' hilft.')]))

  it('in formatting alone is text, and has no words to show', () => {
    const bold = stateOf(block([text('Ein guter '), text('Plan', 1), text(' hilft.')]))
    expect(bodyChanges(plain, bold)).toEqual([
      {
        path: 'sections.0.body',
        field: 'sections.body',
        kind: 'changed',
        risk: 'text',
        before: 'Ein guter Plan hilft.',
        after: 'Ein guter Plan hilft.',
      },
    ])
  })

  it('in the level of a heading is text', () => {
    const heading = (tag: string) => stateOf(block([text('Titel')], { type: 'heading', tag }))
    expect(bodyChanges(heading('h2'), heading('h3'))).toMatchObject([{ risk: 'text' }])
  })

  it('in the target of a link is text and names both targets', () => {
    const linked = (url: string) => stateOf(block([text('Siehe '), link(url, text('hier'))]))
    expect(bodyChanges(linked('https://a.example'), linked('https://b.example'))).toEqual([
      {
        path: 'sections.0.body.links',
        field: 'sections.body.links',
        kind: 'changed',
        risk: 'text',
        before: ['https://a.example'],
        after: ['https://b.example'],
      },
    ])
  })

  it('finds the target of a link wherever an editor keeps it', () => {
    const auto = (url: string) => stateOf(block([{ type: 'autolink', url, children: [text('x')] }]))
    expect(bodyChanges(auto('https://a.example'), auto('https://b.example'))).toMatchObject([
      { before: ['https://a.example'], after: ['https://b.example'] },
    ])
  })

  it('in a typo is cosmetic, with bold words in it or not', () => {
    const typo = stateOf(block([text('Ein guter '), text('Arbietsplan', 1), text(' hilft')]))
    const mended = stateOf(block([text('Ein guter '), text('Arbeitsplan', 1), text(' hilft.')]))
    expect(bodyChanges(typo, mended)).toMatchObject([{ risk: 'cosmetic' }])
  })

  it.each([
    ['bold', stateOf(block([text('Ein guter '), text('Plan', 1), text(' hilft')]))],
    ['bold elsewhere', stateOf(block([text('Ein '), text('guter Plan'), text(' hilft')]))],
    ['a paragraph', stateOf(block([text('Ein guter '), text('Plan')]), block([text(' hilft')]))],
    ['a link', stateOf(block([text('Ein guter '), link('#', text('Plan')), text(' hilft')]))],
  ])('in punctuation and %s is more than cosmetic', (_what, after) => {
    for (const change of bodyChanges(plain, after)) expect(change.risk).toBe('text')
  })

  it('that comes or goes is told so', () => {
    expect(bodyChanges(null, bodyOf('Neu.'))).toMatchObject([{ kind: 'added', risk: 'text' }])
    expect(bodyChanges(bodyOf('Alt.'), null)).toMatchObject([{ kind: 'removed', risk: 'text' }])
    expect(bodyChanges(null, bodyOf('…'))).toMatchObject([{ kind: 'added', risk: 'text' }])
    expect(bodyChanges(null, bodyOf(''))).toMatchObject([{ kind: 'added', risk: 'text' }])
  })
})

describe('the limit of typos', () => {
  const wrong = ['Ausbildnug', 'Arbietszeit', 'Betireb', 'Meisetr']
  const right = ['Ausbildung', 'Arbeitszeit', 'Betrieb', 'Meister']

  it('is three in a document, wherever they stand', () => {
    const [first = '', second = '', third = '', fourth = ''] = wrong
    const [a = '', b = '', c = '', d = ''] = right
    const from = { headline: first, intro: `${second} ${third}`, kicker: 'x' }
    const mended = { headline: a, intro: `${b} ${c}`, kicker: 'x' }
    expect(inShort(from, mended)).toEqual(['changed headline cosmetic', 'changed intro cosmetic'])
    const sections = (heading: string) => [{ ...tasks, heading }]
    expect(
      inShort({ ...from, sections: sections(fourth) }, { ...mended, sections: sections(d) }),
    ).toEqual(['changed headline text', 'changed intro text', 'changed sections.0.heading text'])
  })

  it('does not make more of spaces and punctuation', () => {
    const from = { headline: 'Ein Satz', intro: wrong.join(' ') }
    expect(inShort(from, { headline: 'Ein Satz.', intro: right.join(' ') })).toEqual([
      'changed headline cosmetic',
      'changed intro text',
    ])
  })

  it('does not make less of facts', () => {
    const from = { headline: '3.000 €', intro: wrong.join(' ') }
    expect(inShort(from, { headline: '4.000 €', intro: right.join(' ') })).toEqual([
      'changed headline facts',
      'changed intro text',
    ])
  })
})
