import type { Words } from './words.ts'

/** What the inbox says. */
export const inboxWords = {
  title: { de: 'Posteingang', en: 'Inbox' },
  unreadBadge_one: { de: 'eine ungelesene Nachricht', en: 'one unread message' },
  unreadBadge_other: { de: '{{count}} ungelesene Nachrichten', en: '{{count}} unread messages' },
  show: { de: 'Zeigen', en: 'Show' },
  unread: { de: 'Ungelesen ({{count}})', en: 'Unread ({{count}})' },
  all: { de: 'Alle', en: 'All' },
  readAll: { de: 'Alle als gelesen markieren', en: 'Mark all as read' },
  read: { de: 'Gelesen', en: 'Read' },
  readOf: { de: 'Als gelesen markieren: {{text}}', en: 'Mark as read: {{text}}' },
  isUnread: { de: 'Ungelesen:', en: 'Unread:' },
  nothingUnread: { de: 'Sie haben alles gelesen.', en: 'You have read everything.' },
  nothing: {
    de: 'Hier steht, was Ihre Texte betrifft: Freigaben, Änderungswünsche, Kommentare, Fristen. Noch gibt es nichts Neues.',
    en: 'Here stands what concerns your texts: approvals, requests for changes, comments, due dates. There is nothing new yet.',
  },
  today: { de: 'Heute', en: 'Today' },
  yesterday: { de: 'Gestern', en: 'Yesterday' },
  mails: { de: 'Welche Mails kommen wann?', en: 'Which mails come when?' },
  mailsHint: {
    de: 'Im Posteingang steht alles. Was zusätzlich als Mail kommt, legen Sie hier fest; die tägliche Mail geht morgens um 7 Uhr hinaus.',
    en: 'The inbox has everything. What comes by mail as well is for you to choose; the daily mail goes out at 7 in the morning.',
  },
  kind: { de: 'Nachricht', en: 'Message' },
  immediate: { de: 'sofort', en: 'at once' },
  daily: { de: 'täglich', en: 'daily' },
  off: { de: 'keine Mail', en: 'no mail' },
  saved: { de: 'Gespeichert.', en: 'Saved.' },
} as const satisfies Words
