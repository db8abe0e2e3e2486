import { describe, expect, it } from 'vitest'
import { sentencesOf } from '#quality/german/sentences.ts'
import { examine, inspect } from '#quality/inspect.ts'
import { findReadability } from '#quality/reading/readability.ts'
import { bodyOf, faultless } from './texts.ts'

const measuresOf = (document: Record<string, unknown>) =>
  examine('regional-sections', document).measures

describe('measuring a document', () => {
  it('counts the words of the introduction and of each section', () => {
    const measures = measuresOf({
      kicker: 'Das zählt nicht',
      intro: 'Zwei Wörter.',
      sections: [
        { kind: 'aufgaben', body: bodyOf('Hier sind fünf einfache Wörter.') },
        { kind: 'unbekannt', body: bodyOf('Eins.', 'Und zwei.') },
        { kind: 'zugang' },
      ],
    })
    expect(measures.words).toBe(10)
    expect(measures.sections).toEqual([
      { path: 'sections.0', kind: 'aufgaben', words: 5 },
      { path: 'sections.1', kind: null, words: 3 },
      { path: 'sections.2', kind: 'zugang', words: 0 },
    ])
  })

  it.each([
    { words: 0, minutes: 0 },
    { words: 1, minutes: 1 },
    { words: 200, minutes: 1 },
    { words: 500, minutes: 3 },
  ])('reads $words words in $minutes minutes', ({ words, minutes }) => {
    expect(measuresOf({ intro: 'Wort '.repeat(words) }).readingMinutes).toBe(minutes)
  })

  it('takes whatever a form holds while it is filled in', () => {
    for (const document of [{}, { sections: 3, intro: 7 }, { sections: [null, { body: 'x' }] }]) {
      expect(measuresOf(document)).toMatchObject({ words: 0, readability: null })
    }
  })

  it('finds what a transition finds', () => {
    const document = { ...faultless(), intro: '', sections: [{ body: bodyOf('12 Prozent.') }] }
    expect(examine('regional-sections', document).findings).toEqual(
      inspect('regional-sections', document),
    )
  })
})

describe('readability by the first Wiener Sachtextformel', () => {
  const of = (text: string) => findReadability(sentencesOf(text))

  it('is what the formula gives, worked out by hand', () => {
    // Each sentence: four words of one syllable, one of two, one of three with more than six letters.
    const sentence = 'Wir sind heute in der Verwaltung. '
    // MS 16.67, SL 6, IW 16.67, ES 66.67: 3.225 + 1.003 + 2.162 − 2.18 − 0.875 = 3.335, held at 4.
    expect(of(sentence.repeat(20))).toEqual({ grade: 4, level: 'veryEasy' })
    // MS 50, SL 4, IW 50, ES 25: 9.675 + 0.669 + 6.485 − 0.818 − 0.875 = 15.136, held at 15.
    expect(of('Die Verwaltung braucht Ausbildung. '.repeat(30))?.grade).toBe(15)
    // MS 33.33, SL 6, IW 33.33, ES 50: 6.45 + 1.003 + 4.323 − 1.635 − 0.875 = 9.266.
    expect(of('Die Verwaltung ist für Ausbildung offen. '.repeat(20))).toEqual({
      grade: 9.3,
      level: 'medium',
    })
  })

  it('says nothing of fewer than a hundred words, and counts no numbers', () => {
    expect(of('Wort '.repeat(99))).toBeNull()
    expect(of('Wort '.repeat(99) + '1 2 3')).toBeNull()
    expect(of('Wort '.repeat(100))).not.toBeNull()
  })
})
