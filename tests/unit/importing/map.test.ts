import { describe, expect, it } from 'vitest'
import { parsePortrait } from '#importing/portraits/text/anatomy.ts'
import { toLexicalBody } from '#importing/portraits/text/lexical-body.ts'
import { mapPortrait } from '#importing/portraits/reading/map.ts'
import { samplePortrait } from './sample.ts'
import { plainTextOf } from '#rich-text/plain-text.ts'

const sources = [{ id: 'ea', name: 'Entgeltatlas', aliases: [] }]

function map(text: string) {
  return mapPortrait({ portrait: parsePortrait(text), placeNames: ['Musterhausen'], sources })
}

describe('mapping a portrait to the fields of the CMS', () => {
  const mapped = map(samplePortrait)

  it('fills title, kicker, headline and intro', () => {
    expect(mapped).toMatchObject({
      seoTitle: 'Bäcker/in Jobs & Stellenangebote in Musterhausen',
      kicker: 'Beruf Bäcker in Musterhausen',
      headline: 'Früh auf den Beinen: Backen in Musterhausen',
    })
    expect(mapped.intro).toContain('Langschläfer')
  })

  it('says what the sections are about', () => {
    expect(mapped.sections.map(({ kind }) => kind)).toEqual([
      'aufgaben',
      'anforderungen',
      'verdienst',
    ])
    expect(plainTextOf(mapped.sections[1]?.body)).toBe('Sorgfalt\nFreude am Handwerk')
  })

  it('takes the salary figures with their wording', () => {
    expect(mapped.salaryFigures).toMatchObject([
      { kind: 'einstieg', min: 2400, max: 2700, period: 'MONAT', gross: true, source: null },
      { kind: 'median', median: 2900, source: 'ea', referenceYear: 2024, isPeriodStated: true },
    ])
    expect(mapped.salaryFigures[0]?.statedAs).toMatch(/^Einsteiger erhalten .* im Monat\.$/u)
  })

  it('warns of the missing source at the line of its paragraph', () => {
    expect(mapped.warnings).toMatchObject([
      { line: 11, message: { en: expect.stringContaining('names no source') as string } },
    ])
  })

  it('warns of a guessed period, and once of a sentence with two figures', () => {
    const { salaryFigures, warnings } = map(
      'Beruf Koch\nKopf ohne Punkt\nEs gibt viel zu tun, jeden Tag.\nVerdienst\n' +
        'Gezahlt werden 2.600 €, mit Erfahrung auch 3.200 €.',
    )
    expect(salaryFigures).toHaveLength(2)
    expect(warnings.filter(({ line }) => line === 5).map(({ message }) => message.en)).toEqual([
      'The period is not stated but guessed by the amount: “Gezahlt werden 2.600 €, mit Erfahrung auch 3.200 €.”',
      'The salary figure names no source: “Gezahlt werden 2.600 €, mit Erfahrung auch 3.200 €.”',
    ])
  })

  it('names a source that the CMS does not know, and shortens long quotes', () => {
    const { warnings } = map(
      'Beruf Koch\nKopf ohne Punkt\nEs gibt viel zu tun, jeden Tag.\nVerdienst\n' +
        'Laut Gehaltsspiegel der Küchen sind es für gelernte Kräfte in großen Häusern 2.600 € im Monat.',
    )
    expect(warnings.at(-1)?.message.en).toBe(
      'The source “Gehaltsspiegel der Küchen” is not known in the CMS: ' +
        '“Laut Gehaltsspiegel der Küchen sind es für gelernte Kräfte in großen Häusern…”',
    )
  })

  it('reads the pay of a list with the line that leads to it', () => {
    const { salaryFigures } = map(
      'Beruf Koch\nKopf ohne Punkt\nEs gibt viel zu tun, jeden Tag.\nVerdienst\n' +
        'So hoch ist das Monatsgehalt:\n- Einstieg: 2.600 €\n- mit Erfahrung: 3.200 €',
    )
    expect(salaryFigures).toMatchObject([
      { kind: 'einstieg', min: 2600, period: 'MONAT', isPeriodStated: true },
      { kind: 'spanne', min: 3200, period: 'MONAT', isPeriodStated: true },
    ])
  })

  it('reads the pay in headline and headings', () => {
    const { salaryFigures } = map(
      'Beruf Koch\nBis zu 3.800 € Gehalt im Monat\nEs gibt viel zu tun, jeden Tag.\n' +
        'Verdienst: ab 2.600 € im Monat\nMehr ist dazu nicht zu sagen, jedenfalls nicht an dieser Stelle.',
    )
    expect(salaryFigures).toMatchObject([{ max: 3800 }, { min: 2600 }])
  })

  it('keeps figures apart that differ in their quartiles only', () => {
    const { salaryFigures } = map(
      'Beruf Koch\nKopf ohne Punkt\nEs gibt viel zu tun, jeden Tag.\nVerdienst\n' +
        'Das untere Quartil liegt bei 2.600 € im Monat. Das obere Quartil liegt bei 3.900 € im Monat.',
    )
    expect(salaryFigures).toMatchObject([
      { q25: 2600, q75: null },
      { q25: null, q75: 3900 },
    ])
  })

  it('takes the source from a note below the paragraph', () => {
    const { salaryFigures } = map(
      'Beruf Koch\nKopf ohne Punkt\nEs gibt viel zu tun, jeden Tag.\nVerdienst\n' +
        'Es sind 2.600 € im Monat.\nQuelle: Entgeltatlas, Stand 2024',
    )
    expect(salaryFigures).toMatchObject([{ source: 'ea', referenceYear: 2024 }])
  })

  it('lets the kicker serve as headline, with a warning', () => {
    const { headline, warnings } = map(
      'Beruf Koch in Köln\nEs gibt viel zu tun. Das ist gut so.\nAufgaben im Alltag\n' +
        'Kochen, abschmecken, anrichten und die Küche wieder sauber machen.',
    )
    expect(headline).toBe('Beruf Koch in Köln')
    expect(warnings.map(({ message }) => message.de)).toContain(
      'Die Überschrift fehlt; an ihrer Stelle steht die Dachzeile.',
    )
  })

  it('makes a missing kicker from the title', () => {
    expect(map('Koch Jobs und Stellenangebote in Köln\nEs gibt viel zu tun.').kicker).toBe(
      'Beruf Koch in Köln',
    )
  })

  it('takes a figure that is told twice once, with its source', () => {
    const { salaryFigures } = map(
      'Beruf Koch\nKopf ohne Punkt\nDas Gehalt liegt bei 3.000 € im Monat.\nVerdienst\n' +
        'Laut Entgeltatlas sind es 3.000 € im Monat, und das ist der ganze Verdienst.',
    )
    expect(salaryFigures).toMatchObject([{ min: 3000, source: 'ea' }])
  })
})

describe('bodies', () => {
  const body = toLexicalBody([
    { type: 'paragraph', text: 'Ein Absatz', line: 1 },
    { type: 'list', ordered: true, line: 2, items: [{ text: 'Eins', line: 2 }] },
  ])

  it('are editor states with paragraphs and lists', () => {
    expect(body.root.children).toMatchObject([
      { type: 'paragraph', children: [{ type: 'text', text: 'Ein Absatz', mode: 'normal' }] },
      { type: 'list', listType: 'number', tag: 'ol', start: 1, children: [{ value: 1 }] },
    ])
  })

  it('give their texts back', () => {
    expect(plainTextOf(body)).toBe('Ein Absatz\nEins')
  })
})
