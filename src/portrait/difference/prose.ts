import { amountsIn } from './amounts.ts'
import type { Risk } from '#model/risk.ts'
import { tokensOf } from './tokens.ts'
import { isTypo } from './typo.ts'

/** How many words of one document may be taken for corrected typos; more is a revision. */
export const typoLimit = 3

/**
 * What a change of running text touches. `facts`: an amount of money or a percentage. `cosmetic`:
 * spaces, punctuation and words that pass for corrected typos, whose number is told.
 */
export function judgeProse(before: string, after: string): { risk: Risk; typos: number } {
  if (!isEqualList(amountsIn(before), amountsIn(after))) return { risk: 'facts', typos: 0 }
  const typos = countTypos(tokensOf(before), tokensOf(after))
  return typos === null ? { risk: 'text', typos: 0 } : { risk: 'cosmetic', typos }
}

/** What a change of a short text touches, in which every letter counts. */
export function judgeWording(before: string, after: string): { risk: Risk; typos: number } {
  const isSameMoney = isEqualList(amountsIn(before), amountsIn(after))
  return { risk: isSameMoney ? 'text' : 'facts', typos: 0 }
}

/** The number of typos by which two texts differ, or null when they differ otherwise. */
function countTypos(before: readonly string[], after: readonly string[]): number | null {
  if (before.length !== after.length) return null
  const changed = before.flatMap((token, index) => {
    const other = after[index] ?? ''
    return token === other ? [] : [[token, other] as const]
  })
  return changed.every(([token, other]) => isTypo(token, other)) ? changed.length : null
}

function isEqualList(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index])
}
