import type { BilingualText } from '#model/text.ts'

/** Why somebody is not signed in, as the page of the sign-in says it. */
export const refusals = {
  unavailable: {
    status: 503,
    text: {
      de: 'Der Anmeldedienst antwortet gerade nicht. Bitte versuchen Sie es später noch einmal.',
      en: 'The sign-in service does not answer at the moment. Please try again later.',
    },
  },
  expired: {
    status: 400,
    text: {
      de: 'Diese Anmeldung ist abgelaufen oder wurde in einem anderen Fenster begonnen. Bitte beginnen Sie neu.',
      en: 'This sign-in has expired, or was begun in another window. Please start again.',
    },
  },
  invalid: {
    status: 401,
    text: {
      de: 'Die Antwort des Anmeldedienstes ist nicht gültig. Bitte beginnen Sie neu; hilft das nicht, wenden Sie sich an die Verwaltung.',
      en: 'The answer of the sign-in service is not valid. Please start again; if that does not help, ask your administrator.',
    },
  },
  denied: {
    status: 401,
    text: {
      de: 'Der Anmeldedienst hat Sie nicht angemeldet.',
      en: 'The sign-in service has not signed you in.',
    },
  },
  notAgain: {
    status: 401,
    text: {
      de: 'Der Anmeldedienst hat Sie nicht noch einmal gefragt, wer Sie sind. Ihre bisherige Anmeldung gilt weiter.',
      en: 'The sign-in service has not asked you again who you are. You are signed in as before.',
    },
  },
  noRole: {
    status: 403,
    text: {
      de: 'Der Anmeldedienst kennt Sie, aber Sie haben in dieser Redaktion keine Rolle. Bitte wenden Sie sich an die Verwaltung.',
      en: 'The sign-in service knows you, but you have no role in this newsroom. Please ask your administrator.',
    },
  },
  noAddress: {
    status: 403,
    text: {
      de: 'Der Anmeldedienst nennt keine bestätigte E-Mail-Adresse von Ihnen. Bitte wenden Sie sich an die Verwaltung.',
      en: 'The sign-in service names no verified e-mail address of yours. Please ask your administrator.',
    },
  },
  addressTaken: {
    status: 403,
    text: {
      de: 'Ihre E-Mail-Adresse hat hier schon ein Konto, das noch nicht mit dem Anmeldedienst verbunden werden darf. Die Verwaltung kann das erlauben.',
      en: 'Your e-mail address already has an account here that may not be joined to the sign-in service yet. An administrator can allow it.',
    },
  },
  left: {
    status: 403,
    text: {
      de: 'Ihr Konto ist deaktiviert. Bitte wenden Sie sich an die Verwaltung.',
      en: 'Your account is deactivated. Please ask your administrator.',
    },
  },
} as const satisfies Record<string, { status: number; text: BilingualText }>

export type Refusal = keyof typeof refusals

/** Whether a word, as it stands in an address, names a refusal. */
export function isRefusal(word: unknown): word is Refusal {
  return typeof word === 'string' && Object.hasOwn(refusals, word)
}

/** Somebody is not signed in. `cause` is for the log. */
export class SignInRefused extends Error {
  override name = 'SignInRefused'
  readonly refusal: Refusal

  constructor(refusal: Refusal, cause?: unknown) {
    super(`Refused: ${refusal}.`, { cause })
    this.refusal = refusal
  }
}
