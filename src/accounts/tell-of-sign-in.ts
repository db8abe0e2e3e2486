import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { accountMails, users } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import type { AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'
import { isChangeOfSignIn } from './changes-of-sign-in.ts'

/**
 * Tells people of what changes how they get in, whoever has done it: a row of the outbox, which comes and goes with
 * the event. The worker sends it (send-account-mails.ts). Of another address, the one before is told.
 */
export const tellOfSignIn: Subscriber = { name: 'account mails', handle: keepWord }

async function keepWord(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, collection, id, transition, actor, data } = event
  if (kind !== 'account' || collection !== 'users' || !isChangeOfSignIn(transition)) return
  const db = await sqlIn(req)
  const [account] = await db.select({ email: users.email }).from(users).where(eq(users.id, id))
  if (!account) return
  const before = transition === 'changeAddress' && isRecord(data?.before) ? data.before.email : null
  await db.insert(accountMails).values({
    person: id,
    address: typeof before === 'string' ? before : account.email,
    change: transition,
    byWhom: actor === null || actor.id === id ? null : actor.name,
  })
}
