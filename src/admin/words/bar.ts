import type { Words } from './words.ts'

/** The workflow bar of a document, and the state of its saving. */
export const barWords = {
  label: { de: 'Workflow', en: 'Workflow' },
  steps: { de: 'Weg des Textes', en: 'Way of the text' },
  taken: { de: '{{step}}: erledigt.', en: '{{step}}: done.' },
  unreachable: {
    de: 'Der Stand des Textes war nicht zu laden.',
    en: 'The state of the text could not be loaded.',
  },
  withAuthor: { de: 'liegt bei {{name}}', en: 'with {{name}}' },
  withDesk: { de: 'liegt bei der Redaktion ({{desks}})', en: 'with the editors ({{desks}})' },
  withEditors: { de: 'liegt bei der Redaktion', en: 'with the editors' },
  reviewer: { de: 'prüfen soll {{name}}', en: 'to be reviewed by {{name}}' },
  comments_one: { de: '{{count}} offener Kommentar', en: '{{count}} open comment' },
  comments_other: { de: '{{count}} offene Kommentare', en: '{{count}} open comments' },
  blocking_one: {
    de: 'davon {{count}}, der die Freigabe aufhält',
    en: '{{count}} of them blocking',
  },
  blocking_other: {
    de: 'davon {{count}}, die die Freigabe aufhalten',
    en: '{{count}} of them blocking',
  },
  blocked: { de: '{{step}} geht noch nicht:', en: '{{step}} is not possible yet:' },
  obstacles_one: { de: '{{reason}} {{first}}', en: '{{reason}} {{first}}' },
  obstacles_other: {
    de: '{{reason}} Das erste von {{count}}: {{first}}',
    en: '{{reason}} The first of {{count}}: {{first}}',
  },
  approvals: { de: 'Freigaben: {{progress}}', en: 'Approvals: {{progress}}' },
  otherVersionAt: {
    de: 'die freigegebene Fassung geht live am {{when}}',
    en: 'the approved version goes live on {{when}}',
  },
  plannerLeft: {
    de: 'geplant von {{name}}, wer das nicht mehr ändern kann; der Plan gilt',
    en: 'planned by {{name}}, who cannot change it any more; the plan stands',
  },
  editEndsPlan: {
    de: 'Wer diesen Text ändert, hebt seinen Termin auf.',
    en: 'Whoever changes this text calls its date off.',
  },
  keepPlan: {
    de: 'Plan behalten und neue Fassung beginnen',
    en: 'Keep the plan and begin a new version',
  },
  planIsKept: {
    de: 'Der Termin gilt für die freigegebene Fassung; was Sie jetzt ändern, wird eine neue.',
    en: 'The date is that of the approved version; what you change now becomes a new one.',
  },
  freePlan: { de: 'Doch nicht behalten', en: 'Do not keep it' },
  signOff: { de: 'Abzeichnen: {{what}}', en: 'Sign off: {{what}}' },
  signedOff: { de: '{{what}}: abgezeichnet von {{name}}', en: '{{what}}: signed off by {{name}}' },
  notSignedOff: { de: '{{what}}: noch abzuzeichnen', en: '{{what}}: to be signed off' },
  nobodySignsOff: {
    de: '{{what}}: niemand kann das abzeichnen; die Verwaltung nennt jemanden in den Regeln der Freigabe',
    en: '{{what}}: nobody can sign this off; the administration names somebody in the rules of approval',
  },
  assign: { de: 'Zuteilen …', en: 'Assign …' },
  assignTitle: {
    de: 'Wer schreibt, wer prüft, bis wann?',
    en: 'Who writes, who reviews, by when?',
  },
  writer: { de: 'Schreibt', en: 'Writes' },
  reviews: { de: 'Prüft', en: 'Reviews' },
  nobody: { de: 'Niemand', en: 'Nobody' },
  dueAt: { de: 'Fällig am', en: 'Due on' },
  review: { de: 'Prüfansicht', en: 'Review' },
  saved: { de: 'Gespeichert, {{when}}', en: 'Saved, {{when}}' },
  saving: { de: 'Wird gespeichert …', en: 'Saving …' },
  unsaved: { de: 'Noch nicht gespeichert', en: 'Not saved yet' },
  notSaved: {
    de: 'Nicht gespeichert: keine Verbindung. Es wird weiter versucht; bitte lassen Sie die Seite offen.',
    en: 'Not saved: no connection. Saving is tried again; please keep the page open.',
  },
  signedOut: {
    de: 'Nicht gespeichert: Ihre Anmeldung ist abgelaufen. Melden Sie sich in einem anderen Tab an; diese Seite speichert dann von selbst.',
    en: 'Not saved: your session has ended. Sign in in another tab; this page then saves by itself.',
  },
  saveNow: { de: 'Jetzt speichern', en: 'Save now' },
  conflictTitle: {
    de: 'Jemand anderes hat diesen Text geändert',
    en: 'Somebody else changed this text',
  },
  conflictExplains: {
    de: 'Ihre letzte Änderung ist nicht gespeichert. Unten stehen beide Fassungen, wo sie sich unterscheiden. Die gespeicherte Fassung bleibt im Verlauf; Ihre ist nur hier: Kopieren Sie, was Sie daraus noch brauchen.',
    en: 'Your last change was not saved. Below are both versions where they differ. The saved version stays in the history; yours is only here: copy what you still need of it.',
  },
  theirs: { de: 'Gespeicherte Fassung', en: 'Saved version' },
  mine: { de: 'Ihre Fassung', en: 'Your version' },
  keepMine: { de: 'Meine Fassung speichern', en: 'Save my version' },
  takeTheirs: { de: 'Gespeicherte Fassung übernehmen', en: 'Take the saved version' },
  copyMine: { de: 'Meinen Text kopieren', en: 'Copy my text' },
  empty: { de: '(leer)', en: '(empty)' },
  elsewhere: {
    de: 'Die Fassungen unterscheiden sich in Angaben außerhalb des Textes (Gehalt, Quellen, Bilder, Suchmaschinen).',
    en: 'The versions differ in details outside the text (pay, sources, pictures, search engines).',
  },
} as const satisfies Words
