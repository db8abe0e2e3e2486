import type { BilingualText } from './text.ts'

/** What a section of a portrait is about, in the order in which a portrait usually tells it. */
export const sectionKinds = [
  'aufgaben',
  'anforderungen',
  'arbeitsumfeld',
  'zugang',
  'regionales',
  'verdienst',
  'weiterbildung',
  'perspektive',
  'sonstiges',
] as const

export type SectionKind = (typeof sectionKinds)[number]

export const sectionKindLabels: Readonly<Record<SectionKind, BilingualText>> = {
  aufgaben: { de: 'Aufgaben', en: 'Tasks' },
  anforderungen: { de: 'Anforderungen', en: 'Requirements' },
  arbeitsumfeld: { de: 'Arbeitsumfeld', en: 'Working environment' },
  zugang: { de: 'Zugang und Ausbildung', en: 'Access and training' },
  regionales: { de: 'Regionales', en: 'Regional' },
  verdienst: { de: 'Verdienst', en: 'Pay' },
  weiterbildung: { de: 'Weiterbildung', en: 'Further training' },
  perspektive: { de: 'Perspektive', en: 'Prospects' },
  sonstiges: { de: 'Sonstiges', en: 'Other' },
}
