import { longestKicker, splitPair, type PairCandidate } from './pair-candidate.ts'

export type { PairCandidate } from './pair-candidate.ts'

const kicker =
  /^(?:das\s+)?beruf(?:sbild|sporträt|sportrait|sportrat|sprofil)?(?:\s*:)?\s+(\S.*)$/iu
/**
 * Reads "Beruf {Beruf} in {Ort}" or "Berufsbild {Beruf} in {Ort}", best reading first. Null where
 * the line is no kicker: "Beruf und Berufung" is a headline.
 */
export function readKicker(line: string): PairCandidate[] | null {
  if (line.length > longestKicker) return null
  const [, rest] = kicker.exec(line.trim()) ?? []
  if (rest === undefined) return null
  if (/[;!?…]|:\s|(?<![\s.]\p{L})\.$/u.test(rest)) return null
  if (/^\p{Ll}/u.test(rest) && !/^[\p{Ll}\d-]+(?:\s+in\s|$)/u.test(rest)) return null
  if (/^(?:und|mit|oder|im|in|als|ohne|fürs?|aus)(?!\p{L})/iu.test(rest)) return null
  const readings = splitPair(rest)
  return readings.length > 0 ? readings : null
}
