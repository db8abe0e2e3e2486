import { eq, inArray } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { desksOf } from '#access/load-desks.ts'
import { sqlIn } from '#database/sql.ts'
import { desks, users } from '#database/tables.ts'
import type { GivenRole } from './role-rules.ts'

/** What an account may do, as its fields have it. */
export interface Permissions {
  role: GivenRole['role']
  allTexts: boolean
  /** Ids. */
  desks: string[]
}

/**
 * What rules give, with the ids of the desks that they name. A desk that there is not gives nothing, and
 * the log says so.
 */
export async function permissionsOf(req: PayloadRequest, given: GivenRole): Promise<Permissions> {
  const db = await sqlIn(req)
  const found =
    given.desks.length === 0
      ? []
      : await db
          .select({ id: desks.id, name: desks.name })
          .from(desks)
          .where(inArray(desks.name, given.desks))
  const missing = given.desks.filter((desk) => !found.some(({ name }) => name === desk))
  if (missing.length > 0) {
    req.payload.logger.warn({
      msg: 'SIGN_IN_ROLES names desks that there are not.',
      desks: missing,
    })
  }
  const { role, allTexts } = given
  return { role, allTexts: role === 'editor' && allTexts, desks: found.map(({ id }) => id).sort() }
}

/**
 * Makes an account what rules say that it is. One that is that already is not touched.
 *
 * @throws Conflict 409 (`last_admin`, `last_giver`)
 */
export async function givePermissions(
  req: PayloadRequest,
  id: string,
  permissions: Partial<Permissions>,
): Promise<void> {
  if (await isAsGiven(req, id, permissions)) return
  await req.payload.update({
    collection: 'users',
    id,
    data: permissions,
    depth: 0,
    overrideAccess: true,
    overrideLock: true,
    req,
  })
}

async function isAsGiven(
  req: PayloadRequest,
  id: string,
  given: Partial<Permissions>,
): Promise<boolean> {
  const db = await sqlIn(req)
  const [now] = await db
    .select({ role: users.role, allTexts: users.allTexts, desks: desksOf(users) })
    .from(users)
    .where(eq(users.id, id))
  if (!now) return false
  const { role = now.role, allTexts = now.allTexts, desks: wanted = now.desks } = given
  const isSame = (one: readonly string[], other: readonly string[]) =>
    [...one].sort().join() === [...other].sort().join()
  return now.role === role && now.allTexts === allTexts && isSame(now.desks, wanted)
}
