import { and, eq, ne } from 'drizzle-orm'
import type { CollectionBeforeOperationHook, Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { answer, readBody } from '#access/answer.ts'
import { sqlIn } from '#database/sql.ts'
import { users, usersSessions as sessions } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isRecord } from '#model/documents.ts'
import { InvalidRequest } from '#model/errors.ts'
import { parseInput, storableText } from '#model/input.ts'
import { lockAccount } from './lock.ts'
import { signedInCaller, type Caller } from './sign-in/caller.ts'
import { requirePassword } from './sign-in/confirm.ts'

const changeSchema = z.strictObject({ current: storableText(1000), password: storableText(1000) })

/**
 * `POST /api/account/password` changes one's own password: it needs the one before, and ends every other
 * session of the account.
 */
export const ownPasswordEndpoint: Endpoint = {
  path: '/account/password',
  method: 'post',
  handler: (req) =>
    answer(req, async () => {
      const caller = signedInCaller(req)
      const refusal = 'A new password needs the one before.'
      const { current, password } = parseInput(changeSchema, (await readBody(req)) ?? {}, refusal)
      await requirePassword(req, caller, current, 'current')
      return { ended: await changePassword(req, caller, password) }
    }),
}

async function changePassword(req: PayloadRequest, caller: Caller, password: string) {
  return inTransaction(req, async () => {
    await lockAccount(await sqlIn(req), caller.id)
    const ended = await endOtherSessions(req, caller)
    await req.payload.update({
      collection: 'users',
      id: caller.id,
      data: { password },
      overrideAccess: true,
      context: { [isOwnChange]: true },
      req,
    })
    // A link that was sent before leads nowhere any more.
    await (
      await sqlIn(req)
    )
      .update(users)
      .set({ resetPasswordToken: null, resetPasswordExpiration: null })
      .where(eq(users.id, caller.id))
    return ended
  })
}

/** Ends every session of an account but the caller's own. Gives how many. */
export async function endOtherSessions(req: PayloadRequest, caller: Caller): Promise<number> {
  const db = await sqlIn(req)
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.parentId, caller.id), ne(sessions.id, caller.session)))
    .returning({ id: sessions.id })
  return ended.length
}

/** In a context, which no request can write. */
const isOwnChange = 'accounts.changesOwnPassword'

/**
 * Nobody writes a password into an account by the way: their own is changed with the one before, and
 * somebody else is sent a link. Whoever knew another's password could sign in their name.
 */
export const refusePasswordByTheWay: CollectionBeforeOperationHook = ({
  args,
  context,
  operation,
  req,
}) => {
  if (operation !== 'update' || req.payloadAPI === 'local' || context[isOwnChange] === true) return
  const data: unknown = Reflect.get(args, 'data')
  if (!isRecord(data) || (data.password ?? null) === null) return
  const message = {
    de: 'Ein Passwort ändert man unter „Anmeldung“ mit dem bisherigen (POST /api/account/password). Wer seines vergessen hat, bekommt einen Link (POST /api/users/forgot-password).',
    en: 'A password is changed under “Sign-in” with the one before (POST /api/account/password). Whoever has forgotten theirs is sent a link (POST /api/users/forgot-password).',
  }
  throw new InvalidRequest(message, [{ path: 'password', reason: message.en }])
}
