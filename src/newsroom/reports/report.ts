import { and, asc, count, desc, eq, gte, ne, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts, professions, regions } from '#database/tables.ts'
import { NotAllowed } from '#model/errors.ts'
import { documents, releases } from '#read-model/tables.ts'
import { requirePerson } from '#access/require-person.ts'
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

export interface NewsroomReport {
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
export async function readReport(req: PayloadRequest, weeks: number): Promise<NewsroomReport> {
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
  const db = await sqlIn(req)
  const [from = new Date().toISOString()] = points
  const point = sql<number>`width_bucket(${releases.at}, ${sql.param(points)}::timestamptz[])`
  const [now, changes] = await Promise.all([
    db.select({ documents: count() }).from(documents),
    db
      .select({
        point,
        change: sql`sum(CASE WHEN ${releases.sites} IS NULL THEN -1 ELSE 1 END)`.mapWith(Number),
      })
      .from(releases)
      .where(
        and(
          sql`(${releases.sites} IS NULL) <> (${releases.sitesBefore} IS NULL)`,
          gte(releases.at, from),
        ),
      )
      .groupBy(sql`1`),
  ])
  const changeAfter = new Map(changes.map(({ point, change }) => [point, change]))
  return countBack(points, now[0]?.documents ?? 0, changeAfter)
}

async function readLaender(req: PayloadRequest): Promise<LandCoverage[]> {
  const db = await sqlIn(req)
  const land = sql<string | null>`left(${regions.ags}, 2)`
  const isPlace = ne(regions.kind, 'land')
  const t = newsroomTexts
  const places = db
    .select({ land: land.as('land'), places: count().as('places') })
    .from(regions)
    .where(isPlace)
    .groupBy(sql`1`)
    .as('places')
  const texts = db
    .select({
      land: land.as('land_of_text'),
      live: sql`count(*) FILTER (WHERE ${t.liveAt} IS NOT NULL)`.mapWith(Number).as('live'),
      inWork: sql`count(*) FILTER (WHERE ${t.liveAt} IS NULL AND ${t.stage} <> 'archived')`
        .mapWith(Number)
        .as('in_work'),
    })
    .from(t)
    .innerJoin(regions, eq(regions.id, t.region))
    .where(isPlace)
    .groupBy(sql`1`)
    .as('texts')
  const live = sql`coalesce(${texts.live}, 0)`.mapWith(Number)
  const inWork = sql`coalesce(${texts.inWork}, 0)`.mapWith(Number)
  const all = db.select({ count: count() }).from(professions)
  return db
    .select({
      land: places.land,
      pairs: sql`${places.places} * ${all}`.mapWith(Number),
      live,
      inWork,
    })
    .from(places)
    .leftJoin(texts, sql`${texts.land} IS NOT DISTINCT FROM ${places.land}`)
    .orderBy(desc(live), desc(inWork), asc(places.land))
}
