import type { BilingualText } from '#model/text.ts'
import type { FoundFigure } from '../salary/figures.ts'
import type { PortraitSection } from '../text/body.ts'
import type { PortraitText } from '../text/anatomy.ts'

/** What an editor should look at, at its line (1-based) in the file. */
export interface ImportWarning {
  line: number | null
  message: BilingualText
}

/** Told where an import replaced what people had changed since the one before. */
export const editsReplaced: ImportWarning = {
  line: null,
  message: {
    de: 'Änderungen seit dem letzten Import sind ersetzt; die Versionen bewahren sie.',
    en: 'Edits made since the last import were replaced; the versions keep them.',
  },
}

/** Below this an editor should look at what the section is about. */
const doubtful = 0.3
const longestQuote = 80

/** Warns of the parts of a portrait that are missing. */
export function warnOfGaps(portrait: PortraitText): ImportWarning[] {
  const { titleLine, kickerLine, headline, intro, sections } = portrait
  const gaps: [isMissing: boolean, message: BilingualText][] = [
    [
      titleLine === null,
      {
        de: 'Der Seitentitel fehlt; der SEO-Titel bleibt leer.',
        en: 'The page title is missing; the SEO title stays empty.',
      },
    ],
    [
      kickerLine === null,
      {
        de: 'Die Dachzeile fehlt; sie ist aus dem Seitentitel gebildet.',
        en: 'The kicker is missing; it is made from the page title.',
      },
    ],
    [
      headline === null,
      {
        de: 'Die Überschrift fehlt; an ihrer Stelle steht die Dachzeile.',
        en: 'The headline is missing; the kicker stands in its place.',
      },
    ],
    [intro.length === 0, { de: 'Die Einleitung fehlt.', en: 'The intro is missing.' }],
    [
      sections.length === 0,
      { de: 'Der Text hat keine Abschnitte.', en: 'The text has no sections.' },
    ],
  ]
  return gaps.flatMap(([isMissing, message]) => (isMissing ? [{ line: null, message }] : []))
}

/** Says whether the kind of a section is recognised so faintly that an editor should look. */
export function isDoubtful(confidence: number): boolean {
  return confidence < doubtful
}

/** Warns of a section whose kind is not recognised for certain. */
export function warnOfDoubt(
  { heading, line, blocks }: PortraitSection,
  confidence: number,
): ImportWarning[] {
  if (!isDoubtful(confidence)) return []
  const [first] = blocks
  const opening = first === undefined || first.type === 'list' ? '' : first.text
  const name = shorten(heading ?? opening)
  return [
    {
      line,
      message: {
        de: `Wovon der Abschnitt „${name}“ handelt, ist nicht sicher erkannt.`,
        en: `What the section “${name}” is about is not recognised for certain.`,
      },
    },
  ]
}

/** Warns of what a salary figure leaves out: its period, its source. */
export function warnOfFigure({ figure, line, unknownSource }: FoundFigure): ImportWarning[] {
  const quote = shorten(figure.statedAs)
  const warnings: ImportWarning[] = []
  if (!figure.isPeriodStated) {
    warnings.push({
      line,
      message: {
        de: `Der Zeitraum steht nicht im Text, er ist nach der Höhe geschätzt: „${quote}“`,
        en: `The period is not stated but guessed by the amount: “${quote}”`,
      },
    })
  }
  if (figure.source === null) {
    warnings.push({
      line,
      message:
        unknownSource === null
          ? {
              de: `Die Gehaltsangabe nennt keine Quelle: „${quote}“`,
              en: `The salary figure names no source: “${quote}”`,
            }
          : {
              de: `Die Quelle „${unknownSource}“ ist im CMS nicht bekannt: „${quote}“`,
              en: `The source “${unknownSource}” is not known in the CMS: “${quote}”`,
            },
    })
  }
  return warnings
}

/** What is said twice about the same sentence is told once. */
export function withoutRepeatedWarnings(warnings: readonly ImportWarning[]): ImportWarning[] {
  return [
    ...new Map(
      warnings.map((warning) => [JSON.stringify([warning.line, warning.message]), warning]),
    ).values(),
  ]
}

/** A text of at most 80 characters, cut between words, with … where something is left out. */
export function shorten(text: string): string {
  const letters = [...text.replace(/\s+/gu, ' ')]
  if (letters.length <= longestQuote) return letters.join('')
  const start = letters.slice(0, longestQuote - 1).join('')
  const cut = start.lastIndexOf(' ')
  return `${cut > longestQuote / 2 ? start.slice(0, cut) : start}…`
}
