import { opensSentence } from '../file/seams.ts'

const abbreviations = new Set(
  (
    'abs bspw bzw ca dr eur evtl exkl geb ggf inkl jährl max min mind mio mrd mtl nr ' +
    'od prof rd sog st std tägl tsd u.a usf vgl z.b p.a d.h i.d.r zzgl durchschn monatl etc usw'
  ).split(' '),
)
/** Abbreviations that sentences end with: "45.000 € p. a." */
const closing = /(?:p\.\s?a|std|mtl|monatl|jährl|mio|mrd|tsd|etc|usw)$/iu

/** Signs that may end a sentence, from the first of a row on: each is looked at once. */
const sign = /(?<![.!?…])[.!?…]+["“”»«‘’')\]]*\s+|\n+/gu
/** How much of the words around a sign tells whether a sentence ends there. */
const glance = 60
/**
 * No sentence that people write is longer. What is done with a sentence may take time by the square of
 * its length, so that a longer one is cut, between words where there are any.
 */
const longest = 1000

/**
 * Splits a text into its sentences, verbatim, none longer than 1,000 characters. A dot ends no sentence
 * in an abbreviation ("z. B.", "p. a.", "ca."), in a number ("68.000") or after an ordinal ("1. Januar").
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(sign)) {
    const end = match.index + match[0].length
    const before = text.slice(Math.max(start, match.index - glance), match.index)
    if (!endsHere(before, match[0], text.slice(end, end + glance))) continue
    sentences.push(...cut(text.slice(start, end).trim()))
    start = end
  }
  sentences.push(...cut(text.slice(start).trim()))
  return sentences.filter((sentence) => sentence !== '')
}

function cut(sentence: string): string[] {
  const pieces: string[] = []
  let start = 0
  while (sentence.length - start > longest) {
    const space = sentence.lastIndexOf(' ', start + longest)
    const end = space > start ? space : start + longest
    pieces.push(sentence.slice(start, end).trim())
    start = end
  }
  return [...pieces, sentence.slice(start).trim()]
}

function endsHere(before: string, signs: string, next: string): boolean {
  if (signs.trim() === '') return true
  if (!/^["„“»«‚‘('[–-]*\s?[\p{Lu}\p{N}]/u.test(next)) return false
  if (!signs.startsWith('.') || !isAbbreviated(before)) return true
  return closing.test(before) && opensSentence(next)
}

function isAbbreviated(before: string): boolean {
  const word = /(?<![^\s(„“"])[^\s(„“"]*$/u.exec(before)?.[0].toLowerCase() ?? ''
  return /^\p{L}$/u.test(word) || /^\d{1,2}$/u.test(word) || abbreviations.has(word)
}
