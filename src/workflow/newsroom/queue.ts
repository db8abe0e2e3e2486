import { sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { loadDeskScope } from '#access/desk.ts'
import { query } from '#database/query.ts'
import { collectionIn, textIn } from '#database/rows.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { requirePerson } from '../standing.ts'
import { all, coveredBy } from './filter.ts'
import { showTexts, type NewsroomText } from './texts.ts'

/** How far into the queue the next text is looked for. */
const mostSeen = 1000

/** What is due first comes first, then what has waited longest. */
const order = sql`t.due_at ASC NULLS LAST, t.stage_since, t.document`

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
  const [shown, [counted]] = await Promise.all([
    showTexts(req, sql`SELECT t.* ${waiting} ORDER BY ${order} LIMIT ${limit}`, order),
    query(req, sql`SELECT count(*)::int AS total ${waiting}`),
  ])
  return { texts: shown.map(({ row: _, ...text }) => text), total: Number(counted?.total ?? 0) }
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
  const now = new Date().toISOString()
  const rows = await query(
    req,
    sql`SELECT t.document, t.document_collection,
               (t.claimed_until > ${now} AND t.claimed_by <> ${person}::uuid) IS TRUE AS is_taken
        ${waiting} ORDER BY ${order} LIMIT ${mostSeen}`,
  )
  const at = rows.findIndex(({ document }) => document === after)
  const inOrder = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  const next = inOrder.find((row) => row.is_taken !== true)
  return next
    ? {
        collection: collectionIn(next.document_collection),
        id: textIn(next.document),
        waiting: rows.length,
      }
    : null
}

/** `FROM` and `WHERE` of what waits for the caller; null where nothing ever does. */
async function waitingFor(req: PayloadRequest): Promise<SQL | null> {
  const actor = requirePerson(req)
  if (actor.role === 'author') return null
  const covered = all(coveredBy(await loadDeskScope(req, actor)))
  return sql`
    FROM newsroom_texts t
    WHERE t.stage = 'in_review' AND (${covered} OR t.reviewer = ${actor.id}::uuid)
      AND NOT (t.contributors ? ${actor.id}) AND NOT (t.signers ? ${actor.id})`
}
