import type { Words } from './words.ts'

export const homeWords = {
  title: { de: 'Redaktion', en: 'Newsroom' },
  greeting: { de: 'Guten Tag, {{name}}', en: 'Hello, {{name}}' },
  newSection: { de: 'Neuer Regionaltext', en: 'New regional section' },
  newProfile: { de: 'Neues Berufsprofil', en: 'New career profile' },
  all: { de: 'Alle {{total}} ansehen', en: 'See all {{total}}' },
  queue: { de: 'Wartet auf Ihre Prüfung', en: 'Waiting for your review' },
  queueStart: { de: 'Mit dem ersten beginnen', en: 'Start with the first' },
  queueEmpty: {
    de: 'Nichts wartet auf Sie. Was Autorinnen und Autoren einreichen, erscheint hier; was Sie selbst geschrieben haben, prüft jemand anderes.',
    en: 'Nothing waits for you. What authors submit appears here; what you wrote yourself is reviewed by somebody else.',
  },
  signOffs: { de: 'Ihre Freigaben nach Art', en: 'Your sign-offs by kind' },
  asked: { de: 'Zurück an Sie: bitte überarbeiten', en: 'Back to you: please revise' },
  askedEmpty: {
    de: 'Niemand hat Änderungen an Ihren Texten erbeten.',
    en: 'Nobody has asked for changes to your texts.',
  },
  askedBy: { de: '{{name}} bittet: „{{reason}}“', en: '{{name}} asks: “{{reason}}”' },
  assigned: { de: 'Ihnen zum Schreiben zugeteilt', en: 'Assigned to you to write' },
  mine: { de: 'Meine Texte', en: 'My texts' },
  mineEmpty: {
    de: 'Sie haben noch keinen Text. Beginnen Sie einen neuen, oder importieren Sie Ihre Textdateien.',
    en: 'You have no text yet. Begin a new one, or import your text files.',
  },
  import: { de: 'Textdateien importieren', en: 'Import text files' },
  dueSoon: { de: 'Bald fällig', en: 'Due soon' },
  dueSoonEmpty: {
    de: 'In den nächsten sieben Tagen ist nichts fällig.',
    en: 'Nothing is due within seven days.',
  },
  approved: { de: 'Von Ihnen freigegeben, noch nicht live', en: 'Approved by you, not live yet' },
  approvedEmpty: {
    de: 'Alles, was Sie freigegeben haben, ist live.',
    en: 'All that you have approved is live.',
  },
  scheduled: { de: 'Eingeplant', en: 'Scheduled' },
  scheduledEmpty: {
    de: 'Nichts ist eingeplant.',
    en: 'Nothing is scheduled.',
  },
  wentLive: { de: 'Zuletzt veröffentlicht', en: 'Went live lately' },
  wentLiveEmpty: {
    de: 'Noch ist nichts live. Ein freigegebener Text geht mit „Veröffentlichen“ an die Websites.',
    en: 'Nothing is live yet. An approved text goes to the sites with “Publish”.',
  },
} as const satisfies Words
