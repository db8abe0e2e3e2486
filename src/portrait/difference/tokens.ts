/**
 * What of a text carries meaning: numbers with their sign and all that stands between their digits,
 * words, and every sign that is neither space nor punctuation.
 */
const tokenPattern =
  /(?<![\p{L}\p{N}])[-−–+]?\d+(?:[\s.,:'’/–—-]+\d+)*|[\p{L}\p{M}]+|[^\s.,;:!?…"„“”'’‚‘«»‹›()[\]\-–—/]/gu

/** The tokens of a text; two texts with the same tokens differ in spaces and punctuation only. */
export function tokensOf(text: string): string[] {
  // A soft hyphen only says where a line may break.
  const tokens = text.normalize('NFC').replaceAll('\u00ad', '').match(tokenPattern) ?? []
  return tokens.map((token) => token.replace(/\s+/gu, ' '))
}
