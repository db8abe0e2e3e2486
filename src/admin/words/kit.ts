import type { Words } from './words.ts'

/** What any screen says. */
export const kitWords = {
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  close: { de: 'Schließen', en: 'Close' },
  save: { de: 'Speichern', en: 'Save' },
  remove: { de: 'Entfernen', en: 'Remove' },
  retry: { de: 'Erneut versuchen', en: 'Try again' },
  loading: { de: 'Wird geladen …', en: 'Loading …' },
  more: { de: 'Mehr laden', en: 'Load more' },
  copy: { de: 'Kopieren', en: 'Copy' },
  copied: { de: 'Kopiert', en: 'Copied' },
  drag: { de: 'Verschieben', en: 'Move' },
  menu: { de: 'Weitere Aktionen', en: 'More actions' },
  account: { de: 'Konto', en: 'Account' },
  bold: { de: 'Fett', en: 'Bold' },
  italic: { de: 'Kursiv', en: 'Italic' },
  hyperlink: { de: 'Link einfügen', en: 'Insert link' },
  link: { de: 'Eintrag öffnen', en: 'Open entry' },
  none: { de: '–', en: '–' },
  unreachable: {
    de: 'Der Server ist gerade nicht zu erreichen. Ihre Eingaben sind noch da; bitte versuchen Sie es gleich noch einmal.',
    en: 'The server cannot be reached right now. Your input is still here; please try again in a moment.',
  },
  failed: {
    de: 'Das hat nicht geklappt (Fehler {{status}}). Bitte versuchen Sie es noch einmal.',
    en: 'That did not work (error {{status}}). Please try again.',
  },
  notAllowed: {
    de: 'Diese Seite ist nichts für Ihre Rolle.',
    en: 'This page is not for your role.',
  },
} as const satisfies Words
