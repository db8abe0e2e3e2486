import type { BilingualText } from '#model/text.ts'

/** Every check by its name: what a receipt says of a text. */
export const checks = ['completeness', 'richText', 'salary', 'unsourcedSalary'] as const

/** What a check has to say about one place of a document. */
export interface Finding {
  check: (typeof checks)[number]
  severity: 'block' | 'warn'
  /** Path of the field, as in `salaryFigures.0.source`. */
  path: string
  message: BilingualText
}
