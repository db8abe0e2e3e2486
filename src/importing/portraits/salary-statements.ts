import type { SalaryKind, SalaryPeriod } from '#model/salary.ts'
import type { SectionKind } from '#model/section-kinds.ts'
import { findAmounts, type Amount } from './amounts.ts'
import { grossOf, isOtherMoney, periodOf, speaksOfPay, speaksOfTrainingPay } from './salary-cues.ts'
import { splitSentences } from './sentences.ts'

/** A source of figures of the CMS with all names a text may call it by. */
export interface KnownSource {
  id: string
  name: string
  aliases: string[]
}

/** What a sentence says about pay, in EUR. */
export interface SalaryStatement {
  kind: SalaryKind
  min: number | null
  max: number | null
  median: number | null
  /** "Richtung 90.000 €": where the text points, not a figure. */
  upperHint: number | null
  period: SalaryPeriod
  /** false: guessed by the magnitude of the amount. */
  isPeriodStated: boolean
  gross: boolean | null
  /** The sentence, verbatim. */
  quote: string
  sourceId: string | null
  referenceYear: number | null
}

/**
 * Finds the amounts that a text states as pay. Outside the section on pay a sentence has to speak
 * of pay; turnover, budgets, costs and the pay of apprentices are left out.
 */
export function findSalaryStatements(input: {
  text: string
  kind: SectionKind
  sources: KnownSource[]
}): SalaryStatement[] {
  const sentences = splitSentences(input.text)
  return sentences.flatMap((sentence, index) => {
    if (input.kind !== 'verdienst' && !speaksOfPay(sentence)) return []
    const reference = referenceOf(sentence, sentences[index + 1], input.sources)
    return findPay(sentence).map(({ amount, clause }) => ({
      kind: kindOf(clause, amount),
      ...valuesOf(amount, clause),
      ...periodOf(sentence, amount),
      gross: grossOf(sentence, amount),
      quote: sentence,
      ...reference,
    }))
  })
}

interface Pay {
  amount: Amount
  clause: string
}

function findPay(sentence: string): Pay[] {
  const found: Pay[] = []
  let isTraining = false
  for (const { amount, clause, offset } of splitClauses(sentence)) {
    isTraining = speaksOfTrainingPay(clause) || (isTraining && !speaksOfPay(clause))
    const place = { start: amount.start - offset, end: amount.end - offset }
    if (!isTraining && amount.lower > 0 && !isOtherMoney(clause, place)) {
      found.push({ amount, clause })
    }
  }
  return found
}

/** Gives each amount the words that belong to it: up to the first break after it. */
function splitClauses(sentence: string): (Pay & { offset: number })[] {
  const amounts = findAmounts(sentence)
  let offset = 0
  return amounts.map((amount, index) => {
    const next = amounts[index + 1]
    const start = offset
    const end = next ? amount.end + breakAfter(sentence.slice(amount.end, next.start)) : undefined
    offset = end ?? sentence.length
    return { amount, clause: sentence.slice(start, end), offset: start }
  })
}

function breakAfter(text: string): number {
  const index = text.search(/[,;–—(]|(?<!\p{L})(?:während|und|sowie|aber|doch|dann)(?!\p{L})/u)
  return index === -1 ? 0 : index
}

function kindOf(clause: string, amount: Amount): SalaryKind {
  if (isMedian(clause, amount)) return 'median'
  const isExperienced = /(?<!ohne (?:\p{L}+ )?)erfahr(?:en|ung)|langjährig|später/iu.test(clause)
  const isEntry = /einst(?:ieg|eig)|anfänger|anfang|startet|startgehalt|zum start/iu.test(clause)
  return isEntry && !isExperienced && amount.bound !== 'towards' ? 'einstieg' : 'spanne'
}

function isMedian(clause: string, { isRange, bound }: Amount): boolean {
  return !isRange && bound === 'exact' && /median/iu.test(clause)
}

type Values = Pick<SalaryStatement, 'min' | 'max' | 'median' | 'upperHint'>

function valuesOf(amount: Amount, clause: string): Values {
  const none: Values = { min: null, max: null, median: null, upperHint: null }
  if (amount.bound === 'towards') return { ...none, upperHint: amount.upper }
  if (amount.bound === 'from') return { ...none, min: amount.lower }
  if (amount.bound === 'upTo') return { ...none, max: amount.upper }
  if (isMedian(clause, amount)) return { ...none, median: amount.lower }
  return { ...none, min: amount.lower, max: amount.upper }
}

/** The source and year of a sentence, or those of a following "Quelle: …" or "Stand: …". */
function referenceOf(
  sentence: string,
  next: string | undefined,
  sources: KnownSource[],
): Pick<SalaryStatement, 'sourceId' | 'referenceYear'> {
  const note =
    next !== undefined && /^[([]?(?:quelle|stand)(?!\p{L})/iu.test(next) ? ` ${next}` : ''
  return {
    sourceId: sourceOf(sentence, sources) ?? sourceOf(note, sources),
    referenceYear: yearOf(sentence) ?? yearOf(note),
  }
}

function sourceOf(text: string, sources: KnownSource[]): string | null {
  const words = spaced(text)
  const named = sources.find(({ name, aliases }) =>
    [name, ...aliases].some((own) => spaced(own).trim() !== '' && words.includes(spaced(own))),
  )
  return named?.id ?? null
}

function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/** A year that the figures may be of; "seit 1995" and "bis 2030" speak of something else. */
function yearOf(text: string): number | null {
  const amounts = findAmounts(text)
  const years = [
    ...text.matchAll(/(?<!(?:seit|bis|ab)\s+)(?<![\d.,])(?:199|20\d)\d(?![\d]|[.,]\d)/giu),
  ]
  const year = years.find(
    ({ index }) => !amounts.some(({ start, end }) => start <= index && index < end),
  )
  return year ? Number(year[0]) : null
}
