import { asc, eq, sql, type SQL } from 'drizzle-orm'
import type {
  CollectionAfterLogoutHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { isUuid } from '#model/documents.ts'
import { storedToken } from './sign-in/link-tokens.ts'

// Payload reads an account, changes its copy (of the list of sessions, say) and writes all of it back. Of two
// that do so at once, one would undo what the other has written: whoever comes second has to wait before they
// read.

/** Locks an account until the transaction ends; undefined where there is none. */
export async function lockAccount(
  db: Sql,
  id: string,
): Promise<Pick<typeof users.$inferSelect, 'id' | 'name' | 'role' | 'deactivatedAt'> | undefined> {
  if (!isUuid(id)) return undefined
  const { name, role, deactivatedAt } = users
  const [account] = await db
    .select({ id: users.id, name, role, deactivatedAt })
    .from(users)
    .where(eq(users.id, id))
    .for('no key update')
  return account
}

/** Waits, before an operation reads an account to change it, until nobody else does. */
export const lockBeforeChange: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const which = accountsOf(operation, args, req)
  if (which === undefined) return
  const db = await sqlIn(req)
  // In one order: else two that lock several would wait for each other.
  await db
    .select({ id: users.id })
    .from(users)
    .where(which)
    .orderBy(asc(users.id))
    .for('no key update')
}

/** The same before a session ends. */
export const lockBeforeLogout: CollectionAfterLogoutHook = async ({ req }) => {
  const id = accountOf(req)
  if (id !== null) await lockAccount(await sqlIn(req), id)
}

/** Which accounts an operation is going to change; undefined: none that is there already. */
function accountsOf(operation: string, args: object, req: PayloadRequest): SQL | undefined {
  const id: unknown = Reflect.get(args, 'id')
  const data: unknown = Reflect.get(args, 'data')
  switch (operation) {
    case 'update':
    case 'delete':
      if (id === undefined) return sql`true`
      return typeof id === 'string' && isUuid(id) ? eq(users.id, id) : sql`false`
    case 'refresh': {
      const own = accountOf(req)
      return own === null ? undefined : eq(users.id, own)
    }
    case 'resetPassword': {
      const token: unknown =
        typeof data === 'object' && data !== null ? Reflect.get(data, 'token') : undefined
      return typeof token === 'string'
        ? eq(users.resetPasswordToken, storedToken(token))
        : undefined
    }
    default:
      return undefined
  }
}

/** The account that a call is signed in to, whether something is still owed in its session or not. */
function accountOf({ user }: PayloadRequest): string | null {
  return user?.collection === 'users' && typeof user.id === 'string' ? user.id : null
}
