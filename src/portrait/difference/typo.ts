/** Words that turn a sentence round: a change from or to one of them is never a typo. */
const negations = /^(?:keine[mnrs]?|nichts?|niemals|niemand(?:e[mn])?|nirgends?|weder)$/iu

/** Parts that negate a word: "rechtsunsicher" is no typo for "rechtssicher". */
const negatingParts = /un|in/giu

/** No word that people write is longer. */
const longestWord = 80

/** What makes a word a number: "fünfzehn" is no typo for "fünfzig". */
const numeralParts =
  /ein(?:s|mal)|zwei|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|zwölf|zwanzig|ßig|zig|hundert|tausend|milli|halb|doppel|dritt/giu

/**
 * Says whether one word may be the other with a typo corrected: both have at least five letters and
 * no digit, begin with the same letter and lie one Damerau-Levenshtein step apart (two from nine
 * letters on), and neither a negation nor a number word is what changed.
 */
export function isTypo(before: string, after: string): boolean {
  const shorter = Math.min(before.length, after.length)
  const longer = Math.max(before.length, after.length)
  if (shorter < 5 || longer > longestWord) return false
  if (!isWord(before) || !isWord(after)) return false
  if (before.charAt(0) !== after.charAt(0)) return false
  if (negations.test(before) || negations.test(after)) return false
  if (negatesTheOther(before, after) || negatesTheOther(after, before)) return false
  if (numeralsIn(before) !== numeralsIn(after)) return false
  return stepsBetween(before, after) <= (shorter < 9 ? 1 : 2)
}

/**
 * The Damerau-Levenshtein distance of two words in its restricted form (optimal string alignment):
 * insertions, deletions, substitutions and swaps of neighbours, each one step.
 */
export function stepsBetween(before: string, after: string): number {
  const from = [...before]
  const to = [...after]
  let previous: number[] = []
  let current = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [row, letter] of from.entries()) {
    const next = [row + 1]
    for (const [column, other] of to.entries()) {
      const isSwap = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other
      next.push(
        Math.min(
          (next[column] ?? Infinity) + 1,
          (current[column + 1] ?? Infinity) + 1,
          (current[column] ?? Infinity) + (letter === other ? 0 : 1),
          isSwap ? (previous[column - 1] ?? Infinity) + 1 : Infinity,
        ),
      )
    }
    previous = current
    current = next
  }
  return current[to.length] ?? Infinity
}

function isWord(token: string): boolean {
  return /^[\p{L}\p{M}]+$/u.test(token)
}

function negatesTheOther(longer: string, shorter: string): boolean {
  return [...longer.matchAll(negatingParts)].some(
    ({ 0: part, index }) => longer.slice(0, index) + longer.slice(index + part.length) === shorter,
  )
}

function numeralsIn(word: string): string {
  return (word.toLowerCase().match(numeralParts) ?? []).join(' ')
}
