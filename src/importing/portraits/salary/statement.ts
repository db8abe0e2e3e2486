import type { SalaryKind, SalaryPeriod } from '#model/salary.ts'
import type { Reference } from './references.ts'

/** What a sentence says about pay, in EUR. */
export interface SalaryStatement extends Reference {
  kind: SalaryKind
  min: number | null
  max: number | null
  median: number | null
  q25: number | null
  q75: number | null
  /** "Richtung 90.000 €": where the text points, not a figure. */
  upperHint: number | null
  period: SalaryPeriod
  /** false: guessed by the magnitude of the amount. */
  isPeriodStated: boolean
  gross: boolean | null
  /** The sentence, verbatim. */
  quote: string
}
