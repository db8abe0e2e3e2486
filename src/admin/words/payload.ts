import type { Words } from './words.ts'

// Words of Payload's own that we say otherwise: it calls people "du", and leaves open what to do.

export const authenticationWords = {
  checkYourEmailForPasswordReset: {
    de: 'Wenn es zu dieser Adresse ein Konto gibt, ist eine Mail mit einem Link unterwegs. Sehen Sie auch im Spam-Ordner nach.',
    en: 'If there is an account for this address, a mail with a link is on its way. Look into your spam folder as well.',
  },
  forgotPasswordEmailInstructions: {
    de: 'Geben Sie Ihre E-Mail-Adresse ein. Sie erhalten eine Mail mit einem Link, unter dem Sie ein neues Passwort festlegen.',
    en: 'Enter your e-mail address. You get a mail with a link under which you set a new password.',
  },
  resetPassword: { de: 'Passwort festlegen', en: 'Set password' },
} as const satisfies Words
