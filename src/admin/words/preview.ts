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
  failed: {
    de: 'Der Link war nicht zu bekommen. Bitte versuchen Sie es noch einmal.',
    en: 'The link could not be made. Please try again.',
  },
} as const satisfies Words
