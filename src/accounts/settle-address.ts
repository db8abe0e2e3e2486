import { and, eq, ne } from 'drizzle-orm'
import type { CollectionAfterChangeHook } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { sessionOf } from '#access/session.ts'
import { sqlIn } from '#database/sql.ts'
import { usersSessions as sessions } from '#database/tables.ts'
import type { User } from '#payload-types'
import { recordAddressChange } from './account-events.ts'
import { endLinks } from './held/end-links.ts'

/**
 * What follows from another address, by whatever door it came: nothing that was allowed for the one before holds,
 * every session but the one that asks ends. The address before is told by the event (tell-of-sign-in.ts).
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
}
