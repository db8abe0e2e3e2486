import { expect, it } from 'vitest'
import { mapPortrait } from '#importing/portraits/reading/map.ts'
import { parsePortrait } from '#importing/portraits/text/anatomy.ts'
import { decodeText } from '#importing/portraits/file/decode.ts'
import {
  bareText,
  listPortrait,
  markdownPortrait,
  oldWindowsPortrait,
  wrappedPortrait,
} from './strangers.ts'
import { encodeWindows1252 } from './windows-1252.ts'

const sources = [{ id: 'ea', name: 'Entgeltatlas', aliases: [] }]
const utf8 = new TextEncoder()

/** What an editor would see at a glance. */
function judge(bytes: Uint8Array) {
  const portrait = parsePortrait(decodeText(bytes).text)
  const place = portrait.titleReadings[0]?.placeName ?? ''
  const mapped = mapPortrait({ portrait, placeNames: [place], sources })
  return {
    about: portrait.titleReadings[0],
    headline: mapped.headline,
    intro: mapped.intro,
    leastConfidence: Math.min(...mapped.sections.map(({ kindConfidence }) => kindConfidence)),
    outline: mapped.sections.map(({ kind, heading }, index) =>
      [
        kind,
        heading ?? '–',
        ...(portrait.sections[index]?.blocks ?? []).map(({ type }) => type),
      ].join(' | '),
    ),
    pay: mapped.salaryFigures.map(
      ({ kind, min, max, median, upperHint, period, isPeriodStated, gross, source, ...rest }) =>
        [
          kind,
          median === null ? '' : `median ${String(median)}`,
          min === null ? '' : `min ${String(min)}`,
          max === null ? '' : `max ${String(max)}`,
          upperHint === null ? '' : `hint ${String(upperHint)}`,
          period + (isPeriodStated ? '' : '?'),
          gross === null ? '' : gross ? 'gross' : 'net',
          source ?? 'unsourced',
          rest.referenceYear === null ? '' : String(rest.referenceYear),
        ]
          .filter((part) => part !== '')
          .join(' '),
    ),
    warnings: mapped.warnings.map(({ line, message }) => `${String(line)} ${message.en}`),
  }
}

it('reads a wrapped portrait without blank lines', () => {
  const { headline, intro, outline, pay, warnings, leastConfidence } = judge(
    utf8.encode(wrappedPortrait),
  )
  expect(headline).toBe(
    'Balken, Bögen, Baudenkmal: Zimmererhandwerk zwischen Altstadt und Neubaugebiet',
  )
  expect(intro).toMatch(/^Wer in Regensburg aus .* Ruhe bringen lassen\.$/u)
  expect(outline).toEqual([
    'aufgaben | Die Aufgaben: vom Abbund bis zum Richtfest | paragraph',
    'anforderungen | Was man mitbringen sollte | paragraph',
    'regionales | Regensburger Besonderheiten | paragraph',
    'verdienst | Was verdient ein Zimmerer? | paragraph',
    'perspektive | Ausblick | paragraph',
  ])
  expect(pay).toEqual([
    'einstieg min 2700 max 2900 MONAT gross unsourced',
    'spanne min 3400 max 3400 MONAT unsourced',
    'spanne hint 4000 MONAT unsourced',
  ])
  expect(warnings).toEqual([
    '25 The salary figure names no source: “Zum Einstieg sind 2.700 bis 2.900 Euro brutto im Monat üblich.”',
    '25 The salary figure names no source: “Mit Erfahrung und als Vorarbeiter werden daraus 3.400 Euro, und wer einen…”',
  ])
  expect(leastConfidence).toBeGreaterThan(0.9)
})

it('sorts a text without headings', () => {
  const { about, headline, outline, pay, warnings, leastConfidence } = judge(utf8.encode(bareText))
  expect(about).toEqual({
    professionName: 'Medizinische/r Fachangestellte/r',
    placeName: 'Erfurt',
  })
  expect(headline).toBe('Beruf Medizinische Fachangestellte in Erfurt')
  expect(outline).toEqual([
    'aufgaben | – | paragraph',
    'anforderungen | – | paragraph',
    'zugang | – | paragraph',
    'verdienst | – | paragraph | paragraph',
  ])
  expect(pay).toEqual([
    'einstieg min 2400 max 2400 MONAT gross unsourced',
    'spanne min 3000 max 3000 MONAT unsourced',
    'spanne max 3300 MONAT unsourced',
  ])
  expect(warnings).toEqual([
    'null The headline is missing; the kicker stands in its place.',
    '7 The salary figure names no source: “Einsteigerinnen erhalten etwa 2.400 Euro brutto monatlich.”',
    '7 The salary figure names no source: “Nach zehn Berufsjahren sind es rund 3.000 Euro, in großen Praxen bis zu 3.300…”',
  ])
  expect(leastConfidence).toBeLessThan(0.7)
})

it('reads a file of an old Windows program, with several paragraphs under a heading', () => {
  const { headline, intro, outline, pay, warnings } = judge(encodeWindows1252(oldWindowsPortrait))
  expect(headline).toBe('Gäste sind auch nur Menschen – aber was für welche!')
  expect(intro.split('\n\n')).toHaveLength(2)
  expect(intro).toContain('„Zur erfundenen Möwe“')
  expect(outline).toEqual([
    'aufgaben | Empfang, Etage, Küche: ein Beruf, viele Aufgaben | paragraph | paragraph',
    'arbeitsumfeld | Arbeitszeiten und Team | paragraph',
    'verdienst | Lohn und Trinkgeld | paragraph',
    'sonstiges | Fazit | paragraph',
  ])
  expect(pay).toEqual([
    'spanne min 14.5 max 17 STUNDE unsourced',
    'spanne min 2500 max 2900 MONAT gross unsourced',
  ])
  expect(warnings).toHaveLength(2)
})

it('reads lists, pay in lists, and names as addresses carry them', () => {
  const { about, outline, pay, warnings } = judge(utf8.encode(listPortrait))
  expect(about).toEqual({ professionName: 'Anlagenmechaniker SHK', placeName: 'Münster' })
  expect(outline).toEqual([
    'aufgaben | Typische Tätigkeiten | list',
    'zugang | Wege in den Beruf: Ausbildung oder Umschulung? | paragraph',
    'verdienst | Verdienst in Zahlen | paragraph | list | paragraph',
    'weiterbildung | Weiterbildung | paragraph',
  ])
  expect(pay).toEqual([
    'einstieg min 2800 max 2800 MONAT gross unsourced 2024',
    'spanne min 3200 max 3600 MONAT gross unsourced 2024',
    'spanne min 3500 MONAT gross unsourced 2024',
    'spanne min 50000 JAHR unsourced',
  ])
  expect(warnings).toEqual([
    '21 The source “Innungsspiegel” is not known in the CMS: “Berufseinstieg: 2.800 Euro”',
    '21 The source “Innungsspiegel” is not known in the CMS: “mit Erfahrung: 3.200–3.600 Euro”',
    '21 The source “Innungsspiegel” is not known in the CMS: “Kundendienst: ab 3.500 Euro”',
    '31 The salary figure names no source: “Wer den Meister macht, zahlt Gebühren von etwa 7.500 Euro und verdient danach…”',
  ])
})

it('reads the marks of Markdown, nationwide', () => {
  const { about, headline, outline, pay, warnings } = judge(utf8.encode(markdownPortrait))
  expect(about).toEqual({ professionName: 'Logopäd:in', placeName: null })
  expect(headline).toBe('Worte finden, wo sie fehlen')
  expect(outline).toEqual([
    'aufgaben | Was zu tun ist | paragraph',
    'verdienst | Was verdient man? | subheading | paragraph | subheading | paragraph',
    'perspektive | Wie geht es weiter? | paragraph',
  ])
  expect(pay).toEqual([
    'einstieg min 36000 max 36000 JAHR gross unsourced',
    'median median 3350 MONAT ea 2024',
    'spanne min 48000 max 54000 JAHR unsourced',
  ])
  expect(warnings).toEqual([
    '17 The source “Lohnspiegel der Beispielstadt” is not known in the CMS: “Laut Lohnspiegel der Beispielstadt beginnen Fachkräfte mit 36.000 Euro brutto…”',
    '21 The salary figure names no source: “Das Jahresgehalt in Leitungen: 48.000 bis 54.000 €.”',
  ])
})
