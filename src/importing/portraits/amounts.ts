/** How an amount is bounded by the words around it. */
export type Bound = 'exact' | 'from' | 'upTo' | 'towards'

/** An amount or range in EUR, where it stands in a sentence. */
export interface Amount {
  start: number
  end: number
  lower: number
  upper: number
  isRange: boolean
  bound: Bound
}

/** Spaces of every width, as typesetters put them into numbers. */
const space = '[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u205f]'
const digits = `(?<![\\d.,])(?:\\d{1,3}(?:(?:[.'’]|${space})\\d{3})+(?!\\d)|\\d+)(?:,(?:\\d{1,2}(?!\\d)|[-–—]+))?`
const currency = '(?:€|euros?(?![\\p{L}])|eur(?![\\p{L}]))'
const unit = `(?:t${space}?€|teur(?!\\p{L})|k${space}?€|(?:tsd\\.?|tausend)${space}*${currency}|${currency})`
const filler = '(?:rund|etwa|ca\\.|circa|knapp|gut|ungefähr|zu|über|sogar)'
const between = `(?:${space}*[-–—]${space}*|\\s+(?:bis|und|auf)(?:\\s+${filler})*\\s+)`

const amountPattern = new RegExp(
  `(?<lead>(?:zwischen|von)\\s+(?:${filler}\\s+)*)?(?<sign>(?:€|eur)${space}*)?(?<first>${digits})` +
    `(?:${space}*(?<firstUnit>${unit}))?(?:\\s+brutto)?` +
    `(?:(?<between>${between})(?<secondSign>(?:€|eur)${space}*)?(?<second>${digits})` +
    `${space}*(?<secondUnit>${unit})?)?`,
  'giu',
)

/** Finds the amounts in EUR of a sentence; numbers without a currency are none. */
export function findAmounts(sentence: string): Amount[] {
  const amounts: Amount[] = []
  let from = 0
  while (from < sentence.length) {
    amountPattern.lastIndex = from
    const match = amountPattern.exec(sentence)
    if (!match) break
    const found = readMatch(match, sentence)
    if (found) amounts.push(found)
    from = found ? found.end : match.index + Math.max(1, firstLength(match))
  }
  return amounts
}

/** Past the first number only: the second may begin an amount of its own. */
function firstLength({ groups }: RegExpExecArray): number {
  return (groups?.lead ?? '').length + (groups?.sign ?? '').length + (groups?.first ?? '').length
}

function readMatch(match: RegExpExecArray, sentence: string): Amount | null {
  const {
    lead,
    sign,
    first,
    firstUnit,
    between: link,
    secondSign,
    second,
    secondUnit,
  } = match.groups ?? {}
  if (first === undefined) return null
  const own = firstUnit ?? sign
  const other = secondUnit ?? secondSign
  const isLinked = link !== undefined && second !== undefined && isRangeLink(link, lead)
  if (isLinked && (other ?? own) !== undefined && !(other === undefined && isYear(second))) {
    const upper = readNumber(second) * scaleOf(other ?? own)
    const raw = readNumber(first) * scaleOf(own ?? other)
    // "45 bis 55.000 €" leaves the thousand of the first number out.
    const lower = own === undefined && raw < 1000 && upper >= raw * 1000 ? raw * 1000 : raw
    return {
      start: match.index,
      end: match.index + match[0].length,
      lower: Math.min(lower, upper),
      upper: Math.max(lower, upper),
      isRange: true,
      bound: 'exact',
    }
  }
  if (own === undefined) return null
  const value = readNumber(first) * scaleOf(own)
  const length = match[0].length - (link === undefined ? 0 : linkedLength(match))
  return {
    start: match.index,
    end: match.index + length,
    lower: value,
    upper: value,
    isRange: false,
    bound: boundOf(sentence.slice(0, match.index + (lead ?? '').length)),
  }
}

function linkedLength(match: RegExpExecArray): number {
  const link = match.groups?.between ?? ''
  const first = firstLength(match)
  return match[0].length - match[0].indexOf(link, first)
}

/** "2.000 € und 3.000 €" are two amounts, "zwischen 2.000 und 3.000 €" is a range. */
function isRangeLink(link: string, lead: string | undefined): boolean {
  const opening = (lead ?? '').toLowerCase()
  if (/\bund\b/iu.test(link)) return opening.startsWith('zwischen')
  if (/\bauf\b/iu.test(link)) return opening.startsWith('von')
  return true
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d{2}$/u.test(number)
}

function readNumber(text: string): number {
  const [whole = '', fraction = ''] = text.split(',')
  return Number(`${whole.replace(/\D/gu, '')}.${fraction.replace(/\D/gu, '') || '0'}`)
}

function scaleOf(unitText: string | undefined): number {
  return unitText !== undefined && /^(?:t|k)/iu.test(unitText) ? 1000 : 1
}

const about = `(?:\\s+(?:rund|etwa|ca\\.|circa|knapp|gut|ungefähr|die|den|der|an))*\\s*$`
const bounds: readonly { bound: Bound; pattern: RegExp }[] = [
  {
    bound: 'towards',
    pattern: new RegExp(`(?<!\\p{L})(?:richtung|jenseits(?: von)?)${about}`, 'iu'),
  },
  {
    bound: 'upTo',
    pattern: new RegExp(`(?<!\\p{L})(?:bis(?: zu)?|maximal|höchstens)${about}`, 'iu'),
  },
  {
    bound: 'from',
    pattern: new RegExp(
      `(?<!\\p{L})(?:ab|mindestens|wenigstens|mehr als|über|nicht unter)${about}`,
      'iu',
    ),
  },
]

function boundOf(before: string): Bound {
  return bounds.find(({ pattern }) => pattern.test(before))?.bound ?? 'exact'
}
