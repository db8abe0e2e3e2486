import { describe, expect, it } from 'vitest'
import { classifySection } from '#importing/portraits/classify.ts'

function kindOf(heading: string | null, text = '') {
  return classifySection({ heading, text, placeNames: ['Leverkusen'] }).kind
}

describe('saying what a section is about', () => {
  it.each([
    ['Typische Aufgaben im Alltag', 'aufgaben'],
    ['Was zählt: ein klarer Kopf', 'anforderungen'],
    ['Arbeitszeiten und Arbeitsplatz', 'arbeitsumfeld'],
    ['Ausbildung oder Studium?', 'zugang'],
    ['Leverkusener Besonderheiten', 'regionales'],
    ['Verdienst und Perspektive', 'verdienst'],
    ['Weiterentwicklung und Zukunftsaussichten', 'weiterbildung'],
    ['Perspektiven und Verdienst', 'perspektive'],
  ])('reads the heading "%s" as %s', (heading, kind) => {
    expect(kindOf(heading)).toBe(kind)
  })

  it('lets the heading outweigh the text', () => {
    expect(kindOf('Aufgaben', 'Gehalt und Lohn, Lohn und Gehalt, und noch mehr Verdienst.')).toBe(
      'aufgaben',
    )
  })

  it('goes by the text where there is no heading, and is less sure', () => {
    const text = 'Das Gehalt liegt bei 3.000 € brutto.'
    const bare = classifySection({ heading: null, text, placeNames: [] })
    const headed = classifySection({ heading: 'Gehalt', text, placeNames: [] })
    expect(bare.kind).toBe('verdienst')
    expect(bare.confidence).toBeLessThan(headed.confidence)
    expect(headed.confidence).toBeLessThanOrEqual(1)
  })

  it('does not take "gehalten" for pay', () => {
    expect(kindOf('Kurz gehalten')).toBe('sonstiges')
  })

  it('owns up to knowing nothing', () => {
    expect(classifySection({ heading: 'Dies und das', text: '', placeNames: [] })).toEqual({
      kind: 'sonstiges',
      confidence: 0,
    })
  })
})
