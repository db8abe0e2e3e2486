import { describe, expect, it } from 'vitest'
import { digestOf } from '#portrait/digest.ts'
import { bodyOf } from '#support/factories.ts'

const document = {
  profession: 'p',
  headline: 'Überschrift',
  sections: [{ id: '1', kind: 'aufgaben', heading: null, body: bodyOf('Text') }],
  salaryFigures: [{ min: 1, max: 2, period: 'JAHR' }],
}

describe('the digest', () => {
  it('is the same for the same text, whatever the ids, order of keys and empty fields', () => {
    const other = {
      salaryFigures: [{ period: 'JAHR', max: 2, min: 1, source: null, id: 'x' }],
      sections: [{ id: '2', body: bodyOf('Text'), kind: 'aufgaben' }],
      headline: 'Überschrift',
      intro: '',
      profession: { id: 'p', name: 'populated' },
      updatedAt: 'later',
      author: 'somebody',
    }
    expect(digestOf(other)).toBe(digestOf(document))
  })

  it.each([
    [{ headline: 'Überschrift.' }],
    [{ profession: 'q' }],
    [{ sections: [] }],
    [{ sections: [{ kind: 'zugang', body: bodyOf('Text') }] }],
    [{ sections: [{ kind: 'aufgaben', body: bodyOf('Text!') }] }],
    [{ salaryFigures: [{ min: 1, max: 3, period: 'JAHR' }] }],
    [{ salaryFigures: [{ min: 1, max: 2, period: 'MONAT' }] }],
    [{ sources: ['s'] }],
    [{ media: [{ file: 'f' }] }],
    [{ seo: { title: 'T' } }],
    [{ sites: ['s'] }],
    [{ provenance: { origin: 'ai-generated' } }],
  ])('changes with what a reader sees: %j', (change) => {
    expect(digestOf({ ...document, ...change })).not.toBe(digestOf(document))
  })

  it('leaves out what an editor changes by merely opening a text', () => {
    const opened = bodyOf('Text')
    const touched = { root: { ...opened.root, direction: null, version: 2 } }
    const sections = [{ kind: 'aufgaben', body: touched }]
    expect(digestOf({ ...document, sections })).toBe(digestOf(document))
  })
})
