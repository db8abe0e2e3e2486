import { boundOf, boundOfRange, type Bound } from './bounds.ts'

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
const digits = `(?<![\\d.,])(?:\\d{1,3}(?:(?:[.,'’]|${space})\\d{3})+(?!\\d)|\\d+)(?:,(?:\\d{1,2}(?!\\d)|[-–—]+))?`
const currency = '(?:€|euros?(?![\\p{L}])|eur(?![\\p{L}]))'
const unit =
  `(?:t${space}?€|teur(?!\\p{L})|k${space}?${currency}|k(?![\\p{L}-])|` +
  `(?:tsd\\.?|tausend)${space}*${currency}|${currency}|(?=${space}?(?:brutto|netto)(?!\\p{L})))`
const filler = '(?:rund|etwa|ca\\.|circa|knapp|gut|ungefähr|zu|über|sogar|maximal|höchstens|hin)'
const between = `(?:${space}*[-–—]${space}*|-?\\s+(?:bis|und|auf)(?:\\s+${filler})*\\s+)`
const tax = '(?:\\s+(?:brutto|netto|monatlich|jährlich|im monat|im jahr))*'

const amountPattern = new RegExp(
  `(?<lead>(?:zwischen|von)\\s+(?:${filler}\\s+)*)?(?<sign>(?:€|eur)${space}*)?(?<first>${digits})` +
    `(?:(?:${space}*|-)(?<firstUnit>${unit}))?${tax}` +
    `(?:(?<between>${between})(?<secondSign>(?:€|eur)${space}*)?(?<second>${digits})` +
    `(?:(?:${space}*|-)(?<secondUnit>${unit}))?)?`,
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
    const found = readRange(match, sentence) ?? readSingle(match, sentence)
    if (found) amounts.push(found)
    from = found ? found.end : match.index + Math.max(1, firstLength(match))
  }
  return joinSpans(amounts, sentence)
}

/** "Von 2.500 € in kleinen Betrieben bis zu 4.000 €" is a range with words between its ends. */
function joinSpans(amounts: readonly Amount[], sentence: string): Amount[] {
  const joined: Amount[] = []
  for (const amount of amounts) {
    const last = joined.at(-1)
    if (last && isSpan(last, amount, sentence)) {
      const ends = [last.lower, amount.upper].sort((left, right) => left - right)
      const [lower = 0, upper = 0] = ends
      const bound = amount.bound === 'towards' ? 'open' : 'exact'
      joined[joined.length - 1] = { ...last, end: amount.end, lower, upper, isRange: true, bound }
    } else {
      joined.push(amount)
    }
  }
  return joined
}

function isSpan(first: Amount, second: Amount, sentence: string): boolean {
  if (first.isRange || second.isRange || first.bound !== 'exact') return false
  const lead = /^(?:von|zwischen)(?!\p{L})/iu
    .exec(wordsAfter(sentence, first.start))?.[0]
    .toLowerCase()
  const words = sentence.slice(first.end, second.start)
  if (/[,;.:–—()]|einst(?:ieg|eig)|erfahr|anfang|anfäng|neuling/iu.test(words)) return false
  if (lead === 'von') {
    const isEnd = second.bound === 'towards' && /(?<!\p{L})bis(?: zu)?\s+$/iu.test(words)
    return second.bound === 'upTo' || isEnd
  }
  return lead === 'zwischen' && second.bound === 'exact' && /\sund\s(?:\p{L}+\s)?$/iu.test(words)
}

function readRange(match: RegExpExecArray, sentence: string): Amount | null {
  const { lead, sign, first, firstUnit, secondSign, second, secondUnit } = match.groups ?? {}
  const link = match.groups?.between
  if (first === undefined || second === undefined || !isRangeLink(link ?? '', lead)) return null
  const own = firstUnit ?? sign
  const other = secondUnit ?? secondSign
  if ((other ?? own) === undefined || (other === undefined && isYear(second))) return null
  const upper = readNumber(second) * scaleOf(other ?? own)
  const raw = readNumber(first) * scaleOf(own ?? other)
  // "45 bis 55.000 €" leaves the thousand of the first number out.
  const lower = own === undefined && raw < 1000 && upper >= raw * 1000 ? raw * 1000 : raw
  const end = match.index + match[0].length
  const before = wordsBefore(sentence, match.index)
  return {
    start: match.index,
    end,
    lower: Math.min(lower, upper),
    upper: Math.max(lower, upper),
    isRange: true,
    bound: boundOfRange(before, wordsAfter(sentence, end)),
  }
}

function readSingle(match: RegExpExecArray, sentence: string): Amount | null {
  const { lead, sign, first, firstUnit, between: link } = match.groups ?? {}
  const own = firstUnit ?? sign
  if (first === undefined || own === undefined) return null
  const value = readNumber(first) * scaleOf(own)
  // "45k" is pay, "4k" is a screen; "3.400 brutto" is pay, "2 brutto" is none.
  if (/^k$/iu.test(own) && (value < 10_000 || value > 999_000)) return null
  if (own === '' && value < 1000) return null
  const length = match[0].length - (link === undefined ? 0 : linkedLength(match))
  const end = match.index + length
  const after = wordsAfter(sentence, end)
  return {
    start: match.index,
    end,
    lower: value,
    upper: value,
    isRange: false,
    bound: boundOf(wordsBefore(sentence, match.index + (lead ?? '').length), after),
  }
}

/** As far as words still say how an amount is bounded; in characters. */
const nearby = 160

function wordsBefore(sentence: string, start: number): string {
  return sentence.slice(Math.max(0, start - nearby), start)
}

function wordsAfter(sentence: string, end: number): string {
  return sentence.slice(end, end + nearby)
}

/** Past the first number only: the second may begin an amount of its own. */
function firstLength({ groups }: RegExpExecArray): number {
  return (groups?.lead ?? '').length + (groups?.sign ?? '').length + (groups?.first ?? '').length
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
  return link !== ''
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d{2}$/u.test(number)
}

/** "68.000,50": a dot parts thousands, a comma decimals; "68,000" parts thousands as well. */
function readNumber(text: string): number {
  const [, whole = text, fraction = '0'] = /^(.*?),(\d{1,2}|[-–—]+)$/u.exec(text) ?? []
  return Number(`${whole.replace(/\D/gu, '')}.${fraction.replace(/\D/gu, '') || '0'}`)
}

function scaleOf(unitText: string | undefined): number {
  return unitText !== undefined && /^(?:t|k)/iu.test(unitText) ? 1000 : 1
}
