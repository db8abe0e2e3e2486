import { and, eq, ne } from 'drizzle-orm'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { sessionOf } from '#access/session.ts'
import { sqlIn } from '#database/sql.ts'
import { usersSessions as sessions } from '#database/tables.ts'
import { languageOf } from '#notifications/notification.ts'
import type { User } from '#payload-types'
import { recordAddressChange } from './account-events.ts'
import { endLinks } from './end-links.ts'
import { composeAddressMail, type AccountMail } from './mails.ts'

/**
 * What follows from another address, by whatever door it came: nothing that was allowed for the one before holds,
 * every session but the one that asks ends, and the address before is told.
 */
export const settleAddressChange: CollectionAfterChangeHook<User> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || previousDoc.email === doc.email) return
  const db = await sqlIn(req)
  await endLinks(db, doc.id)
  const actor = actorOf(req)
  const own = isPerson(actor) && actor.id === doc.id ? sessionOf(req) : null
  await db
    .delete(sessions)
    .where(and(eq(sessions.parentId, doc.id), own === null ? undefined : ne(sessions.id, own)))
  await recordAddressChange(req, { id: doc.id, before: previousDoc.email, after: doc.email })
  const { name } = doc
  const language = languageOf(doc.language)
  const mail = composeAddressMail({ name, address: doc.email, language })
  void tell(req, { id: doc.id, name, address: previousDoc.email }, mail)
}

/** Sends somebody word of what was done to their account. Its failure undoes nothing; the log says so. */
export async function tell(
  { payload }: PayloadRequest,
  person: { id: string; name: string; address: string },
  { subject, text }: AccountMail,
): Promise<void> {
  const { id, name, address } = person
  try {
    await payload.sendEmail({ to: { name, address }, subject, text })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    payload.logger.warn({
      msg: 'Word of a change of an account could not be sent.',
      person: id,
      reason,
    })
  }
}
