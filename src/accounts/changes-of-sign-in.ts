import type { BilingualText } from '#model/text.ts'

/** What changes how somebody gets in, by the name of its event, as a mail tells it to them. */
export const changesOfSignIn = {
  changeAddress: {
    de: 'hat Ihr Konto eine andere Adresse bekommen',
    en: 'your account was given another address',
  },
  changePassword: {
    de: 'wurde das Passwort Ihres Kontos geändert',
    en: 'the password of your account was changed',
  },
  resetPassword: {
    de: 'wurde das Passwort Ihres Kontos über einen Link neu gesetzt',
    en: 'the password of your account was set by a link',
  },
  addApp: {
    de: 'wurde für Ihr Konto eine App mit Codes eingerichtet',
    en: 'an app with codes was set up for your account',
  },
  removeApp: {
    de: 'wurde die App mit Codes aus Ihrem Konto entfernt',
    en: 'the app with codes was removed from your account',
  },
  addPasskey: {
    de: 'wurde für Ihr Konto ein Passkey angelegt',
    en: 'a passkey was added to your account',
  },
  removePasskey: {
    de: 'wurde ein Passkey aus Ihrem Konto entfernt',
    en: 'a passkey was removed from your account',
  },
  newRecoveryCodes: {
    de: 'wurden für Ihr Konto neue Notfallcodes erzeugt',
    en: 'new recovery codes were made for your account',
  },
  useRecoveryCode: {
    de: 'hat sich jemand mit einem Notfallcode Ihres Kontos angemeldet',
    en: 'somebody signed in by a recovery code of your account',
  },
  resetSecondFactors: {
    de: 'wurden alle zweiten Faktoren Ihres Kontos entfernt',
    en: 'all second factors of your account were removed',
  },
  allowIdentity: {
    de: 'wurde erlaubt, Ihr Konto mit dem Anmeldedienst zu verbinden',
    en: 'it was allowed to join your account to the sign-in service',
  },
  joinIdentity: {
    de: 'wurde Ihr Konto mit dem Anmeldedienst verbunden',
    en: 'your account was joined to the sign-in service',
  },
} as const satisfies Record<string, BilingualText>

export type ChangeOfSignIn = keyof typeof changesOfSignIn

export function isChangeOfSignIn(transition: string): transition is ChangeOfSignIn {
  return Object.hasOwn(changesOfSignIn, transition)
}
