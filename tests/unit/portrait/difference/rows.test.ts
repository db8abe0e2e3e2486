import { describe, expect, it } from 'vitest'
import { bodyOf } from '#support/factories.ts'
import { access, changesOf, entry, inShort, pay, tasks } from './changes.ts'

describe('the difference of sections', () => {
  it('inserted at the top is the new section alone', () => {
    const to = { sections: [pay, { ...tasks, id: 'x' }, { ...access, id: 'y' }] }
    expect(changesOf({ sections: [tasks, access] }, to)).toEqual([
      {
        path: 'sections.0',
        field: 'sections',
        kind: 'added',
        risk: 'facts',
        before: null,
        after: { kind: 'verdienst', heading: 'Geld', body: 'Es gibt 3.000 €.' },
        section: { kind: 'verdienst', heading: 'Geld' },
      },
    ])
  })

  it('that come or go are text, unless they speak of money', () => {
    expect(inShort({ sections: [tasks, pay] }, { sections: [access, tasks] })).toEqual([
      'added sections.0 text',
      'removed sections.1 facts',
    ])
    expect(changesOf({ sections: [access] }, { sections: [] })).toEqual([
      {
        path: 'sections.0',
        field: 'sections',
        kind: 'removed',
        risk: 'text',
        before: { kind: 'zugang', body: 'Eine Lehre hilft.' },
        after: null,
        section: { kind: 'zugang', heading: null },
      },
    ])
    expect(inShort({}, { sections: [{}] })).toEqual(['added sections.0 text'])
  })

  it('in another order is the one that moved', () => {
    expect(
      changesOf({ sections: [tasks, access, pay] }, { sections: [pay, tasks, access] }),
    ).toEqual([
      {
        path: 'sections.0',
        field: 'sections',
        kind: 'moved',
        risk: 'text',
        before: 2,
        after: 0,
        section: { kind: 'verdienst', heading: 'Geld' },
      },
    ])
  })

  it('names the part that changed, and of which section', () => {
    const to = { sections: [tasks, { ...access, heading: 'Der Weg', body: bodyOf('Ohne Lehre.') }] }
    expect(changesOf({ sections: [tasks, access] }, to)).toMatchObject([
      {
        path: 'sections.1.heading',
        field: 'sections.heading',
        kind: 'added',
        section: { kind: 'zugang', heading: 'Der Weg' },
      },
      {
        path: 'sections.1.body',
        field: 'sections.body',
        kind: 'changed',
        before: 'Eine Lehre hilft.',
        after: 'Ohne Lehre.',
        section: { kind: 'zugang', heading: 'Der Weg' },
      },
    ])
  })

  it.each([
    ['by its id, whatever else changed', { id: '2', kind: 'perspektive', body: bodyOf('Anderes') }],
    ['by kind and heading', { id: 'x', kind: 'zugang', body: bodyOf('Ganz anders') }],
    [
      'by a text much alike',
      { kind: 'sonstiges', heading: 'Neu', body: bodyOf('Eine Lehre hilft!') },
    ],
    ['by its kind alone', { kind: 'zugang', heading: 'Neu', body: bodyOf('Ganz anders') }],
  ])('finds a section again %s', (_by, again) => {
    const found = changesOf({ sections: [tasks, access] }, { sections: [again, tasks] })
    const ofWholeRows = found.filter(({ field }) => field === 'sections')
    expect(ofWholeRows.map(({ kind }) => kind)).toEqual(['moved'])
  })

  it('does not take an unlike section of another kind for the old one', () => {
    const other = { kind: 'regionales', heading: 'Hier', body: bodyOf('Am Rhein.') }
    expect(inShort({ sections: [access] }, { sections: [other] })).toEqual([
      'added sections.0 text',
      'removed sections.0 text',
    ])
  })

  it('does not take rows without an id for one', () => {
    const [one, two] = [
      { id: '', kind: 'zugang', heading: 'Eins', body: bodyOf('Lehre') },
      { id: '', kind: 'aufgaben', heading: 'Zwei', body: bodyOf('Plan') },
    ]
    expect(inShort({ sections: [one] }, { sections: [two] })).toEqual([
      'added sections.0 text',
      'removed sections.0 text',
    ])
  })

  it('does not see what a reader does not', () => {
    const to = { sections: [{ ...tasks, id: 'x', kindConfidence: 0.5, heading: 'Was zu tun ist' }] }
    expect(inShort({ sections: [tasks] }, to)).toEqual([])
  })
})

describe('the difference of salary figures and pictures', () => {
  it('names each amount of the figure that changed, as a fact', () => {
    const again = { ...entry, id: 'new', min: 41_000, max: 50_000 }
    expect(changesOf({ salaryFigures: [entry] }, { salaryFigures: [again] })).toEqual([
      {
        path: 'salaryFigures.0.min',
        field: 'salaryFigures.min',
        kind: 'changed',
        risk: 'facts',
        before: 40_000,
        after: 41_000,
      },
      {
        path: 'salaryFigures.0.max',
        field: 'salaryFigures.max',
        kind: 'added',
        risk: 'facts',
        before: null,
        after: 50_000,
      },
    ])
  })

  it('finds a figure again by what it measures, before what is only of its kind', () => {
    const other = { kind: 'einstieg', min: 30_000, period: 'JAHR', source: 'andere' }
    const from = { salaryFigures: [entry, { ...other, id: 'o' }] }
    const to = {
      salaryFigures: [
        { ...other, min: 31_000 },
        { ...entry, id: null, min: 41_000 },
      ],
    }
    expect(inShort(from, to)).toEqual([
      'changed salaryFigures.0.min facts',
      'moved salaryFigures.1 facts',
      'changed salaryFigures.1.min facts',
    ])
  })

  it.each([
    ['another source', { ...entry, id: 'x', source: 'andere' }, 'source'],
    ['another period', { ...entry, id: 'x', period: 'MONAT' }, 'period'],
  ])('keeps a figure with %s', (_what, again, part) => {
    expect(inShort({ salaryFigures: [entry] }, { salaryFigures: [again] })).toEqual([
      `changed salaryFigures.0.${part} facts`,
    ])
  })

  it('shows a figure that came with what it states', () => {
    expect(changesOf(null, { salaryFigures: [{ ...entry, gross: false, max: null }] })).toEqual([
      {
        path: 'salaryFigures.0',
        field: 'salaryFigures',
        kind: 'added',
        risk: 'facts',
        before: null,
        after: { kind: 'einstieg', min: 40_000, period: 'JAHR', source: 'quelle', gross: false },
      },
    ])
  })

  it('finds a picture again by its file or its caption', () => {
    const from = { media: [{ file: 'a', caption: 'Am Werk' }, { file: 'b' }] }
    const to = { media: [{ file: { id: 'b' } }, { file: 'c', caption: 'Am Werk' }] }
    expect(inShort(from, to)).toEqual(['moved media.1 text', 'changed media.1.file text'])
  })

  it('takes a caption by the letter', () => {
    const media = (caption: string) => ({ media: [{ file: 'a', caption }] })
    expect(inShort(media('Ausbildnug'), media('Ausbildung'))).toEqual([
      'changed media.0.caption text',
    ])
  })
})
