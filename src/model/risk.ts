import type { BilingualText } from './text.ts'

/** What a change puts at risk, from the gravest to the least. */
export const risks = ['facts', 'text', 'cosmetic'] as const
export type Risk = (typeof risks)[number]

export const riskLabels: Readonly<Record<Risk, BilingualText>> = {
  facts: { de: 'Fakten (Gehalt, Quellen, Zuordnung)', en: 'Facts (salary, sources, codes)' },
  text: { de: 'Text', en: 'Text' },
  cosmetic: { de: 'Äußerliches (Tippfehler, Leerraum)', en: 'Cosmetic (typos, whitespace)' },
}

export function isRisk(value: unknown): value is Risk {
  return typeof value === 'string' && risks.some((risk) => risk === value)
}
