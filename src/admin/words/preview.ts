import type { Words } from './words.ts'

/** The preview of a text. */
export const previewWords = {
  preview: { de: 'Vorschau', en: 'Preview' },
  workingCopy: {
    de: 'Vorschau der Arbeitsfassung. Websites sehen sie nicht.',
    en: 'Preview of the working copy. Sites do not see it.',
  },
  boundText: {
    de: 'Vorschau. Dieser Text ist nicht veröffentlicht; bitte behandeln Sie ihn vertraulich.',
    en: 'Preview. This text is not published; please keep it confidential.',
  },
  past: { de: 'Fassung vom {{when}}.', en: 'Version of {{when}}.' },
  pastBy: {
    de: 'Fassung vom {{when}}, geschrieben von {{name}}.',
    en: 'Version of {{when}}, written by {{name}}.',
  },
  pastIsBoth: {
    de: 'Sie ist die Arbeitsfassung und live.',
    en: 'It is the working copy, and live.',
  },
  pastIsLive: {
    de: 'Sie ist live; die Arbeitsfassung ist eine andere.',
    en: 'It is live; the working copy is another one.',
  },
  pastIsWorking: { de: 'Sie ist die Arbeitsfassung.', en: 'It is the working copy.' },
  pastIsNeither: {
    de: 'Sie ist weder die Arbeitsfassung noch live.',
    en: 'It is neither the working copy nor live.',
  },
  toHistory: { de: 'Zum Verlauf', en: 'To the history' },
  noPastTitle: {
    de: 'Diese Fassung gibt es nicht (mehr)',
    en: 'This version is not there (any more)',
  },
  noPast: {
    de: 'Der Wortlaut älterer Zwischenstände wird nicht auf Dauer aufbewahrt; was mit ihnen geschah, steht im Verlauf. Oder den Text gibt es nicht, oder Sie dürfen ihn nicht lesen.',
    en: 'The words of older intermediate versions are not kept for good; what was done with them stands in the history. Or there is no such text, or you may not read it.',
  },
  behind: {
    de: 'Die Vorschau zeigt nicht das Neueste: Der Server ist gerade nicht zu erreichen.',
    en: 'The preview is behind: the server cannot be reached right now.',
  },
  copyLink: { de: 'Vorschau-Link kopieren', en: 'Copy preview link' },
  copied: {
    de: 'Kopiert. Der Link zeigt genau diesen Stand, ohne Anmeldung, bis {{until}}.',
    en: 'Copied. The link shows exactly this text, without sign-in, until {{until}}.',
  },
  copyYourself: {
    de: 'Bitte kopieren Sie den Link selbst. Er gilt bis {{until}}, ohne Anmeldung.',
    en: 'Please copy the link yourself. It holds until {{until}}, without sign-in.',
  },
  link: { de: 'Vorschau-Link', en: 'Preview link' },
  nothingTitle: { de: 'Hier gibt es nichts zu sehen', en: 'There is nothing to see here' },
  nothing: {
    de: 'Diesen Text gibt es nicht, oder Sie dürfen ihn nicht lesen. Melden Sie sich an, oder bitten Sie um einen Vorschau-Link.',
    en: 'There is no such text, or you may not read it. Sign in, or ask for a preview link.',
  },
  expiredTitle: { de: 'Diese Vorschau ist abgelaufen', en: 'This preview has expired' },
  expired: {
    de: 'Der Link galt bis {{until}}. Bitten Sie die Redaktion um einen neuen.',
    en: 'The link held until {{until}}. Ask the editors for a new one.',
  },
  unknownTitle: { de: 'Dieser Link gilt nicht', en: 'This link does not work' },
  unknown: {
    de: 'Er ist unvollständig oder verändert, oder der Text wird nicht mehr aufbewahrt. Kopieren Sie den ganzen Link, oder bitten Sie die Redaktion um einen neuen.',
    en: 'It is incomplete or was changed, or the text is not kept any more. Copy the whole link, or ask the editors for a new one.',
  },
  failed: {
    de: 'Der Link war nicht zu bekommen. Bitte versuchen Sie es noch einmal.',
    en: 'The link could not be made. Please try again.',
  },
} as const satisfies Words
