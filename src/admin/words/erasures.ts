import type { Words } from './words.ts'

/** What the page of erasures says. */
export const erasureWords = {
  title: { de: 'Löschungen', en: 'Erasures' },
  hint: {
    de: 'Was das Recht verlangt, wird endgültig gelöscht: alte Fassungen, Kommentare, Begründungen, fachliche Stimmen, Namen, Angaben zu Bildern, Berichte von Importen. Eine Person beantragt es, eine zweite bestätigt; eine der beiden gehört zur Verwaltung. Im Protokoll bleibt, dass etwas da war.',
    en: 'What the law asks for is erased for good: old versions, comments, reasons, what experts said, names, what is said of pictures, reports of imports. One person asks for it, a second one confirms; one of them is an administrator. That something was there stays on record.',
  },
  find: { de: 'Worte finden', en: 'Find words' },
  words: { de: 'Worte, die gelöscht werden müssen', en: 'Words that have to be erased' },
  search: { de: 'Suchen', en: 'Search' },
  nowhere: {
    de: 'Nirgends, wo gelöscht werden kann.',
    en: 'Nowhere that can be erased.',
  },
  texts: { de: 'Fassungen', en: 'Versions' },
  comment: { de: 'Kommentar', en: 'Comment' },
  expert: { de: 'Fachliche Stimme', en: 'Expert' },
  event: { de: 'Begründung', en: 'Reason of a step' },
  person: { de: 'Konto', en: 'Account' },
  picture: { de: 'Bild', en: 'Picture' },
  import: { de: 'Bericht eines Imports', en: 'Report of an import' },
  file: { de: 'Dateiname', en: 'Name of a file' },
  view: { de: 'Gemerkte Ansicht', en: 'Kept view' },
  entry: { de: 'Eintrag', en: 'Entry' },
  versions_one: { de: 'eine Fassung', en: 'one version' },
  versions_other: { de: '{{count}} Fassungen', en: '{{count}} versions' },
  inUse: {
    de: 'Steht auch in einer Fassung, die live, in Arbeit, geplant oder im Papierkorb ist: Ändern Sie erst die.',
    en: 'Stands in a version too that is live, worked on, planned or in the trash: change that first.',
  },
  isHere: {
    de: 'Das Konto ist aktiv. Deaktivieren Sie es zuerst.',
    en: 'The account is active. Deactivate it first.',
  },
  changeThere: {
    de: 'Das gilt jetzt: Ändern oder löschen Sie den Eintrag, wo er steht.',
    en: 'This holds now: change or delete the entry where it is.',
  },
  ask: { de: 'Löschung beantragen', en: 'Ask for erasure' },
  askOf: { de: 'Löschung beantragen: {{title}}', en: 'Ask for erasure: {{title}}' },
  reason: { de: 'Begründung des Antrags', en: 'Why it has to go' },
  reasonHint: {
    de: 'Nennen Sie den Grund, nicht die Worte und keine Namen: Die Begründung bleibt im Protokoll.',
    en: 'Give the reason, not the words and no names: what you write here stays on record.',
  },
  waitsNow: {
    de: 'Beantragt. Eine zweite Person entscheidet.',
    en: 'Asked for. A second person decides.',
  },
  list: { de: 'Anträge', en: 'What was asked for' },
  show: { de: 'Zeigen', en: 'Show' },
  open: { de: 'Offen', en: 'Open' },
  decided: { de: 'Entschieden', en: 'Decided' },
  nothingOpen: { de: 'Es wartet keine Löschung.', en: 'No erasure waits.' },
  nothingDecided: {
    de: 'Noch wurde über keine Löschung entschieden.',
    en: 'No erasure has been decided yet.',
  },
  newest: {
    de: 'Die neuesten {{count}} von {{total}}.',
    en: 'The newest {{count}} of {{total}}.',
  },
  of: { de: 'Beantragt von {{name}} am {{date}}', en: 'Asked for by {{name}} on {{date}}' },
  confirmed: { de: 'gelöscht durch {{name}} am {{date}}', en: 'erased by {{name}} on {{date}}' },
  rejected: { de: 'abgelehnt von {{name}} am {{date}}', en: 'rejected by {{name}} on {{date}}' },
  withdrawn: {
    de: 'zurückgezogen von {{name}} am {{date}}',
    en: 'withdrawn by {{name}} on {{date}}',
  },
  ownWaits: {
    de: 'Ihr Antrag. Eine zweite Person entscheidet.',
    en: 'You asked for it. A second person decides.',
  },
  notYours: {
    de: 'Darüber entscheidet die Verwaltung.',
    en: 'An administrator decides on it.',
  },
  confirm: { de: 'Endgültig löschen', en: 'Erase for good' },
  reject: { de: 'Ablehnen', en: 'Reject' },
  withdraw: { de: 'Zurückziehen', en: 'Withdraw' },
  confirmOf: { de: 'Endgültig löschen: {{title}}', en: 'Erase for good: {{title}}' },
  rejectOf: { de: 'Ablehnen: {{title}}', en: 'Reject: {{title}}' },
  withdrawOf: { de: 'Zurückziehen: {{title}}', en: 'Withdraw: {{title}}' },
  answer: { de: 'Begründung', en: 'Your reason' },
  forGood: {
    de: 'Niemand holt das zurück, auch nicht aus einer älteren Fassung. Was Sicherungen davor enthalten, läuft mit ihnen ab.',
    en: 'Nobody brings this back, not from an older version either. What backups from before hold ends with them.',
  },
} as const satisfies Words
