import type { Words } from './words.ts'

/** What the list of people says. */
export const peopleWords = {
  title: { de: 'Personen', en: 'People' },
  invite: { de: 'Person einladen', en: 'Invite a person' },
  byInvitation: {
    de: 'Ein Konto entsteht durch eine Einladung: Wer sie bekommt, legt das Passwort selbst fest.',
    en: 'An account is made by an invitation: whoever gets it sets the password.',
  },
  toPeople: { de: 'Zu den Personen', en: 'To the people' },
  search: { de: 'Name oder Adresse suchen', en: 'Find a name or address' },
  roleFilter: { de: 'Rolle', en: 'Role' },
  everyRole: { de: 'Alle Rollen', en: 'All roles' },
  noneFound: { de: 'Niemand passt zu dieser Auswahl.', en: 'Nobody matches this.' },
  name: { de: 'Name', en: 'Name' },
  email: { de: 'E-Mail', en: 'E-mail' },
  role: { de: 'Rolle', en: 'Role' },
  desks: { de: 'Ressorts', en: 'Desks' },
  allTexts: { de: 'alle Texte', en: 'all texts' },
  openTexts: { de: 'Offene Texte', en: 'Open texts' },
  lastSignIn: { de: 'Letzte Anmeldung', en: 'Last sign-in' },
  never: { de: 'noch nie', en: 'never' },
  account: { de: 'Konto', en: 'Account' },
  pending: { de: 'eingeladen am {{at}}', en: 'invited on {{at}}' },
  expired: { de: 'Einladung abgelaufen', en: 'invitation expired' },
  active: { de: 'aktiv', en: 'active' },
  actions: { de: 'Aktionen', en: 'Actions' },
  renew: { de: 'Erneut einladen', en: 'Invite again' },
  renewOf: { de: '{{name}} erneut einladen', en: 'Invite {{name}} again' },
  revoke: { de: 'Zurückziehen', en: 'Take back' },
  revokeOf: {
    de: 'Einladung an {{name}} zurückziehen',
    en: 'Take back the invitation of {{name}}',
  },
  revokeWarning: {
    de: 'Der Link in der Mail führt dann nirgends mehr hin, und das Konto verschwindet.',
    en: 'The link in the mail then leads nowhere any more, and the account is gone.',
  },
  revoked: {
    de: 'Die Einladung an {{name}} ist zurückgezogen.',
    en: 'The invitation of {{name}} was taken back.',
  },
  deactivate: { de: 'Deaktivieren', en: 'Deactivate' },
  deactivateOf: { de: '{{name}} deaktivieren', en: 'Deactivate {{name}}' },
  deactivateWarning: {
    de: 'Die Person ist sofort abgemeldet und kann sich nicht mehr anmelden. Ihr Name bleibt an allem, was sie getan hat. Zuteilungen, Vertretungen und Links enden; was sie eingeplant hat, übernehmen Sie.',
    en: 'The person is signed out at once and cannot sign in any more. Their name stays with all that they did. Assignments, delegations and links end; what they have planned is yours.',
  },
  lastGiver: {
    de: 'Nur diese Person kann abzeichnen, was die Regeln der Freigabe verlangen: {{kinds}}. Texte, die jetzt darauf warten: {{count}}. Nennen Sie dort zuerst jemand anderen.',
    en: 'Only this person can sign off what the rules of approval ask for: {{kinds}}. Texts that wait for it now: {{count}}. Name somebody else there first.',
  },
  deactivated: { de: 'deaktiviert', en: 'deactivated' },
  deactivatedOn: { de: 'deaktiviert am {{at}}', en: 'deactivated on {{at}}' },
  isDeactivated: {
    de: '{{name}} kann sich nicht mehr anmelden.',
    en: '{{name}} cannot sign in any more.',
  },
  leavesBehind: {
    de: '{{name}} kann sich nicht mehr anmelden. Beendet oder an Sie übergegangen: {{ended}}. Texte, Abzeichen und Anträge, um die sich andere kümmern müssen: {{count}}.',
    en: '{{name}} cannot sign in any more. Ended, or yours now: {{ended}}. Texts, sign-offs and requests for others to see to: {{count}}.',
  },
  reactivate: { de: 'Wieder aktivieren', en: 'Reactivate' },
  reactivateOf: { de: '{{name}} wieder aktivieren', en: 'Reactivate {{name}}' },
  inviteHint: {
    de: 'Die Person erhält eine Mail mit einem Link und legt darüber ihr eigenes Passwort fest. Der Link gilt sieben Tage.',
    en: 'The person gets a mail with a link and sets a password of their own by it. The link is valid for seven days.',
  },
  send: { de: 'Einladung senden', en: 'Send invitation' },
  language: { de: 'Sprache der Mails', en: 'Language of mails' },
  desksHint: {
    de: 'Ohne Ressort ist die Person für alle Texte da.',
    en: 'Without a desk the person answers for all texts.',
  },
  noDesks: { de: 'Es gibt noch keine Ressorts.', en: 'There are no desks yet.' },
  sent: {
    de: 'Die Einladung an {{email}} ist unterwegs.',
    en: 'The invitation to {{email}} is on its way.',
  },
  canSignIn: { de: '{{name}} kann sich wieder anmelden.', en: '{{name}} can sign in again.' },
  sendLink: { de: 'Passwort-Link senden', en: 'Send password link' },
  sendLinkTo: { de: 'Passwort-Link senden: {{name}}', en: 'Send password link: {{name}}' },
  linkSent: {
    de: 'Ein Link für ein neues Passwort ist an {{name}} unterwegs.',
    en: 'A link to a new password is on its way to {{name}}.',
  },
  linkProvider: { de: 'Mit Anmeldedienst verbinden', en: 'Join to sign-in service' },
  linkProviderOf: {
    de: '{{name}} mit dem Anmeldedienst verbinden',
    en: 'Join {{name}} to the sign-in service',
  },
  providerLinked: {
    de: '{{name}} kann sich bis {{at}} beim Anmeldedienst anmelden und bekommt dieses Konto. Passwort und zweite Faktoren von bisher gelten dann nicht mehr.',
    en: '{{name}} can sign in at the sign-in service until {{at}}, and gets this account. Password and second factors until now end with it.',
  },
  resetFactors: { de: 'Zweiten Faktor zurücksetzen', en: 'Reset second factor' },
  resetFactorsOf: {
    de: 'Zweiten Faktor zurücksetzen: {{name}}',
    en: 'Reset second factor: {{name}}',
  },
  resetFactorsHint: {
    de: 'App, Passkeys und Notfallcodes von {{name}} gelten dann nicht mehr, und alle Sitzungen enden. Vergewissern Sie sich auf anderem Weg, dass {{name}} darum bittet.',
    en: 'App, passkeys and recovery codes of {{name}} are no longer good, and all sessions end. Make sure by other means that it is {{name}} who asks.',
  },
  factorsReset: {
    de: 'Der zweite Faktor von {{name}} ist zurückgesetzt.',
    en: 'The second factor of {{name}} is reset.',
  },
  kept: {
    de: 'Die Einladung ist angelegt. Weil kein Mailserver eingerichtet ist, liegt die Mail an {{email}} im Datenordner des Servers unter mails.',
    en: 'The invitation is made. Since there is no mail server, the mail to {{email}} lies in the data folder of the server, in mails.',
  },
  failed: {
    de: 'Die Einladung ist angelegt, aber die Mail an {{email}} ging nicht hinaus ({{reason}}). Laden Sie die Person später erneut ein.',
    en: 'The invitation is made, but the mail to {{email}} did not go out ({{reason}}). Invite the person again later.',
  },
} as const satisfies Words
