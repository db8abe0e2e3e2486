import type { SalaryPeriod } from '#model/salary.ts'
import type { Amount } from './amounts.ts'

/** Words about pay; "gehalten" is none. */
const payWords =
  /verdien|gehalt(?!en|voll)|gehälter|(?<!be)lohn(?!t(?!\p{L})|en(?:d|swert|(?!\p{L})))|löhne|entgelt|einkommen|vergüt|brutto|netto|bezahl|besoldung|honorar/giu

/** Money that is not the pay of the profession. */
const otherMoney =
  /umsatz|umsätz|investition|investier|budget|kosten|million|milliard|\bmio\b|\bmrd\b|gebühr|förder|zuschuss|zulage|zuschlag|zuschläge|prämie|bonus|weihnachtsgeld|urlaubsgeld|miete|bafög|preis/giu

/** The pay of apprentices: a thing of its own, whatever else the clause says. */
const trainingPay =
  /ausbildungsvergütung|ausbildungsgehalt|ausbildungsentgelt|azubi|auszubildende|lehrjahr|ausbildungsjahr|lehrlings/iu

/** A difference between two pays: "200 € mehr". */
const difference =
  /^\s*(?:brutto\s+|netto\s+)?(?:mehr|weniger|höher|niedriger|aufschlag|unterschied)/iu

const periods: readonly { period: SalaryPeriod; pattern: RegExp }[] = [
  {
    period: 'JAHR',
    pattern:
      /jährlich|(?:pro|im|je)\s+jahr(?!\p{L}|\s+\d{4})|jahres(?!zeit|ende|beginn|wechsel)|\bp\.\s?a\.|\/\s?jahr(?!\p{L})|per annum/giu,
  },
  {
    period: 'MONAT',
    pattern: /monatlich|(?:pro|im|je)\s+monat(?!\p{L})|monats|\/\s?monat(?!\p{L})|\bmtl\./giu,
  },
  {
    period: 'STUNDE',
    pattern:
      /stündlich|(?:pro|je|in der|die)\s+(?:arbeits)?stunde(?!\p{L})|stundenlohn|stundenlöhne|stundensatz|stundensätze|\/\s?(?:h|std\.?|stunde)(?!\p{L})/giu,
  },
]

/** "13 Monatsgehälter" say how often a year pays, not what the amount is for. */
const paidTimes = /\d+(?:,\d+)?\s+monats(?:gehälter|löhne)/giu

/** Says whether a text speaks of pay. */
export function speaksOfPay(text: string): boolean {
  return text.search(payWords) !== -1
}

/** Says whether a text speaks of what apprentices get. */
export function speaksOfTrainingPay(text: string): boolean {
  return trainingPay.test(text)
}

/** Says whether an amount is something else than pay, by the nearer of the words around it. */
export function isOtherMoney(clause: string, amount: Pick<Amount, 'start' | 'end'>): boolean {
  if (difference.test(clause.slice(amount.end))) return true
  return nearest(clause, otherMoney, amount) < nearest(clause, payWords, amount)
}

/** The period that the nearest word of the sentence states; else the one the magnitude suggests. */
export function periodOf(
  sentence: string,
  amount: Amount,
): { period: SalaryPeriod; isPeriodStated: boolean } {
  const plain = sentence.replace(paidTimes, (match) => ' '.repeat(match.length))
  const stated = periods
    .map(({ period, pattern }) => ({ period, distance: nearest(plain, pattern, amount) }))
    .sort((left, right) => left.distance - right.distance)[0]
  if (stated && Number.isFinite(stated.distance)) {
    return { period: stated.period, isPeriodStated: true }
  }
  const value = amount.upper
  const period = value >= 12_000 ? 'JAHR' : value >= 450 ? 'MONAT' : 'STUNDE'
  return { period, isPeriodStated: false }
}

/** Whether the amount is before tax: the nearest word decides, null where none is. */
export function grossOf(sentence: string, amount: Amount): boolean | null {
  const gross = nearest(sentence, /brutto/giu, amount)
  const net = nearest(sentence, /netto/giu, amount)
  return gross === net ? null : gross < net
}

function nearest(
  text: string,
  pattern: RegExp,
  { start, end }: Pick<Amount, 'start' | 'end'>,
): number {
  const distances = [...text.matchAll(pattern)].map((match) => {
    const matchEnd = match.index + match[0].length
    if (matchEnd <= start) return start - matchEnd
    return Math.max(0, match.index - end)
  })
  return Math.min(Infinity, ...distances)
}
