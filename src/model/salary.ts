import type { BilingualText } from './text.ts'

export const salaryKinds = ['einstieg', 'spanne', 'median'] as const
export type SalaryKind = (typeof salaryKinds)[number]

export const salaryPeriods = ['JAHR', 'MONAT', 'STUNDE'] as const
export type SalaryPeriod = (typeof salaryPeriods)[number]

export const salaryKindLabels: Readonly<Record<SalaryKind, BilingualText>> = {
  einstieg: { de: 'Einstieg', en: 'Entry' },
  spanne: { de: 'Spanne', en: 'Range' },
  median: { de: 'Median', en: 'Median' },
}

export const salaryPeriodLabels: Readonly<Record<SalaryPeriod, BilingualText>> = {
  JAHR: { de: 'pro Jahr', en: 'per year' },
  MONAT: { de: 'pro Monat', en: 'per month' },
  STUNDE: { de: 'pro Stunde', en: 'per hour' },
}

/** The amounts of one salary figure, in EUR per period; null or absent means: not stated. */
export interface SalaryAmounts {
  min?: number | null | undefined
  max?: number | null | undefined
  median?: number | null | undefined
  q25?: number | null | undefined
  q75?: number | null | undefined
  /** "Richtung 90.000 €": where the text points, not a figure anybody stands for. */
  upperHint?: number | null | undefined
}

export const amountNames = ['min', 'q25', 'median', 'q75', 'max', 'upperHint'] as const
export type AmountName = (typeof amountNames)[number]

/** A contradiction inside one figure, at the amount where an editor would mend it. */
export interface SalaryProblem {
  amount: AmountName
  message: BilingualText
}

/**
 * Checks one figure: every amount positive (a suppressed cell of a statistic arrives as null or
 * negative and is no amount), min ≤ q25 ≤ median ≤ q75 ≤ max, and at least one amount stated.
 */
export function findSalaryProblems(amounts: SalaryAmounts): SalaryProblem[] {
  const problems: SalaryProblem[] = []
  const stated = amountNames.filter((name) => typeof amounts[name] === 'number')
  if (stated.length === 0) {
    problems.push({
      amount: 'min',
      message: {
        de: 'Die Angabe nennt keinen Betrag.',
        en: 'The figure states no amount.',
      },
    })
  }
  for (const name of stated) {
    const value = amounts[name]
    if (typeof value === 'number' && !(Number.isFinite(value) && value > 0)) {
      problems.push({
        amount: name,
        message: {
          de: `${name} muss größer als 0 sein, ist aber ${String(value)}. Unterdrückte Werte bleiben leer.`,
          en: `${name} must be greater than 0 but is ${String(value)}. Leave suppressed values empty.`,
        },
      })
    }
  }
  const ordered = (['min', 'q25', 'median', 'q75', 'max'] as const).flatMap((name) => {
    const value = amounts[name]
    return typeof value === 'number' ? [{ name, value }] : []
  })
  for (const [index, upper] of ordered.entries()) {
    const lower = ordered[index - 1]
    if (lower && lower.value > upper.value) {
      problems.push({
        amount: upper.name,
        message: {
          de: `${upper.name} (${String(upper.value)}) ist kleiner als ${lower.name} (${String(lower.value)}).`,
          en: `${upper.name} (${String(upper.value)}) is smaller than ${lower.name} (${String(lower.value)}).`,
        },
      })
    }
  }
  return problems
}
