import type { SectionKind } from '#model/section-kinds.ts'
import { withoutInvisible } from '../file/invisible.ts'
import type { Block, Paragraph } from '../text/body.ts'
import { reach, type KnownSource } from './references.ts'
import type { SalaryStatement } from './statement.ts'
import { findSalaryStatements } from './statements.ts'

/** A salary figure as the CMS keeps it, with the sentence it comes from. */
export interface MappedSalaryFigure extends Omit<
  SalaryStatement,
  'quote' | 'sourceId' | 'unknownSource'
> {
  source: string | null
  statedAs: string
}

/** A figure, and where in the file it was found. */
export interface FoundFigure {
  figure: MappedSalaryFigure
  line: number
  unknownSource: string | null
}

/** Finds the salary figures in the heading and blocks of a section, or in the intro. */
export function figuresIn(section: {
  blocks: readonly Block[]
  kind: SectionKind
  heading: string | null
  line: number
  sources: readonly KnownSource[]
}): FoundFigure[] {
  const { blocks, kind, heading, line: firstLine, sources } = section
  const opening = heading === null ? [] : [{ text: withoutInvisible(heading), line: firstLine }]
  const units = [...opening, ...unitsOf(blocks)]
  return units.flatMap(({ text, line }, index) => {
    const later = units.slice(index + 1, index + 1 + reach).map((unit) => unit.text)
    const statements = findSalaryStatements({ text, kind, heading, later, sources })
    return statements.map(({ quote, sourceId, unknownSource, ...figure }) => ({
      figure: { ...figure, source: sourceId, statedAs: quote },
      line,
      unknownSource,
    }))
  })
}

/** The same figure told twice is one figure; the telling that names its source is kept. */
export function withoutRepetitions(found: readonly FoundFigure[]): FoundFigure[] {
  const kept = new Map<string, FoundFigure>()
  for (const one of found) {
    const { kind, min, q25, median, q75, max, upperHint, period } = one.figure
    const key = JSON.stringify([kind, min, q25, median, q75, max, upperHint, period])
    const known = kept.get(key)
    if (!known || (known.figure.source === null && one.figure.source !== null)) kept.set(key, one)
  }
  return [...kept.values()]
}

/** What is read together: a paragraph, or a list with the line that leads to it. */
function unitsOf(blocks: readonly Block[]): Paragraph[] {
  const units: Paragraph[] = []
  for (const block of blocks) {
    const last = units.at(-1)
    if (block.type !== 'list') {
      units.push({ text: withoutInvisible(block.text), line: block.line })
    } else {
      const items = withoutInvisible(block.items.map(({ text }) => text).join('\n'))
      if (last?.text.endsWith(':')) last.text = `${last.text}\n${items}`
      else units.push({ text: items, line: block.line })
    }
  }
  return units
}
