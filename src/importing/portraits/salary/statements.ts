import type { SectionKind } from '#model/section-kinds.ts'
import type { Amount } from './amounts.ts'
import { splitClauses, type Clause } from './clauses.ts'
import {
  goesOnAboutTraining,
  grossOf,
  isOtherMoney,
  speaksOfPay,
  speaksOfTraining,
} from './cues.ts'
import { isDifference } from './differences.ts'
import { isMedian, kindsOf } from './kinds.ts'
import { isForDayOrWeek, periodOf, readingPeriods } from './periods.ts'
import { joinQuartiles } from './quartiles.ts'
import { referenceOf, type KnownSource } from './references.ts'
import { splitSentences } from './sentences.ts'
import type { SalaryStatement } from './statement.ts'

/** A paragraph, or a list with its lead-in, of which the pay is to be found. */
export interface PayText {
  text: string
  /** What the section is about that it stands in. */
  kind: SectionKind
  heading?: string | null
  /** The paragraphs after it in its section, where a note on the source may stand. */
  later?: readonly string[]
  sources: readonly KnownSource[]
}

/** So many sentences before and after one may say what it leaves out. */
const neighbourhood = 30
/** So many amounts before and after one in its sentence may. */
const clausesAround = 12
/** Lower amounts are no pay, not even for an hour. */
const least = 4

/**
 * Finds the amounts that a paragraph states as pay. Outside a section on pay the sentence, or those
 * right before it, have to speak of pay; turnover, prices, costs and the pay of apprentices are left
 * out, and so is pay for a day or a week, for which the CMS has no period.
 */
export function findSalaryStatements(input: PayText): SalaryStatement[] {
  const sentences = splitSentences(input.text)
  const leadIn = sentences.find((sentence) => sentence.endsWith(':')) ?? ''
  const isPaySection = input.kind === 'verdienst' || speaksOfPay(input.heading ?? '')
  const periodsIn = readingPeriods()
  let wasTraining = false
  let wasAboutPay = false
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1] ?? ''
    const isAboutPay = isPaySection || wasAboutPay || speaksOfPay(sentence)
    const clauses = splitClauses(sentence)
    const { found, isTraining } = findPay(
      clauses,
      sentence,
      wasTraining && goesOnAboutTraining(sentence),
    )
    wasTraining = clauses.length > 0 ? isTraining : speaksOfTraining(sentence, false)
    wasAboutPay = speaksOfPay(sentence) || (wasAboutPay && found.length > 0)
    if (!isAboutPay) return []
    if (found.length === 0) return []
    const reference = referenceOf({ ...input, sentences, index })
    const kinds = kindsOf(clauses, sentence, before)
    const told = found.map((clause): { clause: Clause; statement: SalaryStatement } => ({
      clause,
      statement: {
        kind: kinds[clauses.indexOf(clause)] ?? 'spanne',
        ...valuesOf(clause),
        ...periodOf(clause, contextOf(clause, clauses, sentences, index, input.heading), periodsIn),
        gross: grossOf(clause, sentence, leadIn),
        quote: sentence,
        ...reference,
      },
    }))
    return joinQuartiles(told, sentence)
  })
}

function findPay(
  clauses: readonly Clause[],
  sentence: string,
  wasTraining: boolean,
): { found: Clause[]; isTraining: boolean } {
  const found: Clause[] = []
  let isTraining = wasTraining
  for (const clause of clauses) {
    isTraining = speaksOfTraining(clause.text, isTraining)
    const isPay = !isTraining && clause.amount.lower >= least && !isDifference(clause, sentence)
    if (isPay && !isOtherMoney(clause) && !isForDayOrWeek(clause)) found.push(clause)
  }
  return { found, isTraining }
}

/** Where a period may be said that a clause leaves out, the nearest first. */
function contextOf(
  clause: Clause,
  clauses: readonly Clause[],
  sentences: readonly string[],
  index: number,
  heading: string | null | undefined,
): string[][] {
  const position = clauses.indexOf(clause)
  const before = clauses.slice(Math.max(0, position - clausesAround), position).reverse()
  const after = clauses.slice(position + 1, position + 1 + clausesAround)
  return [
    ...[...before, ...after].map(({ text }) => [text]),
    [sentences[index - 1] ?? '', sentences[index + 1] ?? ''],
    [
      ...sentences.slice(Math.max(0, index - neighbourhood), index),
      ...sentences.slice(index + 1, index + 1 + neighbourhood),
    ],
    [heading ?? ''],
  ]
}

type Values = Pick<SalaryStatement, 'min' | 'max' | 'median' | 'q25' | 'q75' | 'upperHint'>

function valuesOf(clause: Clause): Values {
  const amount: Amount = clause.amount
  const none: Values = {
    min: null,
    max: null,
    median: null,
    q25: null,
    q75: null,
    upperHint: null,
  }
  if (amount.bound === 'towards') return { ...none, upperHint: amount.upper }
  if (amount.bound === 'open') return { ...none, min: amount.lower, upperHint: amount.upper }
  if (amount.bound === 'from') return { ...none, min: amount.lower }
  if (amount.bound === 'upTo') return { ...none, max: amount.upper }
  if (isMedian(clause)) return { ...none, median: amount.lower }
  return { ...none, min: amount.lower, max: amount.upper }
}
