import type { BilingualText } from '#model/text.ts'
import type { Sentence } from '../german/sentences.ts'
import { countSyllables } from '../german/syllables.ts'
import { lettersOf } from '../german/words.ts'

/** How hard a text is to read, from easy to hard, in words that anybody understands. */
export const readabilityLevels = ['veryEasy', 'easy', 'medium', 'demanding', 'hard'] as const
export type ReadabilityLevel = (typeof readabilityLevels)[number]

export const readabilityLabels: Readonly<Record<ReadabilityLevel, BilingualText>> = {
  veryEasy: { de: 'sehr leicht', en: 'very easy' },
  easy: { de: 'leicht', en: 'easy' },
  medium: { de: 'mittel', en: 'medium' },
  demanding: { de: 'anspruchsvoll', en: 'demanding' },
  hard: { de: 'schwer', en: 'hard' },
}

export interface Readability {
  /** School grade, 4 to 15, with one decimal: who has finished it reads the text with ease. */
  grade: number
  level: ReadabilityLevel
}

/** Below this the shares that the formula is made of say nothing. */
const fewestWords = 100

/**
 * First Wiener Sachtextformel:
 * 0.1935·MS + 0.1672·SL + 0.1297·IW − 0.0327·ES − 0.875, where MS is the percentage of words of three
 * or more syllables, SL the words per sentence, IW the percentage of words of more than six letters
 * and ES that of words of one syllable. The result is a school grade, held between 4 and 15. Numbers
 * are no words here. Answers null for fewer than 100 words.
 *
 * Source: R. Bamberger, E. Vanecek: Lesen – Verstehen – Lernen – Schreiben. Wien 1984.
 */
export function findReadability(sentences: readonly Sentence[]): Readability | null {
  const words = sentences.flatMap(({ words }) => words).filter((word) => lettersOf(word) !== '')
  if (words.length < fewestWords) return null
  const syllables = words.map(countSyllables)
  const percent = (count: number) => (100 * count) / words.length
  const grade =
    0.1935 * percent(syllables.filter((count) => count >= 3).length) +
    0.1672 * (words.length / sentences.length) +
    0.1297 * percent(words.filter((word) => lettersOf(word).length > 6).length) -
    0.0327 * percent(syllables.filter((count) => count === 1).length) -
    0.875
  const rounded = Math.round(Math.min(15, Math.max(4, grade)) * 10) / 10
  return { grade: rounded, level: levelOf(rounded) }
}

function levelOf(grade: number): ReadabilityLevel {
  if (grade < 6) return 'veryEasy'
  if (grade < 8) return 'easy'
  if (grade < 11) return 'medium'
  return grade < 13 ? 'demanding' : 'hard'
}
