import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { textOrNull } from '#database/rows.ts'
import { NotAllowed } from '#model/errors.ts'
import { requirePerson } from '../standing.ts'
import type { StageTimes } from './buckets.ts'
import { countBack, weeklyPoints, type LivePoint } from './live-counts.ts'
import { readStageTimes } from './review-times.ts'

/** Regional texts in one Land. */
export interface LandCoverage {
  /** The first two digits of the AGS; null: regions without one. */
  land: string | null
  /** Pairs of a profession with a place in this Land: what could be written. */
  pairs: number
  live: number
  /** Written, and not live. */
  inWork: number
}

export interface Figures {
  from: string
  to: string
  live: LivePoint[]
  stages: StageTimes[]
  laender: LandCoverage[]
}

/**
 * The house in figures over so many weeks before now: live texts, how long texts stay in their stages,
 * and what is covered of each Land. For editors and the administration, as all reports.
 *
 * @throws NotSignedIn 401, NotAllowed 403
 */
export async function readFigures(req: PayloadRequest, weeks: number): Promise<Figures> {
  if (requirePerson(req).role === 'author') {
    throw new NotAllowed({
      de: 'Berichte sind für die Redaktion und die Verwaltung.',
      en: 'Reports are for editors and the administration.',
    })
  }
  const now = new Date()
  const points = weeklyPoints(now, weeks)
  const from = points[0] ?? now.toISOString()
  const to = now.toISOString()
  const [live, stages, laender] = await Promise.all([
    readLive(req, points),
    readStageTimes(req, { from, to }),
    readLaender(req),
  ])
  return { from, to, live, stages, laender }
}

async function readLive(req: PayloadRequest, points: readonly string[]): Promise<LivePoint[]> {
  const list = sql.join(
    points.map((point) => sql`${point}::timestamptz`),
    sql`, `,
  )
  const [now, changes] = await Promise.all([
    query(req, sql`SELECT count(*) AS documents FROM delivery.documents`),
    query(
      req,
      sql`SELECT width_bucket(at, ARRAY[${list}]) AS point,
                 sum(CASE WHEN sites IS NULL THEN -1 ELSE 1 END) AS change
          FROM delivery.releases
          WHERE (sites IS NULL) <> (sites_before IS NULL) AND at >= ${points[0] ?? null}
          GROUP BY 1`,
    ),
  ])
  const changeAfter = new Map(changes.map((row) => [Number(row.point), Number(row.change)]))
  return countBack(points, Number(now[0]?.documents ?? 0), changeAfter)
}

async function readLaender(req: PayloadRequest): Promise<LandCoverage[]> {
  const rows = await query(
    req,
    sql`SELECT p.land, p.places * (SELECT count(*) FROM professions) AS pairs,
               coalesce(t.live, 0) AS live, coalesce(t.in_work, 0) AS in_work
        FROM (SELECT left(ags, 2) AS land, count(*) AS places FROM regions
              WHERE kind <> 'land' GROUP BY 1) p
        LEFT JOIN (
          SELECT left(r.ags, 2) AS land, count(*) FILTER (WHERE n.live_at IS NOT NULL) AS live,
                 count(*) FILTER (WHERE n.live_at IS NULL AND n.stage <> 'archived') AS in_work
          FROM newsroom_texts n JOIN regions r ON r.id = n.region
          WHERE r.kind <> 'land' GROUP BY 1) t ON t.land IS NOT DISTINCT FROM p.land
        ORDER BY live DESC, in_work DESC, p.land`,
  )
  return rows.map((row) => ({
    land: textOrNull(row.land),
    pairs: Number(row.pairs),
    live: Number(row.live),
    inWork: Number(row.in_work),
  }))
}
