import { and, asc, count, eq, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { deskCondition } from '#access/desks.ts'
import { loadDeskScope } from '#access/load-desks.ts'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts as t } from '#database/tables.ts'
import { collectionIn, type EditorialCollection } from '#model/documents.ts'
import { requirePerson } from '#access/require-person.ts'
import { isClaimedByOthers } from './filter.ts'
import { showTexts, type NewsroomText } from './entries.ts'

/** How far into the queue the next text is looked for. */
const mostSeen = 1000

/** What is due first comes first, then what has waited longest. */
const order = (columns: Record<'dueAt' | 'stageSince' | 'document', SQLWrapper>): SQL[] => [
  sql`${columns.dueAt} ASC NULLS LAST`,
  asc(columns.stageSince),
  asc(columns.document),
]

export interface Queue {
  texts: NewsroomText[]
  total: number
}

/**
 * What waits for a person's review: in review, within their desks or assigned to them, neither written
 * nor signed by them. Empty for authors.
 *
 * @throws NotSignedIn 401, NotAllowed 403 for sites
 */
export async function readQueue(req: PayloadRequest, limit: number): Promise<Queue> {
  const waiting = await waitingFor(req)
  if (!waiting) return { texts: [], total: 0 }
  const db = await sqlIn(req)
  const [texts, [total]] = await Promise.all([
    showTexts(req, { where: waiting, order, limit }),
    db.select({ count: count() }).from(t).where(waiting),
  ])
  return { texts, total: total?.count ?? 0 }
}

/**
 * The text of the queue that comes after one, which nobody else is reviewing right now; from the end
 * it goes on at the beginning. null where there is no other.
 */
export async function findNextInQueue(
  req: PayloadRequest,
  after: string | null,
): Promise<{ collection: EditorialCollection; id: string; waiting: number } | null> {
  const { id: person } = requirePerson(req)
  const waiting = await waitingFor(req)
  if (!waiting) return null
  const db = await sqlIn(req)
  const rows = await db
    .select({
      id: t.document,
      collection: t.documentCollection,
      isTaken: sql<boolean>`(${isClaimedByOthers(person, new Date())}) IS TRUE`,
    })
    .from(t)
    .where(waiting)
    .orderBy(...order(t))
    .limit(mostSeen)
  const at = rows.findIndex(({ id }) => id === after)
  const inOrder = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  const next = inOrder.find(({ isTaken }) => !isTaken)
  return next
    ? { collection: collectionIn(next.collection), id: next.id, waiting: rows.length }
    : null
}

/** The condition of what waits for the caller; undefined where nothing ever does. */
async function waitingFor(req: PayloadRequest): Promise<SQL | undefined> {
  const actor = requirePerson(req)
  if (actor.role === 'author') return undefined
  const covered = deskCondition(await loadDeskScope(req, actor), t)
  return and(
    eq(t.stage, 'in_review'),
    covered && or(covered, eq(t.reviewer, actor.id)),
    sql`NOT ${t.contributors} ? ${actor.id}`,
    sql`NOT ${t.signers} ? ${actor.id}`,
  )
}
