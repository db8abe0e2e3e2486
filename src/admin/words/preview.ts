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
