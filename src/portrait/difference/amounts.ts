/** Digits of one number with what parts its thousands and decimals, spaces of every width too. */
const number = String.raw`(?<![\d.,])(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,5}(?!\d)|\d+(?:[.,'’]\d+){0,5}(?!\d))(?:,[-–—]+)?`
const scale = String.raw`(?:\s?(?:tsd\.?|tausend|mio\.?|million(?:en)?|mrd\.?|milliarden?|k(?!\p{L})))?`
const unit = String.raw`(?:€|t€|(?:t?eur|euros?)(?!\p{L})|%(?:ig\p{L}*)?|prozent\p{L}*|brutto|netto)`
const period =
  String.raw`(?:(?:im|pro|je|/)\s?(?:jahr|monat|stunde)(?!\p{L})|jährlich|monatlich|stündlich|` +
  String.raw`p\.\s?a\.|/\s?h(?!\p{L}))`
const lead = String.raw`(?:(?:€|eur|euro|brutto|netto|monatlich|jährlich|stündlich)\s?)`
const range = String.raw`(?:${number}${scale}(?:\s?-?${unit})?(?:\s?[-–—]\s?|\s(?:bis|und|auf)\s(?:(?:zu|rund|etwa)\s)?))?`
const trail = String.raw`(?:[\s-]?(?:${unit}|${period}))`

const amountPattern = new RegExp(
  `(?<!\\p{L})${lead}${range}${number}${scale}${trail}*|${range}${number}${scale}${trail}+`,
  'giu',
)

/**
 * The amounts of money and percentages of a text in reading order, each with its unit and what it
 * is paid for ("3.000 € brutto im Monat"), spelled so that "€", "EUR" and "Euro" are the same.
 */
export function amountsIn(text: string): string[] {
  return (text.match(amountPattern) ?? []).map((amount) =>
    amount
      .toLowerCase()
      .replace(/[\s\u00a0]/gu, '')
      .replace(/euros?|eur/gu, '€')
      .replace(/prozent/gu, '%')
      .replace(/[–—]/gu, '-'),
  )
}
