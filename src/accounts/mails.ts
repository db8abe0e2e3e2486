import { formatBerlin } from '#model/berlin-time.ts'
import { changesOfSignIn, type ChangeOfSignIn } from './changes-of-sign-in.ts'
import { inLanguage, type BilingualText, type Language } from '#model/text.ts'

/** A mail on an account, without its address: plain text, in paragraphs. */
export interface AccountMail {
  subject: string
  text: string
}

/** How long the link of an invitation holds, in milliseconds. */
export const invitationLength = 7 * 24 * 3_600_000

/** Where somebody sets a password, by the token that proves who they are. */
export function passwordLink(authoringOrigin: string, token: string): string {
  return `${authoringOrigin}/admin/reset/${encodeURIComponent(token)}`
}

/** Asks somebody in, and to set a password of their own, or to sign in by the provider that is named. */
export function composeInvitation(options: {
  name: string
  inviter: string
  link: string
  until: Date
  language: Language
  provider?: string | null
}): AccountMail {
  const { name, inviter, link, until, language, provider = null } = options
  const say = (text: BilingualText) => inLanguage(text, language)
  return {
    subject: say({
      de: 'Einladung in die Berufsbild-Redaktion',
      en: 'Invitation to the Berufsbild newsroom',
    }),
    text: paragraphs(
      say({ de: `Guten Tag, ${oneLine(name)},`, en: `Hello ${oneLine(name)},` }),
      say(
        provider === null
          ? {
              de: `${oneLine(inviter)} lädt Sie in die Redaktion von Berufsbild ein. Bitte legen Sie unter dieser Adresse Ihr Passwort fest:`,
              en: `${oneLine(inviter)} invites you to the newsroom of Berufsbild. Please set your password at this address:`,
            }
          : {
              de: `${oneLine(inviter)} lädt Sie in die Redaktion von Berufsbild ein. Bitte melden Sie sich dort mit „${oneLine(provider)}“ an:`,
              en: `${oneLine(inviter)} invites you to the newsroom of Berufsbild. Please sign in there with “${oneLine(provider)}”:`,
            },
      ),
      link,
      say({
        de: `Sie gilt bis ${formatBerlin(until, 'de')}. Danach können Sie sich eine neue Einladung schicken lassen.`,
        en: `It is valid until ${formatBerlin(until, 'en')}. After that you can ask for a new invitation.`,
      }),
      say({
        de: 'Wenn Sie mit dieser Einladung nichts anfangen können, löschen Sie diese Mail bitte.',
        en: 'If this invitation means nothing to you, please delete this mail.',
      }),
      signature,
    ),
  }
}

/** Lets somebody who has forgotten it set a new password. */
export function composePasswordMail(options: {
  name: string
  link: string
  language: Language
}): AccountMail {
  const { name, link, language } = options
  const say = (text: BilingualText) => inLanguage(text, language)
  return {
    subject: say({ de: 'Neues Passwort für Berufsbild', en: 'A new password for Berufsbild' }),
    text: paragraphs(
      say({ de: `Guten Tag, ${oneLine(name)},`, en: `Hello ${oneLine(name)},` }),
      say({
        de: 'jemand – vermutlich Sie – möchte für Ihr Konto ein neues Passwort festlegen. Das geht eine Stunde lang unter dieser Adresse:',
        en: 'somebody, presumably you, wants to set a new password for your account. For one hour this can be done at this address:',
      }),
      link,
      say({
        de: 'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
        en: 'If this was not you, there is nothing to do: your password stays as it is.',
      }),
      signature,
    ),
  }
}

/** Tells an address that it is no longer that of an account. */
export function composeAddressMail(options: {
  name: string
  address: string
  language: Language
}): AccountMail {
  const { name, address, language } = options
  const say = (text: BilingualText) => inLanguage(text, language)
  return {
    subject: say({
      de: 'Ihr Konto bei Berufsbild hat eine andere Adresse',
      en: 'Your account at Berufsbild has another address',
    }),
    text: paragraphs(
      say({ de: `Guten Tag, ${oneLine(name)},`, en: `Hello ${oneLine(name)},` }),
      say({
        de: `die Adresse Ihres Kontos ist von jetzt an ${oneLine(address)}. Links, die an die bisherige gingen, gelten nicht mehr.`,
        en: `the address of your account is ${oneLine(address)} from now on. Links that went to the one before are no longer valid.`,
      }),
      say({
        de: 'Wenn Sie das nicht waren und niemand es mit Ihnen abgesprochen hat, wenden Sie sich bitte gleich an die Verwaltung.',
        en: 'If this was not you, and nobody has agreed it with you, please turn to the administration at once.',
      }),
      signature,
    ),
  }
}

/** Tells somebody that something has changed of how they get in. @param byWhom a name, where it was somebody else */
export function composeChangeOfSignIn(options: {
  name: string
  change: ChangeOfSignIn
  byWhom: string | null
  at: Date
  language: Language
}): AccountMail {
  const { name, change, byWhom, at, language } = options
  const say = (text: BilingualText) => inLanguage(text, language)
  const what = changesOfSignIn[change]
  const who = byWhom === null ? '' : oneLine(byWhom)
  return {
    subject: say({
      de: 'Ihre Anmeldung bei Berufsbild hat sich geändert',
      en: 'Your sign-in at Berufsbild has changed',
    }),
    text: paragraphs(
      say({ de: `Guten Tag, ${oneLine(name)},`, en: `Hello ${oneLine(name)},` }),
      say({
        de: `am ${formatBerlin(at, 'de')} ${what.de}${who === '' ? '' : `, und zwar von ${who}`}.`,
        en: `on ${formatBerlin(at, 'en')} ${what.en}${who === '' ? '' : ` by ${who}`}.`,
      }),
      say({
        de: 'Wenn Sie das nicht waren und niemand es mit Ihnen abgesprochen hat, wenden Sie sich bitte gleich an die Verwaltung.',
        en: 'If this was not you, and nobody has agreed it with you, please turn to the administration at once.',
      }),
      signature,
    ),
  }
}

const signature = '-- \nBerufsbild'

/** The same text as HTML, for what sends nothing else. */
export function toHtml(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => {
      const escaped = escape(paragraph).replaceAll('\n', '<br>')
      return /^https?:\/\/\S+$/u.test(paragraph)
        ? `<p><a href="${escaped}">${escaped}</a></p>`
        : `<p>${escaped}</p>`
    })
    .join('\n')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function paragraphs(...all: string[]): string {
  return all.join('\n\n')
}

/** A name that is one line and no address: nobody writes a mail of their own into ours. */
function oneLine(name: string): string {
  return name
    .replace(/\s+/gu, ' ')
    .replace(/https?:\/\/\S+|www\.\S+/giu, '…')
    .trim()
    .slice(0, 100)
}
