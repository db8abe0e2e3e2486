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

/** What belongs in a section of each kind: what completes "Hinein gehört:" or "It holds:". */
export const sectionKindHints: Readonly<Record<SectionKind, BilingualText>> = {
  aufgaben: {
    de: 'was im Alltag zu tun ist, was davon täglich vorkommt und was selten.',
    en: 'what is to be done day by day, what of it is routine and what is rare.',
  },
  anforderungen: {
    de: 'was man können, wissen und mitbringen muss und woran Bewerbungen scheitern.',
    en: 'what one must know, be able to do and bring along, and why applications fail.',
  },
  arbeitsumfeld: {
    de: 'Ort, Zeiten, Team, Werkzeuge und Belastungen eines Arbeitstags.',
    en: 'place, hours, team, tools and strains of a working day.',
  },
  zugang: {
    de: 'Ausbildung, Studium, Anerkennung und Quereinstieg, jeweils mit Dauer und Abschluss.',
    en: 'training, studies, recognition and side entry, each with its length and degree.',
  },
  regionales: {
    de: 'Arbeitgeber, Branchen, Wege und Wohnen, wie es sie nur hier gibt. Nichts, was auch auf die Nachbarstadt passt.',
    en: 'employers, industries, ways to work and housing as only this place has them. Nothing that fits the next town as well.',
  },
  verdienst: {
    de: 'Beträge mit Zeitraum, Jahr und Quelle und wovon sie abhängen, etwa Erfahrung, Tarif oder Betriebsgröße.',
    en: 'amounts with period, year and source, and what they depend on, such as experience, agreement or size of the firm.',
  },
  weiterbildung: {
    de: 'Abschlüsse und Kurse, die weiterführen, mit Dauer und Kosten, soweit bekannt.',
    en: 'degrees and courses that lead on, with length and cost where known.',
  },
  perspektive: {
    de: 'wohin der Beruf führt und wie gefragt er ist, mit Belegen statt Versprechen.',
    en: 'where the profession leads and how much it is in demand, with evidence in place of promises.',
  },
  sonstiges: {
    de: 'nur, was in keine andere Art passt.',
    en: 'only what fits no other kind.',
  },
}
