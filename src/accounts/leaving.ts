import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isActive } from '#access/active.ts'
import { requirePerson } from '#access/require-person.ts'
import { sqlIn } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import type { Person } from '#model/person.ts'
import { appendEvent } from '#record/events.ts'
import { isErasedAccount } from '#record/redactions.ts'
import { accountIsErased } from './keep-erased.ts'
import { byProgram } from './acting-program.ts'
import { endAccount, endWhatIsHeld } from './end-account.ts'
import { refuseOwnAccount, requireOtherAdmin } from './guard.ts'
import { lockAccount } from './lock.ts'

/** Whose account is ended or opened again, and why. */
export interface Leaving {
  id: string
  reason?: string | undefined
}

/**
 * Ends an account: its owner signs in nowhere and acts nowhere from now on, at once; their name stays. What
 * they hold ends or is handed over (held/list.ts).
 *
 * @throws DocumentNotFound 404, Conflict 409 (own account, last administrator, ended already)
 */
export async function deactivate(req: PayloadRequest, { id, reason }: Leaving): Promise<void> {
  await inTransaction(req, async () => {
    const db = await sqlIn(req)
    const account = await lockAccount(db, id)
    if (!account) throw new DocumentNotFound('users', id)
    refuseOwnAccount(req, account.id)
    if (!isActive(account)) {
      throw new Conflict(
        {
          de: `${account.name} ist schon deaktiviert.`,
          en: `${account.name} is deactivated already.`,
        },
        'not_active',
      )
    }
    await requireOtherAdmin(req, account.id)
    await endAccount(req, account.id)
    await record(req, 'deactivate', { id: account.id, reason })
  })
}

/**
 * Opens an account again: its owner may sign in, with what their role and desks give them.
 *
 * @throws DocumentNotFound 404, Conflict 409 where it is open
 */
export async function reactivate(req: PayloadRequest, { id, reason }: Leaving): Promise<void> {
  await inTransaction(req, async () => {
    const db = await sqlIn(req)
    const account = await lockAccount(db, id)
    if (!account) throw new DocumentNotFound('users', id)
    if (isActive(account)) {
      throw new Conflict(
        { de: `${account.name} ist aktiv.`, en: `${account.name} is active.` },
        'active',
      )
    }
    if (await isErasedAccount(db, account.id)) throw accountIsErased()
    // Nothing comes back with them, not even what was given to them while they left.
    await endWhatIsHeld(req, account.id)
    const now = new Date().toISOString()
    await db
      .update(users)
      .set({ deactivatedAt: null, updatedAt: now })
      .where(eq(users.id, account.id))
    await record(req, 'reactivate', { id: account.id, reason })
  })
}

async function record(
  req: PayloadRequest,
  transition: 'deactivate' | 'reactivate',
  { id, reason }: Leaving,
): Promise<void> {
  const program = byProgram(req)
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id,
    transition,
    actor: program.by === undefined ? personIn(req) : null,
    comment: reason?.trim() || null,
    data: program.by === undefined ? null : program,
  })
}

function personIn(req: PayloadRequest): Person {
  const { id, name } = requirePerson(req)
  return { id, name }
}
