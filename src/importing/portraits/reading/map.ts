import type { SectionKind } from '#model/section-kinds.ts'
import {
  figuresIn,
  withoutRepetitions,
  type FoundFigure,
  type MappedSalaryFigure,
} from '../salary/figures.ts'
import type { KnownSource } from '../salary/references.ts'
import { classifySection } from '../sections/classify.ts'
import { blockTexts, type PortraitText } from '../text/anatomy.ts'
import type { Block, PortraitSection } from '../text/body.ts'
import { toLexicalBody, type LexicalBody } from '../text/lexical-body.ts'
import {
  warnOfDoubt,
  warnOfFigure,
  warnOfGaps,
  withoutRepeatedWarnings,
  type ImportWarning,
} from './warnings.ts'

export interface MappedSection {
  kind: SectionKind
  /** 0 (a guess) to 1. */
  kindConfidence: number
  heading: string | null
  body: LexicalBody
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

/** Maps a portrait's text to the fields of the CMS. */
export function mapPortrait(input: {
  portrait: PortraitText
  placeNames: string[]
  sources: readonly KnownSource[]
}): MappedPortrait {
  const { portrait, placeNames, sources } = input
  const kicker = portrait.kickerLine ?? composeKicker(portrait)
  const sections = portrait.sections.map((section) => ({
    section,
    ...classify(section, placeNames),
  }))
  const found = withoutRepetitions([
    ...figuresOfIntro(portrait, sources),
    ...sections.flatMap(({ section, kind }) => figuresIn({ ...section, kind, sources })),
  ])
  return {
    headline: portrait.headline?.text ?? kicker,
    kicker,
    intro: portrait.intro.map(({ text }) => text).join('\n\n'),
    seoTitle: portrait.titleLine ?? '',
    sections: sections.map(({ section, kind, confidence }) => ({
      kind,
      kindConfidence: confidence,
      heading: section.heading,
      body: toLexicalBody(section.blocks),
    })),
    salaryFigures: found.map(({ figure }) => figure),
    warnings: withoutRepeatedWarnings([
      ...warnOfGaps(portrait),
      ...sections.flatMap(({ section, confidence }) => warnOfDoubt(section, confidence)),
      ...found.flatMap(warnOfFigure),
    ]),
  }
}

function composeKicker({ titleReadings: [best] }: PortraitText): string {
  if (!best) return ''
  const place = best.placeName === null ? '' : ` in ${best.placeName}`
  return `Beruf ${best.professionName}${place}`
}

function classify(section: PortraitSection, placeNames: string[]) {
  const text = blockTexts(section.blocks).join('\n')
  return classifySection({ heading: section.heading, text, placeNames })
}

function figuresOfIntro(
  { headline, intro, topLine }: PortraitText,
  sources: readonly KnownSource[],
): FoundFigure[] {
  const paragraphs = headline === null ? intro : [headline, ...intro]
  const blocks = paragraphs.map((paragraph): Block => ({ type: 'paragraph', ...paragraph }))
  return figuresIn({ blocks, kind: 'sonstiges', heading: null, line: topLine, sources })
}
