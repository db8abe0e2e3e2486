import type {
  CollectionAfterChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { actorOf, isAdmin } from '#access/actor.ts'
import { mayBootstrap } from '#access/bootstrap.ts'
import { afterCommit } from '#database/after-commit.ts'
import { isRecord } from '#model/documents.ts'
import { InvalidRequest } from '#model/errors.ts'
import { languageOf } from '#notifications/notification.ts'
import type { User } from '#payload-types'
import { isOfInvitation, issueInvitation } from './invitations.ts'
import { sendInvitation } from './send-invitation.ts'
import { unknownPassword } from './unknown-password.ts'

/**
 * Takes no first password of an account over HTTP: whoever makes the account would know how to sign in as somebody
 * else. The start and its commands make accounts with one.
 *
 * @throws InvalidRequest 400 naming the field
 */
export const refuseFirstPassword: CollectionBeforeOperationHook = ({
  args,
  context,
  operation,
  req,
}) => {
  if (operation !== 'create' || !isMadeOverHttp(req, context)) return args
  const data: unknown = Reflect.get(args, 'data')
  if (!isRecord(data)) return args
  if ((data.password ?? null) !== null) throw new InvalidRequest(refusal, [detail])
  return { ...args, data: { ...data, password: unknownPassword() } }
}

/** Whoever gets an account over HTTP is asked in by mail, once it is committed. */
export const inviteNewAccount = (authoringOrigin: string): CollectionAfterChangeHook<User> => {
  return async ({ context, doc, operation, req }) => {
    if (operation !== 'create' || !isMadeOverHttp(req, context)) return
    const { id, name, email } = doc
    const invitee = { id, name, email, language: languageOf(doc.language) }
    const invitation = await issueInvitation(req, invitee)
    await afterCommit(req, () => void sendInvitation(req, { invitation, authoringOrigin }))
  }
}

/** By an administrator, since nobody else may; and not by what asks somebody in itself. */
function isMadeOverHttp(req: PayloadRequest, context: object): boolean {
  const isOurs = req.payloadAPI === 'local' || mayBootstrap(context) || isOfInvitation(context)
  return !isOurs && isAdmin(actorOf(req))
}

const refusal = {
  de: 'Ein neues Konto bekommt kein Passwort: Eine Einladung geht an seine Adresse, und wer sie bekommt, legt es selbst fest.',
  en: 'A new account is given no password: an invitation is sent to its address, and whoever gets it sets one.',
}
const detail = { path: 'password', reason: refusal.en }
