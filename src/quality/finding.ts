import type { BilingualText } from '#model/text.ts'

/** Every check of a text by its name: what a receipt says of it. */
export const checks = [
  'completeness',
  'richText',
  'salary',
  'unsourcedSalary',
  'sectionKinds',
  'headings',
  'unsourcedFigures',
  'longSentences',
  'readability',
  'searchEngines',
] as const

/** What a check has to say about one place of a document. */
export interface Finding {
  /** `codes` speaks of the profession and the region, not of the text: no receipt carries it. */
  check: (typeof checks)[number] | 'codes'
  severity: 'block' | 'warn'
  /** Path of the field, as in `salaryFigures.0.source`. */
  path: string
  message: BilingualText
}
