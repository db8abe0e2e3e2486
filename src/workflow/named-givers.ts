import { and, asc, eq, exists, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isActiveAccount } from '#access/active.ts'
import { desksOf } from '#access/load-desks.ts'
import { hasSignedIn } from '#access/signed-in.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { users, usersRels } from '#database/tables.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import { isNamedGiver } from './givers.ts'
import { kindsAskedFor, type WorkflowSettings } from './settings.ts'

/** Somebody who is named to give sign-offs, and can: there, and signed in at least once. */
export interface NamedGiver {
  id: string
  name: string
  desks: string[]
}

/** Who can give some kinds of sign-off that are for named people, by kind; nobody of any other kind. */
export async function findNamedGivers(
  req: PayloadRequest,
  settings: Pick<WorkflowSettings, 'giversOf'>,
  kinds: readonly SignOffKind[],
): Promise<ReadonlyMap<SignOffKind, readonly NamedGiver[]>> {
  const named = kinds.map(settings.giversOf).filter(({ by }) => by === 'named')
  const people = named.flatMap((givers) => givers.people)
  const desks = named.flatMap((givers) => givers.desks)
  const found = people.length + desks.length === 0 ? [] : await findAble(req, people, desks)
  return new Map(
    kinds.map((kind) => [kind, found.filter((person) => isNamedGiver(settings, kind, person))]),
  )
}

/** The kinds of sign-off that some rule asks for, and that nobody gives but who is named. */
export function kindsOnlyNamedGive(settings: WorkflowSettings): SignOffKind[] {
  return kindsAskedFor(settings).filter((kind) => {
    const { by, experts } = settings.giversOf(kind)
    return by === 'named' && !experts
  })
}

/** The ids of everybody who can be named: active, and signed in at least once. */
export async function findSignedIn(req: PayloadRequest): Promise<string[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(isActiveAccount(users), hasSignedIn(users)))
  return rows.map(({ id }) => id)
}

async function findAble(
  req: PayloadRequest,
  people: readonly string[],
  desks: readonly string[],
): Promise<NamedGiver[]> {
  const db = await sqlIn(req)
  const { parentId, path, desksId } = usersRels
  const ofDesk = db
    .select({ id: usersRels.id })
    .from(usersRels)
    .where(and(eq(parentId, users.id), eq(path, 'desks'), isOneOf(sql`${desksId}::text`, desks)))
  return db
    .select({ id: users.id, name: users.name, desks: desksOf(users) })
    .from(users)
    .where(
      and(
        or(isOneOf(sql`${users.id}::text`, people), exists(ofDesk)),
        isActiveAccount(users),
        hasSignedIn(users),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
}
