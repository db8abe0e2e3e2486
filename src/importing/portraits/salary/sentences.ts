import { opensSentence } from '../file/seams.ts'

const abbreviations = new Set(
  (
    'abs bspw bzw ca dr eur evtl exkl geb ggf inkl jährl max min mind mio mrd mtl nr ' +
    'od prof rd sog st std tägl tsd u.a usf vgl z.b p.a d.h i.d.r zzgl durchschn monatl etc usw'
  ).split(' '),
)
/** Abbreviations that sentences end with: "45.000 € p. a." */
const closing = /(?:p\.\s?a|std|mtl|monatl|jährl|mio|mrd|tsd|etc|usw)$/iu

/**
 * Splits a text into its sentences, verbatim. A dot ends no sentence in an abbreviation ("z. B.",
 * "p. a.", "ca."), in a number ("68.000") or after an ordinal ("1. Januar").
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?…]+["“”»«‘’')\]]*\s+|\n+/gu)) {
    const end = match.index + match[0].length
    if (!endsHere(text.slice(start, match.index), match[0], text.slice(end))) continue
    sentences.push(text.slice(start, end).trim())
    start = end
  }
  sentences.push(text.slice(start).trim())
  return sentences.filter((sentence) => sentence !== '')
}

function endsHere(before: string, sign: string, next: string): boolean {
  if (sign.trim() === '') return true
  if (!/^["„“»«‚‘('[–-]*\s?[\p{Lu}\p{N}]/u.test(next)) return false
  if (!sign.startsWith('.') || !isAbbreviated(before)) return true
  return closing.test(before) && opensSentence(next)
}

function isAbbreviated(before: string): boolean {
  const word = /[^\s(„“"]*$/u.exec(before)?.[0].toLowerCase() ?? ''
  return /^\p{L}$/u.test(word) || /^\d{1,2}$/u.test(word) || abbreviations.has(word)
}
