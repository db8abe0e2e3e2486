import { isNull, type SQL } from 'drizzle-orm'
import type { users } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'

/**
 * The rule: somebody whose account has been deactivated has left. Their name stays wherever the record
 * has it; they sign in nowhere, act nowhere, are told nothing and are offered nowhere. What follows are
 * two readings of it: of an account at hand, and in SQL.
 */
export function isActive(account: unknown): boolean {
  return isRecord(account) && (account.deactivatedAt ?? null) === null
}

/** The same in SQL, over the table of accounts or an alias of it. */
export function isActiveAccount({ deactivatedAt }: Pick<typeof users, 'deactivatedAt'>): SQL {
  return isNull(deactivatedAt)
}
