import type { CollectionAfterOperationHook, CollectionBeforeOperationHook } from 'payload'
import { isPending } from '#access/session.ts'
import { sqlIn } from '#database/sql.ts'
import { isRecord } from '#model/documents.ts'
import { NotAllowed } from '#model/errors.ts'
import { owedBy } from './factors.ts'
import { signInMethodOf, strongMethods } from './sign-in-method.ts'

/** Nobody prolongs a session by what they know alone. @throws NotAllowed 403 */
export const refusePendingRefresh: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation !== 'refresh' || !isRecord(req.user) || !isPending(req.user)) return
  throw new NotAllowed(
    {
      de: 'Für die Anmeldung fehlt noch der zweite Faktor.',
      en: 'The second factor of this sign-in is still missing.',
    },
    'second_factor_owed',
  )
}

/**
 * Whoever still owes a second factor is told so, and nothing of the account: neither what it may do, nor where
 * else its owner is signed in.
 */
export const hideFromPending: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  const answer: unknown = result
  if (operation !== 'login' && operation !== 'resetPassword') return answer
  if (!isRecord(answer) || !isRecord(answer.user) || typeof answer.user.id !== 'string')
    return answer
  if (strongMethods.includes(signInMethodOf(req))) return answer
  const owes = await owedBy(await sqlIn(req), req.payload, answer.user.id)
  if (owes === null) return answer
  return { ...answer, owes, user: { id: answer.user.id, collection: 'users' } }
}
