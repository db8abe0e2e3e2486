import { findAmounts, type Amount } from './amounts.ts'

/** An amount and the words of its sentence that belong to it. */
export interface Clause {
  amount: Amount
  /** The words, with the amount among them. */
  text: string
  /** Where the amount stands in these words. */
  start: number
  end: number
}

/** Parts a sentence so that each amount gets the words up to the first break after it. */
export function splitClauses(sentence: string): Clause[] {
  const amounts = findAmounts(sentence)
  let offset = 0
  return amounts.map((amount, index) => {
    const next = amounts[index + 1]
    const start = offset
    const end = next
      ? amount.end + breakIn(sentence.slice(amount.end, next.start))
      : sentence.length
    offset = end
    return {
      amount,
      text: sentence.slice(start, end),
      start: amount.start - start,
      end: amount.end - start,
    }
  })
}

const conjunctions = 'während|und|sowie|aber|doch|dann|oder|beziehungsweise|bzw\\.|bevor|ehe'
const clauseBreak = new RegExp(`[,;–—(\\n]|\\.\\s|(?<!\\p{L})(?:${conjunctions})(?!\\p{L})`, 'iu')

/** A remark in brackets right after an amount is about that amount. */
function breakIn(text: string): number {
  const remark = /^\s*\([^()]*\)/u.exec(text)?.[0].length ?? 0
  const index = text.slice(remark).search(clauseBreak)
  return index === -1 ? remark : remark + index
}
