import type { Clause } from './clauses.ts'
import type { SalaryStatement } from './statement.ts'

interface Told {
  clause: Clause
  statement: SalaryStatement
}

interface Named extends Told {
  quartile: Quartile
}

/** `both`: a range from the lower to the upper; `unclear`: which of them is not to be told. */
type Quartile = 'lower' | 'upper' | 'both' | 'unclear'

const measure = /quartil|perzentil|quantil/iu
/** The word, or what follows where it is left out: "das untere Quartil …, das obere bei …". */
const following =
  '(?=\\s*(?:$|[,;()\\d]|(?:quartil|perzentil|quantil|und|bei|mit|liegt|beträgt|sind)(?!\\p{L})))'
const lower = namesOf('unter', 'erste', '25', '1')
const upper = namesOf('ober', 'dritte', '75', '3')

/**
 * Makes the quartiles that a sentence tells one statement. Where it is not clear which amount is
 * which, none of its ranges is a statement: a quartile is neither the least nor the most.
 */
export function joinQuartiles(told: readonly Told[], sentence: string): SalaryStatement[] {
  if (!measure.test(sentence)) return told.map(({ statement }) => statement)
  const named: Named[] = []
  const others: SalaryStatement[] = []
  for (const { clause, statement } of told) {
    const quartile = quartileOf(clause)
    if (quartile === null) others.push(statement)
    else named.push({ clause, statement, quartile })
  }
  const joined = join(named)
  return joined === null ? others.filter(({ kind }) => kind !== 'spanne') : [...others, ...joined]
}

function quartileOf({ text, amount }: Clause): Quartile | null {
  const isLower = lower.test(text)
  const isUpper = upper.test(text)
  if (!isLower && !isUpper) return measure.test(text) ? 'unclear' : null
  if (amount.bound !== 'exact' || amount.isRange !== (isLower && isUpper)) return 'unclear'
  return isLower && isUpper ? 'both' : isLower ? 'lower' : 'upper'
}

/** Null where the amounts are neither one pair of quartiles nor one of the two. */
function join(named: readonly Named[]): SalaryStatement[] | null {
  if (named.some(({ quartile }) => quartile === 'unclear')) return null
  if (named.length <= 1) return named.map(read)
  const [low] = named.filter(({ quartile }) => quartile === 'lower').map(read)
  const [high] = named.filter(({ quartile }) => quartile === 'upper').map(read)
  if (!low || !high || named.length > 2 || (low.q25 ?? 0) > (high.q75 ?? 0)) return null
  const isOtherPay = low.gross !== null && high.gross !== null && low.gross !== high.gross
  if (low.period !== high.period || isOtherPay) return null
  const isPeriodStated = low.isPeriodStated && high.isPeriodStated
  return [{ ...low, q75: high.q75, isPeriodStated, gross: low.gross ?? high.gross }]
}

function read({ clause: { amount }, statement, quartile }: Named): SalaryStatement {
  return {
    ...statement,
    kind: 'spanne',
    min: null,
    max: null,
    q25: quartile === 'upper' ? null : amount.lower,
    q75: quartile === 'lower' ? null : amount.upper,
  }
}

/** "das untere Quartil", "das erste Quartil", "25-%-Quartil", "25. Perzentil", "Q1". */
function namesOf(side: string, ordinal: string, percent: string, count: string): RegExp {
  return new RegExp(
    `(?<!\\p{L})(?:${side}e[mnrs]?|${ordinal}[mnrs]?)${following}|` +
      `(?<![\\d.,])${percent}(?:\\.(?=\\s)|$|-(?=\\s)|[\\s-]*(?:%|prozent))|` +
      `(?<![\\d.,])${count}\\.\\s+quartil|` +
      `(?<![\\p{L}\\d])(?:q${count}|[qp]${percent})(?![\\p{L}\\d])`,
    'iu',
  )
}
