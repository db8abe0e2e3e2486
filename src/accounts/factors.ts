import { and, asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import type { Sql } from '#database/sql.ts'
import { passkeys, recoveryCodes, secondFactors, users } from '#database/tables.ts'
import { isRole, type Role } from '#model/roles.ts'

/** What somebody has set up beside the password. */
export interface Factors {
  /** Since when an app shows codes; null: none does. */
  appSince: string | null
  passkeys: { id: string; name: string; createdAt: string; lastUsedAt: string | null }[]
  /** Codes for the day when the others are lost, that have not been used yet. */
  recoveryCodes: number
}

/** What somebody has set up. */
export async function factorsOf(db: Sql, person: string): Promise<Factors> {
  const [app] = await db
    .select({ since: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(and(eq(secondFactors.person, person), isNotNull(secondFactors.confirmedAt)))
  const { id, name, createdAt, lastUsedAt } = passkeys
  const keys = await db
    .select({ id, name, createdAt, lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.person, person))
    .orderBy(asc(createdAt), asc(id))
  const [codes] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.person, person), isNull(recoveryCodes.usedAt)))
  return { appSince: app?.since ?? null, passkeys: keys, recoveryCodes: codes?.left ?? 0 }
}

/** Whether there is anything beside the password. */
export function hasFactor({ appSince, passkeys: keys }: Factors): boolean {
  return appSince !== null || keys.length > 0
}

/** Whether the installation asks people with this role for a second factor. */
export function isDemandedOf(payload: Pick<Payload, 'config'>, role: Role): boolean {
  return demandedRoles(payload).includes(role)
}

/** The roles that the installation asks for a second factor. */
export function demandedRoles({ config }: Pick<Payload, 'config'>): readonly Role[] {
  const roles: unknown = config.custom.secondFactorRoles
  return Array.isArray(roles) ? roles.filter(isRole) : []
}

/**
 * What somebody who has given their password still owes: a proof by what they have set up, or, where their
 * role asks for one and they have none, to set one up; null: nothing.
 */
export async function owedBy(
  db: Sql,
  payload: Pick<Payload, 'config'>,
  person: string,
): Promise<'proof' | 'set-up' | null> {
  if (hasFactor(await factorsOf(db, person))) return 'proof'
  const [account] = await db
    .select({ role: sql<string>`${users.role}::text` })
    .from(users)
    .where(eq(users.id, person))
  return account && isRole(account.role) && isDemandedOf(payload, account.role) ? 'set-up' : null
}
