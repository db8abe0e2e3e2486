import type { Words } from './words.ts'

/** The checks panel beside a text. */
export const checkWords = {
  title: { de: 'Prüfung', en: 'Checks' },
  blocks: { de: 'Blockiert', en: 'Blocking' },
  blocksExplained: {
    de: 'Ohne dies geht der Text nicht weiter.',
    en: 'Without this the text cannot move on.',
  },
  hints: { de: 'Hinweise', en: 'Hints' },
  measures: { de: 'Zahlen zum Text', en: 'The text in numbers' },
  blockCount_one: { de: '{{count}} blockiert', en: '{{count}} blocks' },
  blockCount_other: { de: '{{count}} blockieren', en: '{{count}} block' },
  hintCount_one: { de: '{{count}} Hinweis', en: '{{count}} hint' },
  hintCount_other: { de: '{{count}} Hinweise', en: '{{count}} hints' },
  nothing: { de: 'Nichts zu beanstanden.', en: 'Nothing to mend.' },
  waiting: { de: 'Wird geprüft …', en: 'Checking …' },
  words: { de: 'Wörter', en: 'Words' },
  readingTime: { de: 'Lesezeit', en: 'Reading time' },
  minutes_one: { de: 'etwa {{count}} Minute', en: 'about {{count}} minute' },
  minutes_other: { de: 'etwa {{count}} Minuten', en: 'about {{count}} minutes' },
  readability: { de: 'Lesbarkeit', en: 'Readability' },
  grade: { de: 'Stufe {{grade}} von 15', en: 'grade {{grade}} of 15' },
  tooShort: { de: 'ab 100 Wörtern', en: 'from 100 words on' },
  gradeExplained: {
    de: 'Wiener Sachtextformel: Stufe 8 liest eine achte Klasse ohne Mühe.',
    en: 'Wiener Sachtextformel: grade 8 is read with ease after eight years of school.',
  },
  timeExplained: {
    de: 'Lesezeit bei {{count}} Wörtern in der Minute.',
    en: 'Reading time at {{count}} words a minute.',
  },
  sections: { de: 'Wörter je Abschnitt', en: 'Words per section' },
  kinds: { de: 'Erwartete Abschnitte', en: 'Expected sections' },
  kindsPresent: { de: '{{present}} von {{expected}}', en: '{{present}} of {{expected}}' },
} as const satisfies Words
