import { and, eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { isUuid } from '#model/documents.ts'
import { isActiveAccount } from './active.ts'
import { answersForAll, desksOf } from './load-desks.ts'
import type { SignedInPerson } from './require-person.ts'

/**
 * Somebody by the id of their account, with what they may do at this moment, as if they called; null
 * where there is no such account, or its owner has left.
 */
export async function findPerson(req: PayloadRequest, id: string): Promise<SignedInPerson | null> {
  if (!isUuid(id)) return null
  const db = await sqlIn(req)
  const [person] = await db
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      desks: desksOf(users),
      allTexts: answersForAll(users),
    })
    .from(users)
    .where(and(eq(users.id, id), isActiveAccount(users)))
  return person ? { type: 'person', ...person } : null
}
