import type { SalaryPeriod } from '#model/salary.ts'
import type { Clause } from './clauses.ts'
import { distanceTo } from './nearest.ts'

export interface StatedPeriod {
  period: SalaryPeriod
  /** false: guessed by the magnitude of the amount. */
  isPeriodStated: boolean
}

const pay =
  '(?:brutto|netto|gehalt|gehält|verdienst|einkommen|lohn|löhne|entgelt|bezüge|vergüt|bezahl|salär|satz|sätze|basis|schnitt|mittel)'

const periods: readonly { period: SalaryPeriod; pattern: RegExp }[] = [
  {
    period: 'JAHR',
    pattern: new RegExp(
      `(?<!all)jährlich|jährl\\.|(?:pro|im|je|jedes|aufs|übers|ganze[sn]|gesamte[sn]|auf das|das)\\s+` +
        `(?:(?:ganze|volle)n?\\s+)?jahr(?!\\p{L}|\\s+\\d{4})|jahres${pay}|` +
        '(?<!\\p{L})p\\.\\s?a\\.|\\/\\s?jahr(?!\\p{L})|per annum',
      'giu',
    ),
  },
  {
    period: 'MONAT',
    pattern: new RegExp(
      `monatlich|monatl\\.|(?:pro|im|je|jeden|auf den)\\s+monat(?!\\p{L})|monats${pay}|` +
        '\\/\\s?monat(?!\\p{L})|(?<!\\p{L})mtl\\.|(?<!\\p{L})p\\.\\s?m\\.',
      'giu',
    ),
  },
  {
    period: 'STUNDE',
    pattern: new RegExp(
      `stündlich|(?:pro|je|in der|die|jede)\\s+(?:arbeits)?stunde(?!\\p{L})|stunden${pay}|` +
        'pro\\s+std\\.?(?!\\p{L})|\\/\\s?(?:h|std\\.?|stunde)(?!\\p{L})',
      'giu',
    ),
  },
]

/** Per day or week: periods that a salary figure of the CMS does not have. */
const otherPeriod =
  /(?<!\p{L})(?:pro|am|je)\s+(?:tag|woche)(?!\p{L})|\/\s?(?:tag|woche)(?!\p{L})|tagessatz|tagessätze|tagesgage|wochenlohn|wöchentlich/iu

/** "13 Monatsgehälter" say how often a year pays, not what the amount is for. */
const paidTimes =
  /(?:(?<!\d)\d+(?:,\d+)?|zwölf|dreizehn|vierzehn|13\.|14\.)\s+monats(?:gehalt|gehälter|gehältern|löhnen?)(?!\p{L})/giu

/** Says whether an amount is for a day or a week. */
export function isForDayOrWeek(clause: Clause): boolean {
  return otherPeriod.test(clause.text)
}

/**
 * The period of an amount: what its own clause says; else what the clauses next to it say, then the
 * sentences next to its own, where that fits its magnitude; else what the magnitude suggests.
 *
 * @param periodsIn reads the periods of a text: the texts around are the same for many amounts
 */
export function periodOf(
  clause: Clause,
  context: readonly (readonly string[])[],
  periodsIn: ReadPeriods,
): StatedPeriod {
  const own = nearestPeriod(clause)
  if (own) return { period: own, isPeriodStated: true }
  const { upper } = clause.amount
  for (const texts of context) {
    const stated = new Set(texts.flatMap(periodsIn).filter((period) => fits(upper, period)))
    const [only, ...others] = stated
    if (only !== undefined && others.length === 0) return { period: only, isPeriodStated: true }
  }
  const period = upper >= 12_000 ? 'JAHR' : upper >= 100 ? 'MONAT' : 'STUNDE'
  return { period, isPeriodStated: false }
}

function nearestPeriod({ text, start, end }: Clause): SalaryPeriod | null {
  const plain = withoutPaidTimes(text)
  const nearest = periods
    .map(({ period, pattern }) => ({
      period,
      distance: distanceTo(plain, pattern, { start, end }),
    }))
    .sort((left, right) => left.distance - right.distance)[0]
  return nearest && Number.isFinite(nearest.distance) ? nearest.period : null
}

/** The periods that a text names. */
export type ReadPeriods = (text: string) => readonly SalaryPeriod[]

/** Reads the periods of texts, and each text once. For the texts of one paragraph. */
export function readingPeriods(): ReadPeriods {
  const known = new Map<string, readonly SalaryPeriod[]>()
  return (text) => {
    const found = known.get(text) ?? periodsNamedIn(text)
    known.set(text, found)
    return found
  }
}

function periodsNamedIn(text: string): SalaryPeriod[] {
  const plain = withoutPaidTimes(text)
  return periods.filter(({ pattern }) => plain.search(pattern) !== -1).map(({ period }) => period)
}

function withoutPaidTimes(text: string): string {
  return text.replace(paidTimes, (match) => ' '.repeat(match.length))
}

/** What an hour, a month or a year may pay at all. */
function fits(amount: number, period: SalaryPeriod): boolean {
  const [least, most] = { STUNDE: [5, 200], MONAT: [300, 20_000], JAHR: [4_000, Infinity] }[period]
  return amount >= (least ?? 0) && amount <= (most ?? Infinity)
}
