import { amountNames } from '#model/salary.ts'
import { isRecord } from '#model/documents.ts'
import { rowsOf, type PlainDocument } from '../reading/document.ts'
import type { Finding } from '../findings/finding.ts'
import type { Prose } from '../reading/prose.ts'
import type { Paragraph } from '../reading/rich-text.ts'

/**
 * Amounts of money and percentages in running prose of which nothing tells where they come from. Told
 * it is by the paragraph itself (it names a source, or has a link), by a salary figure of the document that
 * states the amount (whose own source is another check), and, for percentages, by any source that the
 * document lists.
 */
export function findUnsourcedFigures(document: PlainDocument, { passages }: Prose): Finding[] {
  const stated = new Set(
    rowsOf(document.salaryFigures).flatMap((row) => amountNames.map((name) => row[name])),
  )
  const hasSources = Array.isArray(document.sources) && document.sources.some(isSource)
  return passages.flatMap(({ path, paragraphs }): Finding[] => {
    const figures = paragraphs
      .filter((paragraph) => !namesSource(paragraph))
      .flatMap(({ text }) => figuresOf(text))
      .filter(({ amounts, isMoney }) =>
        isMoney ? !amounts.every((amount) => stated.has(amount)) : !hasSources,
      )
    if (figures.length === 0) return []
    const named = [...new Set(figures.map(({ text }) => text))].join(', ')
    return [
      {
        check: 'unsourcedFigures',
        severity: 'warn',
        path,
        message: {
          de: `Zahlen ohne Quelle: ${named}. Sagen Sie im selben Absatz, woher sie stammen („laut …“), oder tragen Sie sie als Gehaltsangabe mit Quelle ein.`,
          en: `Figures without a source: ${named}. Say in the same paragraph where they come from (“laut …”), or enter them as a salary figure with its source.`,
        },
      },
    ]
  })
}

interface Figure {
  text: string
  amounts: number[]
  isMoney: boolean
}

const figurePattern =
  /(?<![\d.,])(\d[\d.]*(?:,\d+)?)(?:\s*(?:bis|und|–|-)\s*(\d[\d.]*(?:,\d+)?))?\s*(?:(?:Tausend|Millionen|Mio\.|Milliarden|Mrd\.)\s*)?(€|Euro\b|EUR\b|%|Prozent\b)/gu

const sourcePattern =
  /\b(?:laut|zufolge|gemäß|Quellen?|nach (?:Angaben|Daten|Zahlen|Auskunft|Berechnung(?:en)?|Erhebung(?:en)?)|Bundesagentur|Destatis|Stand (?:\p{L}+ )?\d{4})\b|statistik|erhebung|studie|umfrage|atlas|tarifvertrag/iu

function figuresOf(text: string): Figure[] {
  return [...text.matchAll(figurePattern)].map(([found, first, second, unit]) => ({
    text: found.replace(/\s+/g, ' '),
    amounts: [first, second].flatMap((digits) => (digits ? [numberOf(digits)] : [])),
    isMoney: unit !== '%' && unit !== 'Prozent',
  }))
}

/** The number that German digits write: 68.000 or 17,50. */
function numberOf(digits: string): number {
  return Number(digits.replaceAll('.', '').replace(',', '.'))
}

function namesSource({ text, hasLink }: Paragraph): boolean {
  return hasLink || sourcePattern.test(text)
}

function isSource(value: unknown): boolean {
  return typeof value === 'string' || isRecord(value)
}
