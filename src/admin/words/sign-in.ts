import type { Words } from './words.ts'

/** What the page of the sign-in says beside Payload's own form. */
export const signInWords = {
  by: { de: 'Mit „{{provider}}“ anmelden', en: 'Sign in with “{{provider}}”' },
  out: { de: 'Abmelden', en: 'Log out' },
  orByPassword: { de: 'oder mit E-Mail und Passwort', en: 'or with e-mail and password' },
} as const satisfies Words
