import { Type, type Static, type TObject } from '@sinclair/typebox'
import { aliasedTable, and, count, eq, or, sql, type SQL } from 'drizzle-orm'
import { employmentTypes, type EmploymentType } from '#model/employment-types.ts'
import { isUuid } from '#model/documents.ts'
import {
  jobsOf,
  narrowingOf,
  valuesOf,
  type Audience,
  type Narrowing,
} from '#read-model/audience.ts'
import { jobColumns, toJob } from '#read-model/jobs.ts'
import type { Job } from '#read-model/shapes.ts'
import type { Sql } from '#read-model/sql.ts'
import { builtOnce } from '#read-model/statements.ts'
import { jobs, regions } from '#read-model/tables.ts'
import { findBySlug } from '../reading/lookup.ts'
import { slug } from '../http/parameters.ts'
import { invalidParameter } from '../http/problems.ts'
import {
  conditionsFor,
  emptyList,
  filtersIn,
  openList,
  pageOf,
  type FilterValues,
  type List,
  type Order,
} from './list.ts'

/** Which jobs; what is left out does not narrow the list. A region: with all that lies in it. */
export const jobFilters = {
  profession: Type.Optional(slug),
  region: Type.Optional(slug),
  radiusKm: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 500,
      description: 'Also jobs in regions whose centre is at most so far from that of `region`',
    }),
  ),
  employmentType: Type.Optional(
    Type.Unsafe<EmploymentType>({ type: 'string', enum: [...employmentTypes] }),
  ),
}
type JobFilters = Static<TObject<typeof jobFilters>>

/** Jobs that are live and that an audience may see, newest first. @throws Problem 400 */
export async function listJobs(db: Sql, audience: Audience, asked: JobFilters): Promise<List<Job>> {
  const values: FilterValues<keyof typeof conditions> = {}
  if (asked.radiusKm !== undefined && asked.region === undefined) {
    throw invalidParameter('radiusKm', 'needs a region')
  }
  if (asked.profession !== undefined) {
    const found = await findBySlug(db, 'professions', asked.profession, audience)
    if (!found) return emptyList()
    values.profession = found.id
  }
  if (asked.region !== undefined) {
    const found = await findBySlug(db, 'regions', asked.region, audience)
    if (!found) return emptyList()
    values.regions = await findRegions(db, found.id, asked.radiusKm)
  }
  if (asked.employmentType !== undefined) values.employmentType = asked.employmentType
  const form = { narrowing: narrowingOf(audience), filters: filtersIn(values) }
  const given = { ...valuesOf(audience), ...values }
  return openList({
    order,
    read: async (isAfter, page) => {
      const rows = await pages(db, { ...form, isAfter }).execute({ ...given, ...page })
      return rows.map(toJob)
    },
    count: () => totals(db, form).execute(given),
  })
}

const conditions = {
  profession: sql`${jobs.profession} = ${sql.placeholder('profession')}::uuid`,
  regions: sql`${jobs.region} = ANY (${sql.placeholder('regions')}::uuid[])`,
  employmentType: sql`${jobs.employmentTypes} @> ARRAY[${sql.placeholder('employmentType')}]`,
}

const order: Order<Job> = {
  columns: [
    {
      column: jobs.datePosted,
      type: 'timestamptz',
      of: ({ datePosted }) => datePosted,
      isPlace: isMoment,
    },
    { column: jobs.id, type: 'uuid', of: ({ id }) => id, isPlace: isUuid },
  ],
  direction: 'DESC',
}

interface Form {
  narrowing: Narrowing
  filters: readonly string[]
}

const pages = builtOnce((db, { isAfter, ...form }: Form & { isAfter: boolean }) => {
  const page = pageOf(order, isAfter)
  return db
    .select(jobColumns)
    .from(jobs)
    .where(and(matching(form), page.after))
    .orderBy(...page.order)
    .limit(page.size)
    .prepare('')
})

const totals = builtOnce((db, form: Form) =>
  db.select({ total: count() }).from(jobs).where(matching(form)).prepare(''),
)

function matching({ narrowing, filters }: Form): SQL | undefined {
  return and(jobsOf(narrowing), ...conditionsFor(conditions, filters))
}

/** The moment when the first of these jobs is over, in milliseconds since 1970; Infinity: never. */
export function firstEnd(jobs: readonly Job[]): number {
  const ends = jobs.flatMap(({ validThrough }) => validThrough ?? []).sort()
  return ends[0] === undefined ? Infinity : Date.parse(ends[0])
}

/** For how long a count of jobs holds, in ms: some of those counted may be over earlier than that. */
export const countHolds = 60_000

/** One job that an audience may see; null: there is none. `isOver`: but there was, for everyone. */
export async function readJob(
  db: Sql,
  audience: Audience,
  id: string,
): Promise<{ job: Job | null; isOver: boolean }> {
  const given = { ...valuesOf(audience), id }
  const [row] = await jobsById(db, narrowingOf(audience)).execute(given)
  return {
    job: row?.isSeen === true ? toJob(row.job) : null,
    isOver: row?.isOver === true && audience.regions.length + audience.professions.length === 0,
  }
}

const jobsById = builtOnce((db, narrowing: Narrowing) =>
  db
    .select({
      job: jobColumns,
      isSeen: sql<boolean | null>`${jobsOf(narrowing)}`,
      isOver: sql<boolean | null>`${jobs.validThrough} <= now()`,
    })
    .from(jobs)
    .where(eq(jobs.id, sql.placeholder('id')))
    .prepare(''),
)

/** Earth's mean radius in km (IUGG), for the haversine formula. */
const earthRadius = 6371.0088

/** A region with all that lies in it, and those around it. @throws Problem 400 without coordinates */
async function findRegions(
  db: Sql,
  region: string,
  radiusKm: number | undefined,
): Promise<string[]> {
  if (radiusKm === undefined) {
    const rows = await regionsWithin(db, null).execute({ region })
    return rows.map(({ id }) => id)
  }
  const rows = await regionsAround(db, null).execute({ region, radiusKm })
  if (rows.some(({ latitude, longitude }) => latitude === null || longitude === null)) {
    throw invalidParameter('radiusKm', 'this region has no coordinates')
  }
  return rows.map(({ id }) => id)
}

const liesWithin = sql`${regions.within} @> ARRAY[${sql.placeholder('region')}::uuid]`

const regionsWithin = builtOnce((db) =>
  db.select({ id: regions.id }).from(regions).where(liesWithin).prepare(''),
)

/** With the coordinates of the region in the middle: where it has none, it stands there alone with what lies in it. */
const regionsAround = builtOnce((db) => {
  const centre = aliasedTable(regions, 'centre')
  const { latitude, longitude } = centre
  const isNear = sql`2 * ${earthRadius}::float8 * asin(least(1, sqrt(
    sin(radians(${regions.latitude} - ${latitude}) / 2) ^ 2
    + cos(radians(${latitude})) * cos(radians(${regions.latitude}))
      * sin(radians(${regions.longitude} - ${longitude}) / 2) ^ 2)))
    <= ${sql.placeholder('radiusKm')}::float8`
  return db
    .select({ id: regions.id, latitude, longitude })
    .from(centre)
    .innerJoin(regions, or(liesWithin, isNear))
    .where(eq(centre.id, sql.placeholder('region')))
    .prepare('')
})

/** As `Date.toISOString` writes it: what Date.parse takes beside that, the database may not. */
function isMoment(part: string): boolean {
  return /^(?!0000)\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(part) && !Number.isNaN(Date.parse(part))
}
