import type { SalaryAmounts, SalaryPeriod } from './salary.ts'

/** What of a salary figure stands beside its amounts. */
export interface SalaryCircumstances {
  period: SalaryPeriod
  gross?: boolean | null
  fullTime?: boolean | null
}

/**
 * The amounts of a salary figure as a German reader would write them: `3.300 € bis 3.500 €`,
 * `im Mittel 52.000 €, die mittlere Hälfte 45.000 € bis 61.000 €`. '' where none is stated.
 */
export function amountsInWords(amounts: SalaryAmounts, currency = 'EUR'): string {
  const money = (amount: number) =>
    new Intl.NumberFormat('de-DE', {
      style: 'currency',
      currency,
      minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    }).format(amount)
  const { min, max, median, q25, q75, upperHint } = amounts
  const parts = [
    isStated(median) ? `im Mittel ${money(median)}` : '',
    range(min, max, money),
    isStated(q25) && isStated(q75) ? `die mittlere Hälfte ${money(q25)} bis ${money(q75)}` : '',
    isStated(upperHint) ? `in Richtung ${money(upperHint)}` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** What an amount is for: `brutto im Monat, Vollzeit`. */
export function circumstancesInWords({ period, gross, fullTime }: SalaryCircumstances): string {
  const per = { JAHR: 'im Jahr', MONAT: 'im Monat', STUNDE: 'in der Stunde' }[period]
  return `${gross === true ? 'brutto ' : ''}${per}${fullTime === true ? ', Vollzeit' : ''}`
}

function range(
  min: number | null | undefined,
  max: number | null | undefined,
  money: (amount: number) => string,
): string {
  if (isStated(min) && isStated(max)) {
    return min === max ? money(min) : `${money(min)} bis ${money(max)}`
  }
  if (isStated(min)) return `ab ${money(min)}`
  return isStated(max) ? `bis ${money(max)}` : ''
}

function isStated(amount: number | null | undefined): amount is number {
  return typeof amount === 'number'
}
