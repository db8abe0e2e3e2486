import { and, desc, sql, type GetColumnData, type SQL, type SQLWrapper } from 'drizzle-orm'
import { unionAll, type PgColumn } from 'drizzle-orm/pg-core'
import { jobHref } from './addresses.ts'
import { jobsOf, narrowingOf, valuesOf, type Audience, type Narrowing } from './audience.ts'
import type { Job } from './shapes.ts'
import type { Sql } from './sql.ts'
import { builtOnce } from './statements.ts'
import { jobs, regions } from './tables.ts'

/** The columns that a job is made of. */
export const jobColumns = {
  id: jobs.id,
  title: jobs.title,
  url: jobs.url,
  hiringOrganization: jobs.hiringOrganization,
  profession: jobs.profession,
  region: jobs.region,
  city: jobs.city,
  postalCode: jobs.postalCode,
  datePosted: jobs.datePosted,
  validThrough: jobs.validThrough,
  isRemote: jobs.isRemote,
  employmentTypes: jobs.employmentTypes,
}
export type JobRow = Pick<typeof jobs.$inferSelect, keyof typeof jobColumns>

/** How many jobs a portrait shows. */
export const jobsInPortrait = 20

/** The jobs of a portrait, and when the first of them is over (ISO 8601; null: never). */
export interface PortraitJobs {
  items: Job[]
  hasMore: boolean
  until: string | null
}

/** Pairs of profession and region (null: anywhere) as rows `k`, numbered from 1. */
export const pairRows = sql`unnest(${sql.placeholder('pairProfessions')}::uuid[],
  ${sql.placeholder('pairRegions')}::uuid[]) WITH ORDINALITY k(profession, region, pair)`
export const pairNumber = sql`k.pair`.mapWith(Number)

export interface Pair {
  profession: string
  region: string | null
}

/** The values of the placeholders in `pairRows`. */
export function pairValues(pairs: readonly Pair[]) {
  return {
    pairProfessions: pairs.map(({ profession }) => profession),
    pairRegions: pairs.map(({ region }) => region),
  }
}

/**
 * The newest live jobs of each pair of profession and region (null: anywhere), in one statement: at
 * most `limit` a pair. Gives them in the order of the pairs.
 */
export async function loadPortraitJobs(
  db: Sql,
  pairs: readonly Pair[],
  audience: Audience,
  limit = jobsInPortrait,
): Promise<PortraitJobs[]> {
  if (pairs.length === 0) return []
  const rows = await newestJobs(db, narrowingOf(audience)).execute({
    ...pairValues(pairs),
    ...valuesOf(audience),
    most: limit + 1,
  })
  return pairs.map((_, index) => {
    const own = rows.filter(({ pair }) => pair === index + 1).map(({ job }) => job)
    const items = own.slice(0, limit).map(toJob)
    // What comes into view when one of those goes counts too.
    const ends = own.flatMap(({ validThrough }) => validThrough ?? []).sort()
    return { items, hasMore: own.length > limit, until: ends[0] ?? null }
  })
}

const newestJobs = builtOnce((db, narrowing: Narrowing) => {
  const newest = (condition: SQL) =>
    db
      .select(jobColumns)
      .from(jobs)
      .where(and(condition, jobsOf(narrowing)))
      .orderBy(desc(jobs.datePosted), desc(jobs.id))
      .limit(sql.placeholder('most'))
  const within = db
    .select({ id: regions.id })
    .from(regions)
    .where(sql`${regions.within} @> ARRAY[k.region]`)
  const found = unionAll(
    newest(sql`k.region IS NULL AND ${jobs.profession} = k.profession`),
    newest(
      sql`k.region IS NOT NULL AND ${jobs.profession} = k.profession AND ${jobs.region} = ANY (ARRAY${within})`,
    ),
  ).as('found')
  return db
    .select({ pair: pairNumber, job: readFrom(found) })
    .from(pairRows)
    .crossJoinLateral(found)
    .orderBy(sql`k.pair`, desc(found.datePosted), desc(found.id))
    .prepare('')
})

/**
 * The columns of jobs in a subquery, each read as the one that it is. As the subquery has them they are
 * proxies, which takes three times as long with twenty jobs.
 */
function readFrom(found: Record<keyof typeof jobColumns, SQLWrapper>) {
  return {
    id: readAs(jobs.id, found.id),
    title: readAs(jobs.title, found.title),
    url: readAs(jobs.url, found.url),
    hiringOrganization: readAs(jobs.hiringOrganization, found.hiringOrganization),
    profession: readAs(jobs.profession, found.profession),
    region: readAs(jobs.region, found.region),
    city: readAs(jobs.city, found.city),
    postalCode: readAs(jobs.postalCode, found.postalCode),
    datePosted: readAs(jobs.datePosted, found.datePosted),
    validThrough: readAs(jobs.validThrough, found.validThrough),
    isRemote: readAs(jobs.isRemote, found.isRemote),
    employmentTypes: readAs(jobs.employmentTypes, found.employmentTypes),
  }
}

function readAs<Column extends PgColumn>(
  column: Column,
  found: SQLWrapper,
): SQL<GetColumnData<Column>> {
  return sql<GetColumnData<Column>>`${found}`.mapWith(column)
}

/** A job out of the columns above. */
export function toJob(row: JobRow): Job {
  const { id, title, url, hiringOrganization, datePosted, validThrough, employmentTypes } = row
  return {
    id,
    title,
    url,
    hiringOrganization,
    profession: row.profession,
    region: row.region,
    city: row.city || null,
    postalCode: row.postalCode || null,
    employmentTypes,
    datePosted,
    validThrough,
    isRemote: row.isRemote === true,
    href: jobHref(id),
  }
}
