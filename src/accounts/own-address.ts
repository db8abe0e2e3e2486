import type { CollectionBeforeChangeHook, Endpoint } from 'payload'
import * as z from 'zod'
import { actorOf, isPerson } from '#access/actor.ts'
import { answer, readBody } from '#access/answer.ts'
import { inTransaction } from '#database/transaction.ts'
import { InvalidRequest } from '#model/errors.ts'
import { parseInput, storableText } from '#model/input.ts'
import type { User } from '#payload-types'
import { requireLocalSignIn } from './local-passwords.ts'
import { signedInCaller } from './sign-in/caller.ts'
import { confirmCaller, hasNoPassword } from './sign-in/confirm.ts'
import { foldedAddress } from './sign-in/keys.ts'

const addressSchema = z.strictObject({
  password: storableText(1000).optional(),
  email: storableText(254).pipe(z.email('an address of mail')),
})

/**
 * `POST /api/account/email` changes the address of one's own account: it needs the password, since whoever has the
 * address can have a new one; who came without a password confirms it as everything else of their sign-in. What
 * follows stands in settle-address.ts.
 */
export const ownAddressEndpoint: Endpoint = {
  path: '/account/email',
  method: 'post',
  handler: (req) =>
    answer(req, async () => {
      const caller = signedInCaller(req)
      requireLocalSignIn(req)
      const refusal = 'A new address needs the password.'
      const { password, email } = parseInput(addressSchema, (await readBody(req)) ?? {}, refusal)
      if (password === undefined && !hasNoPassword(caller)) throw withoutPassword()
      await confirmCaller(req, caller, password)
      return inTransaction(req, async () => {
        const account = await req.payload.update({
          collection: 'users',
          id: caller.id,
          data: { email: foldedAddress(email) },
          depth: 0,
          overrideAccess: true,
          overrideLock: true,
          context: { [isConfirmed]: true },
          req,
        })
        return { email: account.email }
      })
    }),
}

function withoutPassword(): InvalidRequest {
  const message = {
    de: 'Zu einer neuen Adresse gehört das Passwort.',
    en: 'A new address needs the password.',
  }
  return new InvalidRequest(message, [{ path: 'password', reason: message.en }])
}

/** In a context, which no request can write. */
const isConfirmed = 'accounts.changesOwnAddress'

/** Nobody changes the address of their own account by the way: a browser that was left open is not enough. */
export const keepOwnAddress: CollectionBeforeChangeHook<User> = ({
  data,
  originalDoc,
  operation,
  req,
  context,
}) => {
  if (operation !== 'update' || !originalDoc || context[isConfirmed] === true) return data
  const actor = actorOf(req)
  if (!isPerson(actor) || actor.id !== originalDoc.id) return data
  if (typeof data.email !== 'string' || foldedAddress(data.email) === originalDoc.email) return data
  const message = {
    de: 'Die eigene Adresse ändert man mit dem Passwort (POST /api/account/email).',
    en: 'Your own address is changed with the password (POST /api/account/email).',
  }
  throw new InvalidRequest(message, [{ path: 'email', reason: message.en }])
}
