import { wordsOf } from './words.ts'

/** A sentence and its words. */
export interface Sentence {
  text: string
  words: string[]
}

/**
 * The sentences of a German text. A line ends a sentence in any case (an item of a list, a heading);
 * within a line one ends at `.`, `!`, `?` or `…` where a capital letter or a digit follows, but not
 * after an abbreviation (ca., z. B.), an initial or an ordinal number (3. Mai).
 */
export function sentencesOf(text: string): Sentence[] {
  return text
    .split('\n')
    .flatMap(sentencesOfLine)
    .map((sentence) => ({ text: sentence, words: wordsOf(sentence) }))
    .filter(({ words }) => words.length > 0)
}

/**
 * What may follow an end: closing quotes and brackets, a space, then the next beginning. Of signs in a
 * row the first begins it, so that each is looked at once.
 */
const ends = /(?<![.!?…])[.!?…]+["“”«»’)\]]*\s+(?=["„“»«‚(]*[\p{Lu}\p{N}])/gu

/** Abbreviations after which a sentence goes on. Not among them: usw., etc., which often end one. */
const abbreviations = new Set(
  (
    'abs abzgl allg bspw bzgl bzw ca dipl dr einschl evtl exkl ggf hrsg ing inkl insb max med min ' +
    'mind mio mrd nr prof rd sog st std str tel tsd verg vgl zzgl ' +
    'jan feb apr aug sept okt nov dez'
  ).split(' '),
)

/** In characters, with room to spare: what is longer is none. */
const longestAbbreviation = 40

function sentencesOfLine(line: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const end of line.matchAll(ends)) {
    if (
      end[0].startsWith('.') &&
      isAbbreviated(line.slice(Math.max(start, end.index - longestAbbreviation), end.index))
    )
      continue
    const next = end.index + end[0].length
    sentences.push(line.slice(start, next).trim())
    start = next
  }
  return [...sentences, line.slice(start).trim()]
}

/** Says whether the full stop behind this belongs to its last word. */
function isAbbreviated(before: string): boolean {
  const token = /(?<![^\s(„“»«"'‚])[^\s(„“»«"'‚]+$/u.exec(before)?.[0] ?? ''
  return (
    /^(?:\p{L}\.)*\p{L}$/u.test(token) ||
    /^\d{1,2}$/.test(token) ||
    abbreviations.has(token.toLowerCase())
  )
}
