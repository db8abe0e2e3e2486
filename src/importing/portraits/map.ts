import type { SectionKind } from '#model/section-kinds.ts'
import type { BilingualText } from '#model/text.ts'
import { blockTexts, type PortraitSection, type PortraitText } from './anatomy.ts'
import { classifySection } from './classify.ts'
import { toLexicalBody, type LexicalBody } from './lexical-body.ts'
import {
  findSalaryStatements,
  type KnownSource,
  type SalaryStatement,
} from './salary-statements.ts'

export interface ImportWarning {
  line: number | null
  message: BilingualText
}

export interface MappedSection {
  kind: SectionKind
  /** 0 (a guess) to 1. */
  kindConfidence: number
  heading: string | null
  body: LexicalBody
}

/** A salary figure as the CMS keeps it, with the sentence it comes from. */
export interface MappedSalaryFigure extends Omit<SalaryStatement, 'quote' | 'sourceId'> {
  source: string | null
  statedAs: string
}

/** A portrait in the fields of the CMS, and what an editor should look at. */
export interface MappedPortrait {
  headline: string
  kicker: string
  intro: string
  seoTitle: string
  sections: MappedSection[]
  salaryFigures: MappedSalaryFigure[]
  warnings: ImportWarning[]
}

/** Below this an editor should look at what the section is about. */
const doubtful = 0.3

/** Maps a portrait's text to the fields of the CMS. */
export function mapPortrait(input: {
  portrait: PortraitText
  placeNames: string[]
  sources: KnownSource[]
}): MappedPortrait {
  const { portrait, placeNames, sources } = input
  const kicker = portrait.kickerLine ?? composeKicker(portrait)
  const sections = portrait.sections.map((section) => ({
    section,
    texts: blockTexts(section.blocks),
    ...classify(section, placeNames),
  }))
  const salaryFigures = withoutDuplicates([
    ...portrait.intro.flatMap((text) => figuresIn(text, 'sonstiges', sources)),
    ...sections.flatMap(({ texts, kind }) =>
      texts.flatMap((text) => figuresIn(text, kind, sources)),
    ),
  ])
  return {
    headline: portrait.headline ?? kicker,
    kicker,
    intro: portrait.intro.join('\n\n'),
    seoTitle: portrait.titleLine ?? '',
    sections: sections.map(({ section, kind, confidence }) => ({
      kind,
      kindConfidence: confidence,
      heading: section.heading,
      body: toLexicalBody(section.blocks),
    })),
    salaryFigures,
    warnings: [
      ...warnOfGaps(portrait),
      ...sections.flatMap(({ section, confidence }) => warnOfDoubt(section, confidence)),
      ...salaryFigures.flatMap(warnOfFigure),
    ],
  }
}

function composeKicker({ candidates: [best] }: PortraitText): string {
  if (!best) return ''
  const place = best.placeName === null ? '' : ` in ${best.placeName}`
  return `Beruf ${best.professionName}${place}`
}

function classify(section: PortraitSection, placeNames: string[]) {
  const text = blockTexts(section.blocks).join('\n')
  return classifySection({ heading: section.heading, text, placeNames })
}

function figuresIn(text: string, kind: SectionKind, sources: KnownSource[]): MappedSalaryFigure[] {
  return findSalaryStatements({ text, kind, sources }).map(({ quote, sourceId, ...figure }) => ({
    ...figure,
    source: sourceId,
    statedAs: quote,
  }))
}

/** The same figure told twice is one figure; the telling that names its source is kept. */
function withoutDuplicates(figures: MappedSalaryFigure[]): MappedSalaryFigure[] {
  const kept = new Map<string, MappedSalaryFigure>()
  for (const figure of figures) {
    const { kind, min, max, median, upperHint, period } = figure
    const key = JSON.stringify([kind, min, max, median, upperHint, period])
    const known = kept.get(key)
    if (!known || (known.source === null && figure.source !== null)) kept.set(key, figure)
  }
  return [...kept.values()]
}

function warnOfGaps({ titleLine, kickerLine, headline, intro, sections }: PortraitText) {
  const warnings: ImportWarning[] = []
  const warn = (isMissing: boolean, message: BilingualText) => {
    if (isMissing) warnings.push({ line: null, message })
  }
  warn(titleLine === null, {
    de: 'Der Seitentitel fehlt; der SEO-Titel bleibt leer.',
    en: 'The page title is missing; the SEO title stays empty.',
  })
  warn(kickerLine === null, {
    de: 'Die Dachzeile fehlt; sie ist aus dem Seitentitel gebildet.',
    en: 'The kicker is missing; it is made from the page title.',
  })
  warn(headline === null, {
    de: 'Die Überschrift fehlt; an ihrer Stelle steht die Dachzeile.',
    en: 'The headline is missing; the kicker stands in its place.',
  })
  warn(intro.length === 0, { de: 'Die Einleitung fehlt.', en: 'The intro is missing.' })
  warn(sections.length === 0, {
    de: 'Der Text hat keine Abschnitte.',
    en: 'The text has no sections.',
  })
  return warnings
}

function warnOfDoubt({ heading, line }: PortraitSection, confidence: number): ImportWarning[] {
  if (confidence >= doubtful) return []
  const name = heading === null ? '' : ` „${heading}“`
  return [
    {
      line,
      message: {
        de: `Wovon der Abschnitt${name} handelt, ist nicht sicher erkannt.`,
        en: `What the section${name} is about is not recognised for certain.`,
      },
    },
  ]
}

function warnOfFigure({ isPeriodStated, source, statedAs }: MappedSalaryFigure): ImportWarning[] {
  const warnings: ImportWarning[] = []
  if (!isPeriodStated) {
    warnings.push({
      line: null,
      message: {
        de: `Der Zeitraum steht nicht im Text, er ist nach der Höhe geschätzt: „${statedAs}“`,
        en: `The period is not stated but guessed by the amount: “${statedAs}”`,
      },
    })
  }
  if (source === null) {
    warnings.push({
      line: null,
      message: {
        de: `Die Gehaltsangabe nennt keine bekannte Quelle: „${statedAs}“`,
        en: `The salary figure names no known source: “${statedAs}”`,
      },
    })
  }
  return warnings
}
