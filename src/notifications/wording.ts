import { formatBerlin } from '#model/berlin-time.ts'
import { isEditorialCollection } from '#model/documents.ts'
import { isReferenceCollection } from '#model/reference-collections.ts'
import { roleLabels } from '#model/roles.ts'
import { signOffLabels } from '#model/sign-offs.ts'
import { inLanguage, type BilingualText, type Language } from '#model/text.ts'
import type { Facts } from './facts.ts'
import { notifications, type NotificationKind } from './kinds.ts'

/** What somebody is told, as plain data. */
export interface Notification {
  kind: NotificationKind
  collection: string
  document: string
  /** Null where it happened by itself. */
  actorName: string | null
  facts: Facts
  at: string
}

/** A mail without its address. */
export interface MailText {
  subject: string
  text: string
}

/** Where the reader is at home. `baseAddress` is the product's public address; '' where unknown. */
export interface Reader {
  language: Language
  baseAddress: string
}

const most = 1000

/** One notification in one sentence. */
export function sentenceFor({ kind, actorName, facts }: Notification, language: Language): string {
  const { title, name } = facts
  const who = actorName ?? { de: 'Jemand', en: 'Somebody' }[language]
  const date = (moment: string | null) =>
    moment === null ? '' : formatBerlin(new Date(moment), language)
  const planned = (of: BilingualText) => (facts.dueAt === null ? '' : inLanguage(of, language))
  const say = (text: BilingualText) => inLanguage(text, language)
  const plan = say(
    facts.action === 'unpublish'
      ? { de: 'Das geplante Ende der Veröffentlichung', en: 'The planned end of the publication' }
      : { de: 'Die geplante Veröffentlichung', en: 'The planned publication' },
  )
  const on = planned({ de: ` am ${date(facts.dueAt)}`, en: ` on ${date(facts.dueAt)}` })
  const left = facts.needsLink.map((of) => say(signOffLabels[of])).join(', ')
  const link =
    left === ''
      ? ''
      : say({
          de: ` Nur eine Fachperson kann noch abzeichnen (${left}): Legen Sie einen Link für sie an.`,
          en: ` Only an expert can sign off what is missing (${left}): make a link for them.`,
        })
  switch (kind) {
    case 'submitted':
      return say({
        de: `${who} hat „${title}“ zur Prüfung eingereicht.${link}`,
        en: `${who} submitted “${title}” for review.${link}`,
      })
    case 'awaitsSignature':
      if (link !== '') {
        return say({
          de: `${who} hat „${title}“ freigegeben.${link}`,
          en: `${who} approved “${title}”.${link}`,
        })
      }
      return say({
        de: `${who} hat „${title}“ freigegeben; eine weitere Freigabe steht aus.`,
        en: `${who} approved “${title}”; another approval is needed.`,
      })
    case 'waiting':
      if (facts.action === 'publish')
        return say({
          de: `„${title}“ ist freigegeben und wartet auf die Veröffentlichung; wer davon wusste, kann nicht mehr veröffentlichen.`,
          en: `“${title}” is approved and waits for its publication; whoever knew of it can publish it no more.`,
        })
      if (link !== '') {
        return say({
          de: `„${title}“ wartet.${link}`,
          en: `“${title}” waits.${link}`,
        })
      }
      return say({
        de: `„${title}“ wartet auf Prüfung; wer davon wusste, kann sie nicht mehr geben.`,
        en: `“${title}” waits for review; whoever knew of it can give it no more.`,
      })
    case 'stuck': {
      const kinds = facts.kinds.map((of) => say(signOffLabels[of])).join(', ')
      if (facts.lacking !== null) {
        const { lacking } = facts
        const role = lacking === 'any' ? '' : ` (${say(roleLabels[lacking])})`
        const more =
          kinds === ''
            ? ''
            : say({
                de: ` Auch abzeichnen kann niemand: ${kinds}.`,
                en: ` Nor can anybody sign off: ${kinds}.`,
              })
        return say({
          de: `„${title}“ wartet auf eine Freigabe${role}, die niemand geben kann: Wer sie geben dürfte, hat den Text geschrieben, schon freigegeben oder ist nicht mehr da.${more} Es braucht noch jemanden, oder andere Regeln der Freigabe.`,
          en: `“${title}” waits for an approval${role} that nobody can give: whoever might has written the text, has approved it already or is gone.${more} It takes somebody else, or other rules of approval.`,
        })
      }
      return say({
        de: `„${title}“ wartet auf ein Abzeichen, das niemand geben kann: ${kinds}. Nennen Sie in den Regeln der Freigabe jemanden.`,
        en: `“${title}” waits for a sign-off that nobody can give: ${kinds}. Name somebody in the rules of approval.`,
      })
    }
    case 'reviewEnded':
      return say({
        de: `${who} hat „${title}“ geändert oder zurückgezogen: Es gibt nichts mehr zu prüfen, bis der Text neu eingereicht wird.`,
        en: `${who} changed or withdrew “${title}”: there is nothing to review until it is submitted again.`,
      })
    case 'approvalEnded':
      return say({
        de: `${who} hat „${title}“ geändert: Die Freigabe gilt nicht mehr.`,
        en: `${who} changed “${title}”: its approval holds no longer.`,
      })
    case 'returned':
      return say({
        de: `${who} bittet um Änderungen an „${title}“.`,
        en: `${who} asks for changes to “${title}”.`,
      })
    case 'approved':
      if (actorName === null && name !== null)
        return say({
          de: `„${title}“ ist freigegeben, zuletzt abgezeichnet von ${name}.`,
          en: `“${title}” is approved, signed off last by ${name}.`,
        })
      if (actorName === null)
        return say({
          de: `„${title}“ ist freigegeben: Die Regeln verlangen keine weitere Freigabe mehr.`,
          en: `“${title}” is approved: the rules ask for no further approval.`,
        })
      return say({
        de: `${who} hat „${title}“ freigegeben.`,
        en: `${who} approved “${title}”.`,
      })
    case 'approvalRevoked':
      return say({
        de: `${who} hat eine Freigabe von „${title}“ zurückgenommen; der Text wartet auf Prüfung.`,
        en: `${who} took back an approval of “${title}”; it waits for review.`,
      })
    case 'published':
      if (actorName === null)
        return say({
          de: `„${title}“ ist wie geplant veröffentlicht.`,
          en: `“${title}” is live, as planned.`,
        })
      return say({
        de: `„${title}“ ist veröffentlicht, durch ${who}.`,
        en: `“${title}” is live, published by ${who}.`,
      })
    case 'unpublished':
      if (actorName === null)
        return say({
          de: `„${title}“ ist wie geplant nicht mehr im Netz.`,
          en: `“${title}” is no longer live, as planned.`,
        })
      return say({
        de: `„${title}“ ist nicht mehr im Netz, durch ${who}.`,
        en: `“${title}” is no longer live, unpublished by ${who}.`,
      })
    case 'archived':
      return say({
        de: `${who} hat „${title}“ archiviert.`,
        en: `${who} archived “${title}”.`,
      })
    case 'deleted':
      return say({
        de: `${who} hat „${title}“ gelöscht.`,
        en: `${who} deleted “${title}”.`,
      })
    case 'restored':
      return say({
        de: `${who} hat „${title}“ aus dem Papierkorb geholt.`,
        en: `${who} restored “${title}” from the trash.`,
      })
    case 'reopened':
      return say({
        de: `${who} hat „${title}“ wieder geöffnet; der Text ist ein Entwurf.`,
        en: `${who} reopened “${title}”; it is a draft again.`,
      })
    case 'planFailed':
      return say({
        de: `${plan} von „${title}“${on} ist gescheitert.`,
        en: `${plan} of “${title}”${on} failed.`,
      })
    case 'planCancelled':
      return say({
        de: `${plan} von „${title}“${on} entfällt, durch ${who}.`,
        en: `${plan} of “${title}”${on} is off, cancelled by ${who}.`,
      })
    case 'planMoved': {
      const to = date(facts.movedTo)
      return facts.movedTo === null
        ? say({
            de: `${who} hat neu geplant: ${plan} von „${title}“${on} entfällt.`,
            en: `${who} made another plan: ${uncapitalised(plan)} of “${title}”${on} is off.`,
          })
        : say({
            de: `${who} hat neu geplant: ${plan} von „${title}“${on} ist jetzt am ${to}.`,
            en: `${who} made another plan: ${uncapitalised(plan)} of “${title}”${on} is now on ${to}.`,
          })
    }
    case 'lapsed':
      return say({
        de: `In „${title}“ ist etwas abgelaufen und wird nicht mehr ausgeliefert, etwa ein Zitat ohne gültige Einwilligung. Alles andere bleibt live.`,
        en: `Something in “${title}” has lapsed and is no longer delivered, as a quote without valid consent. All else stays live.`,
      })
    case 'assigned': {
      const until = planned({ de: ` bis ${date(facts.dueAt)}`, en: ` by ${date(facts.dueAt)}` })
      return facts.as === 'reviewer'
        ? say({
            de: `${who} hat „${title}“ zum Prüfen zugeteilt${until}.`,
            en: `${who} assigned the review of “${title}”${until}.`,
          })
        : say({
            de: `${who} hat „${title}“ zum Schreiben zugeteilt${until}.`,
            en: `${who} assigned the writing of “${title}”${until}.`,
          })
    }
    case 'handedOver':
      return facts.action === null
        ? say({
            de: `${name ?? 'Jemand'} ist nicht mehr da: „${title}“ braucht jemand anderen zum Schreiben oder Prüfen.`,
            en: `${name ?? 'Somebody'} has left: “${title}” needs somebody else to write or review it.`,
          })
        : say({
            de: `${name ?? 'Jemand'} ist nicht mehr da: ${plan} von „${title}“${on} steht jetzt unter Ihrem Namen.`,
            en: `${name ?? 'Somebody'} has left: ${uncapitalised(plan)} of “${title}”${on} is in your name now.`,
          })
    case 'authorChanged':
      return name === null
        ? say({
            de: `„${title}“ hat keine Autorin und keinen Autor mehr, durch ${who}.`,
            en: `“${title}” has no author any more, changed by ${who}.`,
          })
        : say({
            de: `Autorin oder Autor von „${title}“ ist jetzt ${name}, durch ${who}.`,
            en: `The author of “${title}” is now ${name}, changed by ${who}.`,
          })
    case 'blocked':
      return say({
        de: `${who} hält „${title}“ mit einem Kommentar auf, obwohl der Text freigegeben oder eingeplant ist.`,
        en: `${who} holds up “${title}” with a comment, though it is approved or planned.`,
      })
    case 'comment':
      return say({
        de: `${who} hat „${title}“ kommentiert.`,
        en: `${who} commented on “${title}”.`,
      })
    case 'opinion': {
      const expert = name ?? who
      return facts.opinion === 'agree'
        ? say({
            de: `${expert} stimmt „${title}“ fachlich zu.`,
            en: `${expert}, as an expert, agrees with “${title}”.`,
          })
        : say({
            de: `${expert} hat fachliche Einwände gegen „${title}“.`,
            en: `${expert}, as an expert, objects to “${title}”.`,
          })
    }
    case 'due':
      return say({
        de: `Die Frist für „${title}“ ist abgelaufen: ${date(facts.dueAt)}.`,
        en: `The due date of “${title}” has passed: ${date(facts.dueAt)}.`,
      })
    case 'proposed':
      return say({
        de: `${actorName ?? 'Ein Befehl am Rechner'} schlägt vor, „${title}“ zu ändern. Texte, die live oder auf dem Weg dorthin sind, zeigen es: Eine zweite Person bestätigt.`,
        en: `${actorName ?? 'A command at the machine'} proposes to change “${title}”. Texts that are live or on their way there show it: a second person confirms.`,
      })
    case 'proposalConfirmed':
      return say({
        de: `${who} hat Ihren Vorschlag zu „${title}“ bestätigt; er gilt.`,
        en: `${who} confirmed your proposal for “${title}”; it holds now.`,
      })
    case 'proposalRejected':
      return say({
        de: `${who} hat Ihren Vorschlag zu „${title}“ abgelehnt.`,
        en: `${who} rejected your proposal for “${title}”.`,
      })
    case 'erasureAsked':
      return say({
        de: `${who} beantragt, etwas endgültig zu löschen. Eine zweite Person bestätigt.`,
        en: `${who} asks for something to be erased for good. A second person confirms.`,
      })
    case 'erasureDecided':
      return say({
        de: `${who} hat über die Löschung entschieden, die Sie beantragt haben.`,
        en: `${who} has decided on the erasure that you asked for.`,
      })
    case 'differs':
      return say({
        de: `Was Seiten lesen, ist an ${title} Stellen nicht, was veröffentlicht wurde: ${facts.comment ?? ''}. Jemand hat die Datenbank an der Anwendung vorbei geändert. Alle Stellen nennt „npm run doctor“; „npm run delivery:rebuild“ schreibt neu, was freigegeben ist.`,
        en: `What sites read differs in ${title} places from what was published: ${facts.comment ?? ''}. Somebody changed the database past the application. “npm run doctor” names all places; “npm run delivery:rebuild” writes anew what was approved.`,
      })
    case 'delegated':
      return say({
        de: `${name ?? ''} vertritt ${title} vom ${date(facts.startsAt)} bis zum ${date(facts.endsAt)}.`,
        en: `${name ?? ''} stands in for ${title} from ${date(facts.startsAt)} to ${date(facts.endsAt)}.`,
      })
  }
}

/** The place in the admin that a notification leads to, as a path. Of what is deleted there is none. */
export function pathTo({
  kind,
  collection,
  document,
}: Pick<Notification, 'kind' | 'collection' | 'document'>): string {
  if (kind === 'erasureAsked' || kind === 'erasureDecided') return '/admin/erasures'
  if (isReferenceCollection(collection)) return '/admin/proposals'
  return isEditorialCollection(collection) && kind !== 'deleted'
    ? `/admin/collections/${collection}/${document}`
    : '/admin'
}

/** The mail on one notification: plain text, without salutation. */
export function composeMail(told: Notification, reader: Reader): MailText {
  const label = inLanguage(notifications[told.kind].label, reader.language)
  const { title } = told.facts
  return {
    subject: onOneLine(`${label}: ${title}`),
    text: `${paragraphFor(told, reader)}\n\n${footerFor(reader)}\n`,
  }
}

/** The one mail of a day on all that has gathered for a person, in its order. */
export function composeDigest(all: readonly Notification[], reader: Reader): MailText {
  const count = String(all.length)
  const subject = inLanguage(
    all.length === 1
      ? { de: 'Tagesüberblick: eine Neuigkeit', en: 'Daily digest: one piece of news' }
      : { de: `Tagesüberblick: ${count} Neuigkeiten`, en: `Daily digest: ${count} pieces of news` },
    reader.language,
  )
  const paragraphs = all.map((told) => {
    const at = formatBerlin(new Date(told.at), reader.language)
    return `${at}\n${paragraphFor(told, reader)}`
  })
  return { subject, text: `${paragraphs.join('\n\n')}\n\n${footerFor(reader)}\n` }
}

function paragraphFor(told: Notification, { language, baseAddress }: Reader): string {
  const lines = [sentenceFor(told, language)]
  const { comment } = told.facts
  if (comment !== null) lines.push(comment.length > most ? `${comment.slice(0, most)} …` : comment)
  if (baseAddress !== '') lines.push(`${baseAddress.replace(/\/$/, '')}${pathTo(told)}`)
  return lines.join('\n')
}

function footerFor({ language }: Reader): string {
  return inLanguage(
    {
      de: '-- \nBerufsbild. Welche Mails kommen und wann, legt jede Person für sich fest.',
      en: '-- \nBerufsbild. Which mails come, and when, is for each person to choose.',
    },
    language,
  )
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** A subject is one line, whatever a title holds. */
function onOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 150 ? `${line.slice(0, 149)}…` : line
}
