import type { BilingualText } from '#model/text.ts'
import { transitionNames, transitions } from './transitions.ts'

/** What an event that is no step of the workflow is called. */
const names: ReadonlyMap<string, BilingualText> = new Map<string, BilingualText>(
  Object.entries({
    create: { de: 'Text angelegt', en: 'Text created' },
    edit: { de: 'Text geändert', en: 'Text edited' },
    delete: { de: 'Gelöscht', en: 'Deleted' },
    restore: { de: 'Aus dem Papierkorb geholt', en: 'Restored from the trash' },
    purge: { de: 'Endgültig gelöscht', en: 'Deleted for good' },
    signOff: { de: 'Abgezeichnet', en: 'Signed off' },
    takeBackSignOff: { de: 'Abzeichen zurückgenommen', en: 'Sign-off taken back' },
    complete: { de: 'Durch geänderte Regeln freigegeben', en: 'Approved by changed rules' },
    assign: { de: 'Zugeteilt', en: 'Assigned' },
    changeAuthor: { de: 'Autorschaft übergeben', en: 'Author changed' },
    claim: { de: 'Prüfung übernommen', en: 'Review taken' },
    release: { de: 'Prüfung abgegeben', en: 'Review left' },
    comment: { de: 'Kommentar geschrieben', en: 'Comment written' },
    reply: { de: 'Auf Kommentar geantwortet', en: 'Comment answered' },
    editComment: { de: 'Kommentar geändert', en: 'Comment edited' },
    resolveComment: { de: 'Kommentar erledigt', en: 'Comment resolved' },
    reopenComment: { de: 'Kommentar wieder geöffnet', en: 'Comment reopened' },
    deleteComment: { de: 'Kommentar zurückgenommen', en: 'Comment taken back' },
    makeLink: { de: 'Link für Fachleute angelegt', en: 'Expert link made' },
    revokeLink: { de: 'Link für Fachleute widerrufen', en: 'Expert link revoked' },
    makePreview: { de: 'Vorschau-Link angelegt', en: 'Preview link made' },
    revokePreview: { de: 'Vorschau-Link widerrufen', en: 'Preview link revoked' },
    opinion: { de: 'Fachliche Stimme', en: 'Expert opinion' },
    waits: { de: 'Wartet, und andere wissen davon', en: 'Waits, and others know' },
    stuck: {
      de: 'Wartet auf ein Abzeichen, das niemand geben kann',
      en: 'Waits for a sign-off that nobody can give',
    },
    due: { de: 'Frist abgelaufen', en: 'Due date passed' },
    keepPlan: { de: 'Plan bleibt trotz Änderungen', en: 'Plan stays over edits' },
    freePlan: { de: 'Änderungen heben den Plan wieder auf', en: 'Edits call the plan off again' },
    planCancelled: { de: 'Termin entfallen', en: 'Plan cancelled' },
    planFailed: { de: 'Termin gescheitert', en: 'Plan failed' },
    lapse: {
      de: 'Abgelaufenes nicht mehr ausgeliefert',
      en: 'What lapsed is no longer delivered',
    },
    login: { de: 'Angemeldet', en: 'Signed in' },
    logout: { de: 'Abgemeldet', en: 'Signed out' },
    invite: { de: 'Eingeladen', en: 'Invited' },
    unlock: { de: 'Konto entsperrt', en: 'Account unlocked' },
    createAccount: { de: 'Konto angelegt', en: 'Account made' },
    changePermissions: { de: 'Rechte geändert', en: 'Permissions changed' },
    changePassword: { de: 'Passwort geändert', en: 'Password changed' },
    resetPassword: { de: 'Passwort neu gesetzt', en: 'Password reset' },
    deactivate: { de: 'Konto deaktiviert', en: 'Account deactivated' },
    reactivate: { de: 'Konto wieder aktiviert', en: 'Account reactivated' },
    deleteAccount: { de: 'Konto gelöscht', en: 'Account deleted' },
    delegate: { de: 'Vertretung bestimmt', en: 'Delegated' },
    endDelegation: { de: 'Vertretung beendet', en: 'Delegation ended' },
    createDesk: { de: 'Ressort angelegt', en: 'Desk made' },
    changeDesk: { de: 'Ressort geändert', en: 'Desk changed' },
    deleteDesk: { de: 'Ressort gelöscht', en: 'Desk deleted' },
    changeSettings: { de: 'Regeln geändert', en: 'Rules changed' },
    makeKey: { de: 'Schlüssel angelegt', en: 'Key made' },
    revokeKey: { de: 'Schlüssel widerrufen', en: 'Key revoked' },
    makeWebhook: { de: 'Webhook angelegt', en: 'Webhook made' },
    changeWebhook: { de: 'Webhook geändert', en: 'Webhook changed' },
    removeWebhook: { de: 'Webhook entfernt', en: 'Webhook removed' },
    makeWebhookSecret: { de: 'Geheimnis eines Webhooks erneuert', en: 'Webhook secret renewed' },
    createReference: { de: 'Stammdaten angelegt', en: 'Reference data created' },
    changeReference: { de: 'Stammdaten geändert', en: 'Reference data changed' },
    deleteReference: { de: 'Stammdaten gelöscht', en: 'Reference data deleted' },
    propose: { de: 'Änderung vorgeschlagen', en: 'Change proposed' },
    confirmProposal: { de: 'Vorschlag bestätigt', en: 'Proposal confirmed' },
    rejectProposal: { de: 'Vorschlag abgelehnt', en: 'Proposal rejected' },
    withdrawProposal: { de: 'Vorschlag zurückgezogen', en: 'Proposal withdrawn' },
    differs: {
      de: 'Was Seiten lesen, ist nicht, was veröffentlicht wurde',
      en: 'What sites read is not what was published',
    },
    stopWebhook: { de: 'Webhook angehalten', en: 'Webhook stopped' },
  }),
)

/** What an event is called; one that nobody has a word for by the name under which it is on record. */
export function nameOfEvent(transition: string): BilingualText {
  const step = transitionNames.find((name) => name === transition)
  return step
    ? transitions[step].label
    : (names.get(transition) ?? { de: transition, en: transition })
}
