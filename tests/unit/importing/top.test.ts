import { describe, expect, it } from 'vitest'
import { PortraitTextError } from '#importing/portraits/file/errors.ts'
import { parsePortrait } from '#importing/portraits/text/anatomy.ts'

const long =
  'Dieser Absatz ist ein ganz gewöhnlicher Absatz, der nichts Besonderes erzählt. '.repeat(2)

function parse(...top: string[]) {
  return parsePortrait([...top, long].join('\n'))
}

function titleOf(line: string) {
  return parse(line).titleReadings
}

function failure(text: string): unknown {
  try {
    return parsePortrait(text)
  } catch (error) {
    return error
  }
}

describe('the title', () => {
  it.each([
    'IT Leiter Jobs und Stellenangebote in Bochum',
    'IT Leiter  Jobs  &  Stellenangebote in Bochum',
    'IT Leiter JOBS UND STELLENANGEBOTE IN Bochum',
    'IT Leiter Stellenangebote und Jobs in Bochum',
    'IT Leiter – Jobs und Stellenangebote in Bochum',
    'IT Leiter: Jobs und Stellenangebote in Bochum | Portal',
    'IT Leiter Jobs und Stellenangebote in Bochum.',
    'IT Leiter Jobs in Bochum',
    'IT Leiter Stellenangebote in Bochum',
    'Jobs und Stellenangebote für IT Leiter in Bochum',
    'Jobs und Stellenangebote: IT Leiter in Bochum',
    'Stellenangebote IT Leiter in Bochum',
    'Jobs als IT Leiter in Bochum',
    'Aktuelle IT Leiter Jobs und Stellenangebote in Bochum',
    'IT%20Leiter Jobs und Stellenangebote in Bochum',
    'Titel: IT Leiter Jobs und Stellenangebote in 44787 Bochum',
    'IT Leiter Jobs und Stellenangebote in Bochum und Umgebung',
  ])('gives profession and place: "%s"', (title) => {
    expect(titleOf(title)[0]).toEqual({ professionName: 'IT Leiter', placeName: 'Bochum' })
  })

  it.each([
    ['IT Leiter (m/w/d) Jobs und Stellenangebote in Köln', 'IT Leiter (m/w/d)', 'Köln'],
    ['Koch Jobs und Stellenangebote in K%C3%B6ln', 'Koch', 'Köln'],
    ['K%C3%B6chin Jobs und Stellenangebote in D%FCsseldorf', 'Köchin', 'Düsseldorf'],
    ['Koch Jobs und Stellenangebote in Duesseldorf', 'Koch', 'Duesseldorf'],
    ['Koch Jobs und Stellenangebote in duesseldorf', 'Koch', 'duesseldorf'],
    ['Koch Jobs und Stellenangebote in Frankfurt am Main', 'Koch', 'Frankfurt am Main'],
    ['Koch Jobs und Stellenangebote in Frankfurt a. M.', 'Koch', 'Frankfurt a. M.'],
    ['Koch Jobs und Stellenangebote in Halle (Saale)', 'Koch', 'Halle (Saale)'],
    ['Koch Jobs und Stellenangebote in Köln (NRW)', 'Koch', 'Köln'],
    ['Koch Jobs und Stellenangebote im Rhein-Sieg-Kreis', 'Koch', 'Rhein-Sieg-Kreis'],
    ['Koch Jobs und Stellenangebote auf Sylt', 'Koch', 'Sylt'],
    [
      'Fachkraft in der Pflege Jobs und Stellenangebote in Weiden in der Oberpfalz',
      'Fachkraft in der Pflege',
      'Weiden in der Oberpfalz',
    ],
  ])('reads "%s"', (title, professionName, placeName) => {
    expect(titleOf(title)[0]).toEqual({ professionName, placeName })
  })

  it.each([
    'Koch Jobs und Stellenangebote',
    'Koch Jobs und Stellenangebote in Deutschland',
    'Koch Jobs und Stellenangebote bundesweit',
    'Jobs und Stellenangebote für Koch',
  ])('is nationwide: "%s"', (title) => {
    expect(titleOf(title)).toEqual([{ professionName: 'Koch', placeName: null }])
  })

  it('is put together where it was wrapped', () => {
    const { titleLine, kickerLine } = parse(
      'Fachkraft für Lebensmitteltechnik Jobs und Stellenangebote in Weiden in der',
      'Oberpfalz',
      'Beruf Fachkraft für Lebensmitteltechnik in Weiden in der Oberpfalz',
    )
    expect(titleLine).toMatch(/ in Weiden in der Oberpfalz$/u)
    expect(kickerLine).toMatch(/^Beruf/u)
  })
})

describe('the kicker', () => {
  it('does alone, and gives every reading of it', () => {
    expect(parse('Beruf Koch in Weiden in der Oberpfalz').kickerReadings).toEqual([
      { professionName: 'Koch', placeName: 'Weiden in der Oberpfalz' },
      { professionName: 'Koch in Weiden in der Oberpfalz', placeName: null },
      { professionName: 'Koch in Weiden', placeName: 'der Oberpfalz' },
    ])
  })

  it.each(['Berufsbild Koch in Köln', 'Beruf: Koch in Köln', 'Berufsporträt: Koch in K%C3%B6ln'])(
    'may be "%s"',
    (kicker) => {
      expect(parse(kicker).kickerReadings[0]).toEqual({ professionName: 'Koch', placeName: 'Köln' })
    },
  )

  it('takes "in der Pflege" for a part of the profession first', () => {
    const readings = (kicker: string) => parse(kicker).kickerReadings[0]
    expect(readings('Beruf Fachkraft in der Pflege')).toEqual({
      professionName: 'Fachkraft in der Pflege',
      placeName: null,
    })
    expect(readings('Beruf Fachkraft in der Pflege in Köln')).toEqual({
      professionName: 'Fachkraft in der Pflege',
      placeName: 'Köln',
    })
  })

  it.each(['Beruf und Berufung', 'Beruf mit Zukunft in Köln', 'Beruf Koch: heiß und fettig'])(
    'is not "%s" below a title',
    (headline) => {
      const portrait = parse('Koch Jobs und Stellenangebote in Köln', headline)
      expect(portrait.kickerLine).toBeNull()
      expect(portrait.headline?.text).toBe(headline)
    },
  )

  it.each([
    ['Koch', 'Der Beruf des Kochs in Köln', 'Köln'],
    ['Koch', 'Der Beruf Koch in Köln', 'Köln'],
    ['Koch', 'Das Berufsbild der Köchin in Köln', 'Köln'],
    ['Koch', 'Berufsbild des Kochs', null],
    ['Tierarzt', 'Der Beruf des Tierarztes in Köln', 'Köln'],
    ['Logopäde', 'Beruf des Logopäden in Köln', 'Köln'],
    ['Bankkaufmann', 'Der Beruf der Bankkauffrau in Köln', 'Köln'],
    [
      'Medizinische/r Fachangestellte/r',
      'Der Beruf der Medizinischen Fachangestellten in Köln',
      'Köln',
    ],
    ['Fachkraft in der Pflege', 'Der Beruf der Fachkraft in der Pflege in Köln', 'Köln'],
  ])('may decline the profession of the title "%s": "%s"', (professionName, kicker, placeName) => {
    const portrait = parse(`${professionName} Jobs und Stellenangebote in Köln`, kicker, 'Kopf')
    expect(portrait.kickerLine).toBe(kicker)
    expect(portrait.kickerReadings[0]).toEqual({ professionName, placeName })
    expect(portrait.headline?.text).toBe('Kopf')
  })

  it.each([
    'Der Beruf des Lebens in Köln',
    'Der Beruf Koch im Wandel',
    'Der Beruf des Kochs, neu erzählt',
    'Der Beruf des Kochs in Köln: heiß und fettig',
  ])('is not "%s", which names another thing', (headline) => {
    const portrait = parse('Koch Jobs und Stellenangebote in Köln', headline)
    expect(portrait.kickerLine).toBeNull()
    expect(portrait.headline?.text).toBe(headline)
  })

  it('keeps the declined profession for the headline below another kicker', () => {
    const title = 'Koch Jobs und Stellenangebote in Köln'
    expect(parse(title, 'Beruf Koch in Köln', 'Der Beruf des Kochs in Köln').headline?.text).toBe(
      'Der Beruf des Kochs in Köln',
    )
  })

  it('may stand above the title', () => {
    const portrait = parse('Beruf Koch in Köln', 'Koch Jobs und Stellenangebote in Köln')
    expect([portrait.titleLine, portrait.kickerLine]).toEqual([
      'Koch Jobs und Stellenangebote in Köln',
      'Beruf Koch in Köln',
    ])
  })
})

describe('a text that opens otherwise', () => {
  it.each([
    ['Steve Jobs', 'Neither a title'],
    ['Viele Koch Jobs in Köln sind befristet.', 'no name of a place'],
    ['Aktuelle Jobs in Köln', 'Neither a title'],
    ['Jobs und Stellenangebote in Köln', 'names no profession'],
    ['Koch Jobs und Stellenangebote in', 'names no place'],
    ['{Beruf} Jobs und Stellenangebote in {Ort}', 'placeholder'],
    ['Koch Jobs und Stellenangebote in undefined', 'placeholder'],
    ['Ein Brief an die Redaktion', 'Neither a title'],
  ])('is refused: "%s"', (line, reason) => {
    const error = failure(`\n\n${line}\n${long}`)
    expect(error).toBeInstanceOf(PortraitTextError)
    expect(error).toMatchObject({ line: 3, message: expect.stringContaining(reason) as string })
  })

  it('is refused where nothing follows title and kicker, at the last line', () => {
    expect(failure('Koch Jobs und Stellenangebote in Köln\nBeruf Koch in Köln\n\n')).toMatchObject({
      line: 2,
      message: 'No text follows the title and the kicker.',
    })
  })
})
