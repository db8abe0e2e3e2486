import { sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { momentIn, textIn, textOrNull } from '#database/rows.ts'
import { bucketsPerE, rounded, timesBy, type StageTimes } from './buckets.ts'
import type { EditorialCollection } from '#model/documents.ts'

/** What a report is about. Times are ISO 8601; `from` is included, `to` is not. */
export interface ReportFilter {
  from: string
  to: string
  collection?: EditorialCollection | undefined
  desk?: string | undefined
  person?: string | undefined
}

export interface ReviewTimes {
  stages: StageTimes[]
  /** What is in each stage now, and since when the oldest of it. */
  open: { stage: string; documents: number; oldestSince: string }[]
  byDesk: (StageTimes & { desk: string; name: string })[]
  /** By who ended the stay: who approved, returned, published. */
  byPerson: (StageTimes & { person: string; name: string })[]
  /** Documents whose due date has passed before they went live. */
  overdue: { documents: number; first: Overdue[] }
  /** How often documents were submitted until now: 1 means that nothing had to be done again. */
  cycles: { documents: number; meanSubmits: number; bySubmits: Record<string, number> }
}

export interface Overdue {
  collection: string
  document: string
  dueAt: string
  stage: string
  reviewer: string | null
}

/** How many overdue documents are named. */
const mostNamed = 100

/** The numbers of a report, each out of one pass over the stays of a period. */
export async function readReviewTimes(
  req: PayloadRequest,
  filter: ReportFilter,
): Promise<ReviewTimes> {
  const stays = staysIn(filter)
  const [buckets, open, deskBuckets, overdue, cycles] = await Promise.all([
    query(
      req,
      sql`SELECT s.stage, s.left_by AS person, u.name, ${bucket} FROM (${stays}) s
          LEFT JOIN users u ON u.id::text = s.left_by
          GROUP BY s.stage, s.left_by, u.name, s.bucket ORDER BY u.name, s.stage`,
    ),
    query(
      req,
      sql`SELECT stage, count(*) AS documents, min(entered_at) AS oldest
          FROM workflow_stage_times s WHERE left_at IS NULL AND ${isAbout(filter)}
          GROUP BY stage ORDER BY stage`,
    ),
    query(
      req,
      sql`WITH covered AS MATERIALIZED (
            SELECT d.id, d.name, t.id AS document FROM desks d JOIN (${subjects}) t
            ON ${isCoveredBy(sql`d.id`, sql`t.profession_id`, sql`t.region_id`)})
          SELECT s.stage, d.id AS desk, d.name, ${bucket}
          FROM covered d JOIN (${stays}) s ON s.document = d.document
          GROUP BY s.stage, d.id, d.name, s.bucket ORDER BY d.name, s.stage`,
    ),
    query(
      req,
      sql`SELECT a.document_collection, a.document, a.due_at, a.reviewer, w.stage,
                 count(*) OVER () AS documents
          FROM workflow_assignments a JOIN workflow_states w ON w.id::text = a.document
          JOIN workflow_stage_times s ON s.document = a.document AND s.left_at IS NULL
          WHERE a.due_at < ${new Date().toISOString()} AND w.stage NOT IN ('live', 'archived')
            AND ${isAbout(filter)}
          ORDER BY a.due_at LIMIT ${mostNamed}`,
    ),
    query(
      req,
      sql`SELECT submits, count(*) AS documents FROM (
            SELECT s.document, count(*) AS submits FROM (${stays}) s
            WHERE s.stage = 'in_review' GROUP BY s.document) c
          GROUP BY submits ORDER BY submits`,
    ),
  ])
  return {
    stages: timesBy(buckets, ['stage']).map(({ times }) => times),
    open: open.map((row) => ({
      stage: textIn(row.stage),
      documents: Number(row.documents),
      oldestSince: momentIn(row.oldest),
    })),
    byDesk: timesBy(deskBuckets, ['desk', 'stage']).map(({ row, times }) => ({
      desk: textIn(row.desk),
      name: textIn(row.name),
      ...times,
    })),
    byPerson: timesBy(
      buckets.filter(({ person }) => person !== null),
      ['person', 'stage'],
    ).map(({ row, times }) => ({
      person: textIn(row.person),
      name: textOrNull(row.name) ?? '',
      ...times,
    })),
    overdue: {
      documents: Number(overdue[0]?.documents ?? 0),
      first: overdue.map((row) => ({
        collection: textIn(row.document_collection),
        document: textIn(row.document),
        dueAt: momentIn(row.due_at),
        stage: textIn(row.stage),
        reviewer: textOrNull(row.reviewer),
      })),
    },
    cycles: toCycles(cycles),
  }
}

/** How long documents stayed in each stage, over the stays that ended in a period. */
export async function readStageTimes(
  req: PayloadRequest,
  filter: ReportFilter,
): Promise<StageTimes[]> {
  const rows = await query(
    req,
    sql`SELECT s.stage, ${bucket} FROM (${staysIn(filter)}) s
        GROUP BY s.stage, s.bucket ORDER BY s.stage`,
  )
  return timesBy(rows, ['stage']).map(({ times }) => times)
}

/** A bucket of stays that lasted as long, but for a thousandth. */
const bucket = sql`s.bucket, count(*) AS stays, sum(s.seconds) AS seconds`

/** The stays that ended in a period. */
function staysIn(filter: ReportFilter): SQL {
  return sql`
    SELECT s.document, s.stage, s.left_by,
           extract(epoch FROM s.left_at - s.entered_at)::float8 AS seconds,
           round(${bucketsPerE} * ln(greatest(1, extract(epoch FROM s.left_at - s.entered_at)::float8)))
             AS bucket
    FROM workflow_stage_times s
    WHERE s.left_at >= ${filter.from} AND s.left_at < ${filter.to} AND ${isAbout(filter)}`
}

/** What every document is about: its profession, and its region where it has one. */
const subjects = sql`
  SELECT id::text, profession_id, NULL::uuid AS region_id FROM career_profiles
  UNION ALL
  SELECT id::text, profession_id, region_id FROM regional_sections`

/** What a filter demands of a stay `s`. */
function isAbout({ collection, desk, person }: ReportFilter): SQL {
  const conditions = [
    ...(collection === undefined ? [] : [sql`s.document_collection = ${collection}`]),
    ...(person === undefined ? [] : [sql`s.left_by = ${person}`]),
    ...(desk === undefined
      ? []
      : [
          sql`EXISTS (
            SELECT FROM (${subjects}) t
            WHERE t.id = s.document
              AND ${isCoveredBy(sql`${desk}::uuid`, sql`t.profession_id`, sql`t.region_id`)})`,
        ]),
  ]
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)
}

/** The rule of desk.ts in SQL: a desk covers what is of its regions and of its professions. */
function isCoveredBy(desk: SQL, profession: SQL, region: SQL): SQL {
  const covers = (path: string, column: SQL, id: SQL) => sql`(
    NOT EXISTS (SELECT FROM desks_rels r WHERE r.parent_id = ${desk} AND r.path = ${path})
    OR ${id} IN (SELECT ${column} FROM desks_rels r WHERE r.parent_id = ${desk} AND r.path = ${path}))`
  return sql`${covers('regions', sql`r.regions_id`, region)}
    AND ${covers('professions', sql`r.professions_id`, profession)}`
}

function toCycles(rows: readonly Record<string, unknown>[]): ReviewTimes['cycles'] {
  const counts = rows.map((row) => [Number(row.submits), Number(row.documents)] as const)
  const documents = counts.reduce((sum, [, count]) => sum + count, 0)
  const submits = counts.reduce((sum, [times, count]) => sum + times * count, 0)
  return {
    documents,
    meanSubmits: rounded(documents === 0 ? 0 : submits / documents),
    bySubmits: Object.fromEntries(counts.map(([times, count]) => [String(times), count])),
  }
}
