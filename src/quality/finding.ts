import type { BilingualText } from '#model/text.ts'

/** What a check has to say about one place of a document. */
export interface Finding {
  check: string
  severity: 'block' | 'warn'
  /** Path of the field, as in `salaryFigures.0.source`. */
  path: string
  message: BilingualText
}
