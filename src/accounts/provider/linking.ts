import type { Endpoint } from 'payload'
import { answer, pathPart } from '#access/answer.ts'
import { requireAdmin } from '#access/require-admin.ts'
import { requirePerson } from '#access/require-person.ts'
import { sqlIn } from '#database/sql.ts'
import { providerLinks } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { appendEvent } from '#record/events.ts'
import { lockAccount } from '../lock.ts'

/** For how long an account waits for its owner to come by the provider, in milliseconds. */
const linkLength = 7 * 24 * 3_600_000

const belongsToAdmins = {
  de: 'Das erlaubt nur die Verwaltung.',
  en: 'This is for the administration to allow.',
}

/**
 * `POST /api/users/{id}/provider-link` lets an account that is there already be joined, within a week, to whoever comes by
 * the provider with its address of mail, verified. Without it nobody gets into an account by an address alone.
 */
export const linkingEndpoint: Endpoint = {
  path: '/:id/provider-link',
  method: 'post',
  handler: (req) =>
    answer(req, () => {
      requireAdmin(req, belongsToAdmins)
      return inTransaction(req, async () => {
        const db = await sqlIn(req)
        const account = await lockAccount(db, pathPart(req, 'id'))
        if (!account) throw new DocumentNotFound('users', pathPart(req, 'id'))
        const until = new Date(Date.now() + linkLength).toISOString()
        await db
          .insert(providerLinks)
          .values({ person: account.id, until })
          .onConflictDoUpdate({ target: providerLinks.person, set: { until } })
        const { id, name } = requirePerson(req)
        await appendEvent(req, {
          kind: 'account',
          collection: 'users',
          id: account.id,
          transition: 'allowIdentity',
          actor: { id, name },
          data: { until },
        })
        return { until }
      })
    }),
}
