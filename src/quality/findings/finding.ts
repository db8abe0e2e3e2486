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
  'consents',
] as const

/** What a check has to say about one place of a document. */
export interface Finding {
  /**
   * `codes` speaks of the profession and the region, not of the text, and `limits` of a text that nobody can
   * write any more: no receipt carries them.
   */
  check: (typeof checks)[number] | 'codes' | 'limits'
  severity: 'block' | 'warn'
  /** Path of the field, as in `salaryFigures.0.source`. */
  path: string
  message: BilingualText
}

/** What each check is called. */
export const checkLabels: Readonly<Record<Finding['check'], BilingualText>> = {
  completeness: { de: 'Vollständigkeit', en: 'Completeness' },
  richText: { de: 'Erlaubte Inhalte', en: 'Allowed content' },
  salary: { de: 'Gehaltsangaben', en: 'Salary figures' },
  unsourcedSalary: { de: 'Quellen der Gehaltsangaben', en: 'Sources of salary figures' },
  sectionKinds: { de: 'Erwartete Abschnitte', en: 'Expected sections' },
  headings: { de: 'Zwischenüberschriften', en: 'Headings' },
  unsourcedFigures: { de: 'Zahlen ohne Quelle', en: 'Figures without a source' },
  longSentences: { de: 'Lange Sätze', en: 'Long sentences' },
  readability: { de: 'Lesbarkeit', en: 'Readability' },
  searchEngines: { de: 'Suchmaschinen', en: 'Search engines' },
  consents: { de: 'Einwilligungen', en: 'Consents' },
  codes: { de: 'Kennziffern', en: 'Codes' },
  limits: { de: 'Obergrenzen', en: 'Limits' },
}
