import type { Words } from './words.ts'

/** What the newsroom has done, in numbers. */
export const reportWords = {
  title: { de: 'Zahlen', en: 'Reports' },
  period: { de: 'Zeitraum', en: 'Period' },
  quarter: { de: '13 Wochen', en: '13 weeks' },
  year: { de: '52 Wochen', en: '52 weeks' },
  live: { de: 'Veröffentlichte Texte', en: 'Live texts' },
  liveSummary: {
    de: 'Vom {{from}} bis {{to}}: von {{first}} auf {{last}} veröffentlichte Texte.',
    en: 'From {{from}} to {{to}}: from {{first}} to {{last}} live texts.',
  },
  day: { de: 'Tag', en: 'Day' },
  stages: { de: 'Wie lange Texte wo liegen', en: 'How long texts stay where' },
  stagesSummary: {
    de: 'Aufenthalte, die zwischen {{from}} und {{to}} zu Ende gingen. Die Hälfte der Texte war schneller als der mittlere Wert.',
    en: 'Stays that ended between {{from}} and {{to}}. Half of the texts were faster than the median.',
  },
  stagesEmpty: {
    de: 'In diesem Zeitraum hat noch kein Text einen Schritt gemacht. Wählen Sie einen längeren.',
    en: 'No text took a step in this period. Choose a longer one.',
  },
  stage: { de: 'Stand', en: 'Stage' },
  stays: { de: 'Texte', en: 'Texts' },
  median: { de: 'Mittlerer Wert', en: 'Median' },
  slowest: { de: 'Neun von zehn bis', en: 'Nine of ten within' },
  hours_one: { de: '{{number}} Stunde', en: '{{number}} hour' },
  hours_other: { de: '{{number}} Stunden', en: '{{number}} hours' },
  days_one: { de: '{{number}} Tag', en: '{{number}} day' },
  days_other: { de: '{{number}} Tage', en: '{{number}} days' },
  underAnHour: { de: 'unter 1 Stunde', en: 'under 1 hour' },
  laender: { de: 'Abdeckung nach Land', en: 'Coverage by Land' },
  laenderSummary_one: {
    de: 'Regionaltexte in {{count}} Land: {{live}} veröffentlicht, {{inWork}} in Arbeit.',
    en: 'Regional texts in {{count}} Land: {{live}} live, {{inWork}} in work.',
  },
  laenderSummary_other: {
    de: 'Regionaltexte in {{count}} Ländern: {{live}} veröffentlicht, {{inWork}} in Arbeit.',
    en: 'Regional texts in {{count}} Länder: {{live}} live, {{inWork}} in work.',
  },
  laenderEmpty: {
    de: 'Es gibt noch keine Regionen. Legen Sie welche an, dann steht hier, was abgedeckt ist.',
    en: 'There are no regions yet. Add some, and this will say what is covered.',
  },
  land: { de: 'Land', en: 'Land' },
  withoutLand: { de: 'ohne AGS', en: 'without AGS' },
  isLive: { de: 'Veröffentlicht', en: 'Live' },
  inWork: { de: 'In Arbeit', en: 'In work' },
  share: { de: 'Anteil', en: 'Share' },
  shareExplained: {
    de: 'Anteil: veröffentlichte Texte an allen Paaren aus Beruf und Ort.',
    en: 'Share: live texts of all pairs of a profession and a place.',
  },
  csv: { de: 'Als CSV', en: 'As CSV' },
  asTable: { de: 'Als Tabelle', en: 'As a table' },
} as const satisfies Words
