import type { Words } from './words.ts'

/** What the page of proposed changes of reference data says. */
export const proposalWords = {
  title: { de: 'Vorschläge zu Stammdaten', en: 'Proposed reference data' },
  hint: {
    de: 'Was Texte, die live, in Prüfung, freigegeben oder eingeplant sind, von Berufen, Regionen und Quellen zeigen, ändert sich erst, wenn eine zweite Person es bestätigt.',
    en: 'What texts that are live, in review, approved or scheduled show of professions, regions and sources changes only when a second person confirms it.',
  },
  show: { de: 'Zeigen', en: 'Show' },
  open: { de: 'Offen', en: 'Open' },
  decided: { de: 'Entschieden', en: 'Decided' },
  nothingOpen: {
    de: 'Es wartet kein Vorschlag.',
    en: 'No proposal waits.',
  },
  nothingDecided: {
    de: 'Noch wurde über keinen Vorschlag entschieden.',
    en: 'No proposal has been decided yet.',
  },
  of: { de: 'Vorgeschlagen von {{name}} am {{date}}', en: 'Proposed by {{name}} on {{date}}' },
  command: { de: 'einem Befehl am Rechner', en: 'a command at the machine' },
  texts_one: {
    de: 'ein Text, live oder auf dem Weg dorthin, als das vorgeschlagen wurde',
    en: 'one text, live or on its way there, when this was proposed',
  },
  texts_other: {
    de: '{{count}} Texte, live oder auf dem Weg dorthin, als das vorgeschlagen wurde',
    en: '{{count}} texts, live or on their way there, when this was proposed',
  },
  sites_one: { de: 'eine Website zeigte es', en: 'one site showed it' },
  sites_other: { de: '{{count}} Websites zeigten es', en: '{{count}} sites showed it' },
  field: { de: 'Feld', en: 'Field' },
  before: { de: 'Bisher', en: 'Before' },
  after: { de: 'Neu', en: 'After' },
  empty: { de: 'leer', en: 'empty' },
  confirm: { de: 'Bestätigen', en: 'Confirm' },
  reject: { de: 'Ablehnen', en: 'Reject' },
  withdraw: { de: 'Zurückziehen', en: 'Withdraw' },
  confirmOf: { de: 'Bestätigen: {{title}}', en: 'Confirm: {{title}}' },
  rejectOf: { de: 'Ablehnen: {{title}}', en: 'Reject: {{title}}' },
  withdrawOf: { de: 'Zurückziehen: {{title}}', en: 'Withdraw: {{title}}' },
  reason: { de: 'Begründung', en: 'Reason' },
  ownWaits: {
    de: 'Ihr Vorschlag. Eine zweite Person entscheidet.',
    en: 'Your proposal. A second person decides.',
  },
  notYours: {
    de: 'Das Ressort, dem der Eintrag gehört, oder die Verwaltung entscheidet.',
    en: 'The desk whose entry it is decides, or an administrator.',
  },
  confirmed: { de: 'Bestätigt von {{name}} am {{date}}', en: 'Confirmed by {{name}} on {{date}}' },
  rejected: { de: 'Abgelehnt von {{name}} am {{date}}', en: 'Rejected by {{name}} on {{date}}' },
  withdrawn: { de: 'Zurückgezogen am {{date}}', en: 'Withdrawn on {{date}}' },
  newest: {
    de: 'Gezeigt werden die neuesten {{count}} von {{total}}.',
    en: 'The newest {{count}} of {{total}} are shown.',
  },
  waits: {
    de: 'Eine Änderung an diesem Eintrag wartet: vorgeschlagen von {{name}} am {{date}}.',
    en: 'A change of this entry waits: proposed by {{name}} on {{date}}.',
  },
  untilThen: {
    de: 'Bis sie bestätigt ist, bleibt der Eintrag, wie er hier steht.',
    en: 'Until it is confirmed, the entry stays as it stands here.',
  },
  toList: { de: 'Zu den Vorschlägen', en: 'To the proposals' },
} as const satisfies Words
