const abbreviations = new Set(
  (
    'abs bspw bzw ca dr eur evtl exkl geb ggf inkl jährl max min mind mio mrd mtl nr ' +
    'od prof rd sog st std tägl tsd u.a usf vgl z.b p.a d.h i.d.r zzgl durchschn monatl'
  ).split(' '),
)

/**
 * Splits a text into its sentences, verbatim. A dot ends no sentence in an abbreviation ("z. B.",
 * "p. a.", "ca."), in a number ("68.000") or after an ordinal ("1. Januar").
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?…]+["“”»«‘’')\]]*\s+|\n+/gu)) {
    const end = match.index + match[0].length
    const next = text.slice(end)
    const isEnd =
      match[0].trim() === '' ||
      (/^["„“»«‚‘('[–-]*\s?[\p{Lu}\p{N}]/u.test(next) &&
        !(match[0].startsWith('.') && isAbbreviated(text.slice(start, match.index))))
    if (!isEnd) continue
    sentences.push(text.slice(start, end).trim())
    start = end
  }
  sentences.push(text.slice(start).trim())
  return sentences.filter((sentence) => sentence !== '')
}

function isAbbreviated(before: string): boolean {
  const word = /[^\s(„“"]*$/u.exec(before)?.[0].toLowerCase() ?? ''
  return /^\p{L}$/u.test(word) || /^\d{1,2}$/u.test(word) || abbreviations.has(word)
}
