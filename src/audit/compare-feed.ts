import { and, asc, desc, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { sqlIn, type Sql } from '#database/sql.ts'
import { releases as r } from '#read-model/tables.ts'
import { hashOfRelease, type hashedInFeed } from '#record/hash.ts'
import type { Compare } from './slice.ts'
import type { AuditProblem } from './verify.ts'

/** Recomputes the chain of the feed: each entry is what it was, where it was, after the one before it. */
export const compareFeed: Compare = async (req, after, most) => {
  const db = await sqlIn(req)
  const start = after ?? '0'
  const entries = await readEntries(db, start, most)
  const problems: AuditProblem[] = after === null ? await findUnplaced(db) : []
  let previousHash = await readHashUpTo(db, start)
  for (const { position, hash, ...release } of entries) {
    if (hash !== hashOfRelease(release, { position, previousHash })) {
      problems.push({
        where: `feed #${position}`,
        problem: 'The entry was changed, or one before it was taken out or put in.',
      })
    }
    previousHash = hash ?? ''
  }
  return {
    problems,
    rows: entries.length,
    last: entries.length < most ? null : (entries.at(-1)?.position ?? null),
  }
}

function readEntries(db: Sql, after: string, most: number) {
  const at = sql<string>`to_char(${r.at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const text = (
    column: (typeof r)['id' | 'document' | 'profession' | 'region' | 'sites' | 'sitesBefore'],
  ) => sql<string | null>`${column}::text`
  return db
    .select({
      position: sql<string>`${r.position}::text`,
      hash: r.hash,
      id: text(r.id),
      at,
      reason: sql<string>`${r.reason}`,
      document: text(r.document),
      collection: r.collection,
      profession: text(r.profession),
      region: text(r.region),
      profession_slug: r.professionSlug,
      region_slug: r.regionSlug,
      digest: r.digest,
      sites: text(r.sites),
      sites_before: text(r.sitesBefore),
    } satisfies Record<(typeof hashedInFeed)[number] | 'position' | 'hash', unknown>)
    .from(r)
    .where(gt(r.position, sql`${after}::bigint`))
    .orderBy(asc(r.position))
    .limit(most)
}

async function readHashUpTo(db: Sql, position: string): Promise<string> {
  const [row] = await db
    .select({ hash: r.hash })
    .from(r)
    .where(lte(r.position, sql`${position}::bigint`))
    .orderBy(desc(r.position))
    .limit(1)
  return row?.hash ?? ''
}

/** Entries that got no place: whoever put them in switched the trigger off. */
async function findUnplaced(db: Sql): Promise<AuditProblem[]> {
  const rows = await db
    .select({ id: r.id })
    .from(r)
    .where(and(isNull(r.position), isNotNull(r.id)))
    .orderBy(asc(r.id))
    .limit(100)
  return rows.map(({ id }) => ({
    where: `feed entry ${String(id)}`,
    problem: 'It has no place in the feed.',
  }))
}
