import { aliasedTable, and, eq, gt, ne, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isActiveAccount } from '#access/active.ts'
import { sqlIn } from '#database/sql.ts'
import {
  payloadLockedDocuments as locks,
  payloadLockedDocumentsRels as relations,
  users,
} from '#database/tables.ts'

const document = aliasedTable(relations, 'document')
const holder = aliasedTable(relations, 'holder')

/** How long Payload keeps a lock that is not renewed, in seconds: its default. */
const lockDuration = 300

/** The name of somebody else who has a document open in the admin; null when nobody has. */
export async function findLockOfOther(
  req: PayloadRequest,
  options: { collection: string; id: string; person: string },
): Promise<string | null> {
  const { collection, id, person } = options
  const db = await sqlIn(req)
  const [other] = await db
    .select({ name: users.name })
    .from(locks)
    .innerJoin(document, and(eq(document.parentId, locks.id), eq(document.path, 'document')))
    .innerJoin(holder, and(eq(holder.parentId, locks.id), eq(holder.path, 'user')))
    .innerJoin(users, eq(users.id, holder.usersId))
    .where(
      and(
        collection === 'career-profiles'
          ? eq(document.careerProfilesId, id)
          : eq(document.regionalSectionsId, id),
        ne(sql`${users.id}::text`, person),
        isActiveAccount(users),
        gt(locks.updatedAt, sql`now() - make_interval(secs => ${lockDuration})`),
      ),
    )
    .limit(1)
  return other?.name ?? null
}
