import { describe, expect, it } from 'vitest'
import { classifySection } from '#importing/portraits/sections/classify.ts'

function kindOf(heading: string | null, text = '') {
  return classifySection({ heading, text, placeNames: ['Bochum'] }).kind
}

describe('saying what a section is about', () => {
  it.each([
    ['Typische Aufgaben im Alltag', 'aufgaben'],
    ['Was zählt und was nicht', 'anforderungen'],
    ['Arbeitszeiten und Arbeitsplatz', 'arbeitsumfeld'],
    ['Ausbildung oder Studium?', 'zugang'],
    ['Bochumer Besonderheiten', 'regionales'],
    ['Verdienst und Ausblick', 'verdienst'],
    ['Weiterentwicklung und Ausblick', 'weiterbildung'],
    ['Perspektiven und Verdienst', 'perspektive'],
    ['Was am Monatsende auf dem Konto steht', 'verdienst'],
    ['Wer in diesem Beruf richtig ist', 'anforderungen'],
    ['Was Bochum besonders macht', 'regionales'],
    ['Was man in Bochum verdient', 'verdienst'],
    ['Wie kommt man in den Beruf?', 'zugang'],
    ['Wohin die Reise geht', 'perspektive'],
    ['6. Persönliches Fazit', 'sonstiges'],
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
