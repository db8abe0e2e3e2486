import { Type, type Static, type TObject } from '@sinclair/typebox'
import { employmentTypes, type EmploymentType } from '#model/employment-types.ts'
import { isUuid } from '#model/documents.ts'
import { jobsOf, type Audience } from '#read-model/audience.ts'
import { jobColumns, toJob } from '#read-model/jobs.ts'
import { newValues, type Query } from '#read-model/query.ts'
import type { Job } from '#read-model/shapes.ts'
import { text } from '#read-model/values.ts'
import { findBySlug } from '../reading/lookup.ts'
import { slug } from '../http/parameters.ts'
import { invalidParameter } from '../http/problems.ts'
import { emptyList, openList, type List } from './list.ts'

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
export async function listJobs(
  query: Query,
  audience: Audience,
  asked: JobFilters,
): Promise<List<Job>> {
  const params = newValues()
  const { add } = params
  const conditions = [jobsOf(audience, params)]
  if (asked.radiusKm !== undefined && asked.region === undefined) {
    throw invalidParameter('radiusKm', 'needs a region')
  }
  if (asked.profession !== undefined) {
    const found = await findBySlug(query, 'professions', asked.profession, audience)
    if (!found) return emptyList()
    conditions.push(`j.profession = ${add(found.id)}::uuid`)
  }
  if (asked.region !== undefined) {
    const found = await findBySlug(query, 'regions', asked.region, audience)
    if (!found) return emptyList()
    const regions = await findRegions(query, found.id, asked.radiusKm)
    conditions.push(`j.region = ANY (${add(regions)}::uuid[])`)
  }
  if (asked.employmentType !== undefined) {
    conditions.push(`j.employment_types @> ARRAY[${add(asked.employmentType)}]`)
  }
  return openList(query, {
    columns: jobColumns,
    tables: 'delivery.jobs j',
    filter: conditions.join(' AND '),
    values: params.values,
    order: [
      {
        column: 'j.date_posted',
        type: 'timestamptz',
        of: ({ datePosted }) => datePosted,
        isPlace: isMoment,
      },
      { column: 'j.id', type: 'uuid', of: ({ id }) => id, isPlace: isUuid },
    ],
    direction: 'DESC',
    toItem: toJob,
  })
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
  query: Query,
  audience: Audience,
  id: string,
): Promise<{ job: Job | null; isOver: boolean }> {
  const params = newValues(id)
  const seen = jobsOf(audience, params)
  const [row] = await query(
    `SELECT ${jobColumns}, ${seen} AS is_seen, j.valid_through <= now() AS is_over
     FROM delivery.jobs j WHERE j.id = $1::uuid`,
    params.values,
  )
  return {
    job: row?.is_seen === true ? toJob(row) : null,
    isOver: row?.is_over === true && audience.regions.length + audience.professions.length === 0,
  }
}

/** Earth's mean radius in km (IUGG), for the haversine formula. */
const earthRadius = 6371.0088

/** A region with all that lies in it, and those around it. @throws Problem 400 without coordinates */
async function findRegions(
  query: Query,
  region: string,
  radiusKm: number | undefined,
): Promise<string[]> {
  if (radiusKm === undefined) {
    const rows = await query('SELECT id FROM delivery.regions WHERE within @> ARRAY[$1::uuid]', [
      region,
    ])
    return rows.map(({ id }) => text(id))
  }
  const [centre] = await query(
    'SELECT latitude, longitude FROM delivery.regions WHERE id = $1 AND latitude IS NOT NULL AND longitude IS NOT NULL',
    [region],
  )
  if (!centre) throw invalidParameter('radiusKm', 'this region has no coordinates')
  const rows = await query(
    `SELECT id FROM delivery.regions WHERE within @> ARRAY[$1::uuid] OR 2 * $5::float8 * asin(least(1, sqrt(
       sin(radians(latitude - $2::float8) / 2) ^ 2
       + cos(radians($2::float8)) * cos(radians(latitude)) * sin(radians(longitude - $3::float8) / 2) ^ 2))) <= $4::float8`,
    [region, centre.latitude, centre.longitude, radiusKm, earthRadius],
  )
  return rows.map(({ id }) => text(id))
}

/** As `Date.toISOString` writes it: what Date.parse takes beside that, the database may not. */
function isMoment(part: string): boolean {
  return /^(?!0000)\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(part) && !Number.isNaN(Date.parse(part))
}
