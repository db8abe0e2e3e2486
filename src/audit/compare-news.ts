import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { logLeaves as l, workflowEvents as e, workflowStates as s } from '#database/tables.ts'
import { firstId } from '#publishing/entries.ts'
import { documents as d, releases as r } from '#read-model/tables.ts'
import type { Compare } from './slice.ts'
import { isOfDelivery } from '#publishing/log/leaves.ts'
import type { AuditProblem } from './verify.ts'

/**
 * Holds what the feed says of each text against the events: it went live under these digests and was taken
 * off in this order, no time more and none less; what it said last is what the read model shows, and the
 * public log says the same.
 */
export const compareNews: Compare = async (req, after, most) => {
  const db = await sqlIn(req)
  const ids = await findIds(db, after, most)
  const told = await readTold(db, ids)
  const happened = await readHappened(db, ids)
  const shown = await readShown(db, ids)
  const logged = await readLogged(db, ids)
  const problems = ids.flatMap((id): AuditProblem[] => {
    const where = `feed of ${id}`
    const entries = told.filter(({ document }) => document === id)
    const events = happened.filter(({ document }) => document === id)
    const last = entries.at(-1)
    const isInOrder =
      changesOf(entries.map(({ digest }) => digest)) ===
      changesOf(events.map(({ digest }) => digest))
    const leaves = logged.filter(({ document }) => document === id).map(({ digest }) => digest)
    const isLogged = changesOf(entries.map(({ digest }) => digest)).endsWith(changesOf(leaves))
    return [
      ...(isLogged ? [] : [{ where, problem: 'The log does not say the same.' }]),
      ...(isInOrder ? [] : [{ where, problem: 'It does not tell what happened, in its order.' }]),
      ...((last?.digest === null ? undefined : last?.says) === shown.get(id)
        ? []
        : [{ where, problem: 'What it says last is not what is shown.' }]),
    ]
  })
  return { problems, rows: ids.length, last: ids.length < most ? null : (ids.at(-1) ?? null) }
}

/** The documents that have a state, are told of, or are shown, in the order of their ids. */
async function findIds(db: Sql, after: string | null, most: number): Promise<string[]> {
  const from = after ?? firstId
  const rows = await union(
    db
      .select({ id: sql<string>`${s.id}`.as('id') })
      .from(s)
      .where(gt(s.id, from))
      .orderBy(asc(s.id))
      .limit(most),
    db
      .selectDistinct({ id: sql<string>`${r.document}`.as('id') })
      .from(r)
      .where(gt(r.document, from))
      .orderBy(asc(sql`id`))
      .limit(most),
    db
      .select({ id: sql<string>`${d.id}`.as('id') })
      .from(d)
      .where(gt(d.id, from))
      .orderBy(asc(d.id))
      .limit(most),
  )
    .orderBy(asc(sql`id`))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** What an entry says of what is shown, and the row that is, in the same words. */
const says = (of: typeof r | typeof d) =>
  sql<string>`concat_ws(' ', ${of.digest}, ${of.collection}, ${of.profession}, coalesce(${of.region}::text, '-'),
    ${of.professionSlug}, ${of.regionSlug}, ${of.sites})`

function readTold(db: Sql, ids: readonly string[]) {
  return db
    .select({ document: r.document, digest: r.digest, says: says(r) })
    .from(r)
    .where(and(isOneOf(r.document, ids), isNotNull(r.position)))
    .orderBy(asc(r.position))
}

/** What the log says, which may have begun later than the feed. */
function readLogged(db: Sql, ids: readonly string[]) {
  return db
    .select({ document: l.document, digest: l.digest })
    .from(l)
    .where(and(isOneOf(l.document, ids), isOfDelivery))
    .orderBy(asc(l.index))
}

function readHappened(db: Sql, ids: readonly string[]) {
  return db
    .select({
      document: e.document,
      digest: sql<string | null>`CASE WHEN ${e.transition} = 'publish' THEN ${e.digest} END`,
    })
    .from(e)
    .where(
      and(
        isOneOf(e.document, ids),
        eq(e.kind, 'workflow'),
        inArray(e.transition, ['publish', 'unpublish', 'archive']),
      ),
    )
    .orderBy(asc(e.sequence))
}

async function readShown(db: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: d.id, says: says(d) })
    .from(d)
    .where(isOneOf(d.id, ids))
  return new Map(rows.map((row) => [row.id, row.says]))
}

/** What is live one after the other, each time that it becomes another: nothing at first. */
function changesOf(digests: readonly (string | null)[]): string {
  return digests.filter((digest, index) => digest !== (digests[index - 1] ?? null)).join(' ')
}
