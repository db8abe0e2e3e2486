import type { Words } from './words.ts'

export const navigationWords = {
  label: { de: 'Redaktion', en: 'Newsroom' },
  home: { de: 'Start', en: 'Home' },
  texts: { de: 'Texte', en: 'Texts' },
  coverage: { de: 'Abdeckung', en: 'Coverage' },
  inbox: { de: 'Posteingang', en: 'Inbox' },
  import: { de: 'Import', en: 'Import' },
  proposals: { de: 'Stammdaten: Vorschläge', en: 'Reference data: proposals' },
  erasures: { de: 'Löschungen', en: 'Erasures' },
  signIn: { de: 'Anmeldung', en: 'Sign-in' },
  reports: { de: 'Zahlen', en: 'Reports' },
} as const satisfies Words
