import { and, desc, eq, gt } from 'drizzle-orm'
import type { Endpoint, PayloadRequest } from 'payload'
import { answer, pathPart } from '#access/answer.ts'
import { sqlIn } from '#database/sql.ts'
import { usersSessions as sessions } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { recordOfSignIn } from '../account-events.ts'
import { endOtherSessions } from '../own-password.ts'
import { signedInCaller, type Caller } from '../sign-in/caller.ts'

/** A session as its owner sees it. */
export interface SessionEntry {
  id: string
  beganAt: string | null
  endsAt: string
  /** How they proved who they are: `password`, `link`, `passkey`, `oidc`; null for older ones. */
  method: string | null
  /** The browser, as it names itself. */
  agent: string | null
  address: string | null
  /** It waits for a second factor: nobody can do anything in it. */
  isPending: boolean
  /** The one that asks. */
  isOwn: boolean
}

/**
 * `GET /api/account/sessions` lists one's own sessions, `DELETE …/{id}` ends one of them, `DELETE
 * /api/account/sessions` all but the one that asks.
 */
export const sessionEndpoints: Endpoint[] = [
  {
    path: '/account/sessions',
    method: 'get',
    handler: (req) =>
      answer(req, async () => ({ sessions: await listSessions(req, signedInCaller(req)) })),
  },
  {
    path: '/account/sessions',
    method: 'delete',
    handler: (req) =>
      answer(req, () => {
        const caller = signedInCaller(req)
        return inTransaction(req, async () => {
          const ended = await endOtherSessions(req, caller)
          if (ended > 0)
            await recordOfSignIn(req, { id: caller.id, by: caller }, 'endSessions', { ended })
          return { ended }
        })
      }),
  },
  {
    path: '/account/sessions/:id',
    method: 'delete',
    handler: (req) =>
      answer(req, () => {
        const caller = signedInCaller(req)
        const id = pathPart(req, 'id')
        return inTransaction(req, async () => {
          const db = await sqlIn(req)
          const ended = await db
            .delete(sessions)
            .where(and(eq(sessions.parentId, caller.id), eq(sessions.id, id)))
            .returning({ id: sessions.id })
          if (ended.length === 0) throw new DocumentNotFound('sessions', id)
          await recordOfSignIn(req, { id: caller.id, by: caller }, 'endSessions', { ended: 1 })
          return { ended: 1 }
        })
      }),
  },
]

async function listSessions(req: PayloadRequest, caller: Caller): Promise<SessionEntry[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select({
      id: sessions.id,
      beganAt: sessions.createdAt,
      endsAt: sessions.expiresAt,
      method: sessions.method,
      agent: sessions.agent,
      address: sessions.address,
      isPending: sessions.isPending,
    })
    .from(sessions)
    .where(and(eq(sessions.parentId, caller.id), gt(sessions.expiresAt, new Date().toISOString())))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
  return rows.map((row) => ({
    ...row,
    isPending: row.isPending === true,
    isOwn: row.id === caller.session,
  }))
}
