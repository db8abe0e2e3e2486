import type { Words } from './words.ts'

/** What is said of one text wherever it is listed. */
export const textsWords = {
  nationwide: { de: 'bundesweit', en: 'nationwide' },
  untitled: { de: 'Ohne Überschrift', en: 'Untitled' },
  due: { de: 'fällig {{when}}', en: 'due {{when}}' },
  overdue: { de: 'überfällig seit {{when}}', en: 'overdue since {{when}}' },
  claimed: { de: '{{name}} prüft gerade', en: '{{name}} is reviewing' },
  liveSince: { de: 'live seit {{when}}', en: 'live since {{when}}' },
  changedSinceLive: { de: 'live, mit neuer Arbeitsfassung', en: 'live, with a newer working copy' },
  publishAt: { de: 'geht live am {{when}}', en: 'goes live on {{when}}' },
  unpublishAt: { de: 'geht vom Netz am {{when}}', en: 'goes offline on {{when}}' },
  riskFacts: { de: 'Fakten', en: 'Facts' },
  riskText: { de: 'Text', en: 'Text' },
  riskCosmetic: { de: 'Äußerliches', en: 'Cosmetic' },
  maySignOff: { de: 'von Ihnen abzuzeichnen: {{what}}', en: 'for you to sign off: {{what}}' },
  risk: { de: 'Änderung an: {{what}}', en: 'Change of: {{what}}' },
  oneDay: { de: 'wartet seit heute', en: 'waiting since today' },
  days_one: { de: 'wartet seit {{count}} Tag', en: 'waiting for {{count}} day' },
  days_other: { de: 'wartet seit {{count}} Tagen', en: 'waiting for {{count}} days' },
} as const satisfies Words
