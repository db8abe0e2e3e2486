import { Type, type Static } from '@sinclair/typebox'
import { jobsOf } from '#read-model/audience.ts'
import { jobColumns, toJob } from '#read-model/jobs.ts'
import { newValues, type Query } from '#read-model/query.ts'
import { employmentTypes } from '#model/employment-types.ts'
import { Job } from '#read-model/shapes.ts'
import { moment, text } from '#read-model/values.ts'
import type { DeliveryApp } from '../app.ts'
import type { Caller } from '../callers.ts'
import { answerCached, type DeliveryContext } from '../context.ts'
import { findBySlug } from '../lookup.ts'
import { countRows, decodeCursor, pageOf } from '../pages.ts'
import { count, cursor, limit, queryOf, slug, uuid } from '../parameters.ts'
import { gone, invalidParameter, notFound } from '../problems.ts'
import { page, problems, ref } from '../schemas.ts'

const jobsQuery = queryOf({
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
    Type.Unsafe<(typeof employmentTypes)[number]>({ type: 'string', enum: [...employmentTypes] }),
  ),
  limit: Type.Optional(limit(100, 20)),
  cursor: Type.Optional(cursor),
  count: Type.Optional(count),
})
type JobsQuery = Static<typeof jobsQuery>

/** `GET /v1/jobs` and `/v1/jobs/{id}` */
export function jobRoutes(app: DeliveryApp, context: DeliveryContext): void {
  app.get(
    '/v1/jobs',
    {
      schema: {
        operationId: 'listJobs',
        summary: 'Job references that are live, newest first',
        tags: ['jobs'],
        querystring: jobsQuery,
        response: { 200: page(Job), ...problems(400, 401, 429, 503) },
      },
    },
    async (request, reply) => {
      await answerCached(context, request, reply, async () => {
        const body = await listJobs(context.database.query, request.caller, request.query)
        const ends = body.items.flatMap(({ validThrough }) => validThrough ?? []).sort()
        return {
          body,
          tags: ['jobs'],
          ...(ends[0] === undefined ? {} : { until: Date.parse(ends[0]) }),
        }
      })
      return reply
    },
  )
  app.get(
    '/v1/jobs/:id',
    {
      schema: {
        operationId: 'getJob',
        summary: 'One job reference',
        tags: ['jobs'],
        params: Type.Object({ id: uuid }),
        querystring: queryOf({}),
        response: { 200: ref(Job), ...problems(400, 401, 404, 410, 429, 503) },
      },
    },
    async (request, reply) => {
      await answerCached(context, request, reply, async () => {
        const job = await findJob(context.database.query, request.caller, request.params.id)
        return {
          body: job,
          tags: ['jobs'],
          ...(job.validThrough === null ? {} : { until: Date.parse(job.validThrough) }),
        }
      })
      return reply
    },
  )
}

async function listJobs(
  query: Query,
  { audience }: Caller,
  asked: JobsQuery,
): Promise<{ items: Job[]; nextCursor: string | null; total?: number }> {
  const nothing = { items: [], nextCursor: null, ...(asked.count ? { total: 0 } : {}) }
  const params = newValues()
  const { add } = params
  const conditions = [jobsOf(audience, params)]
  if (asked.radiusKm !== undefined && asked.region === undefined) {
    throw invalidParameter('radiusKm', 'needs a region')
  }
  if (asked.profession !== undefined) {
    const found = await findBySlug(query, 'professions', asked.profession, audience)
    if (!found) return nothing
    conditions.push(`j.profession = ${add(found.id)}::uuid`)
  }
  if (asked.region !== undefined) {
    const found = await findBySlug(query, 'regions', asked.region, audience)
    if (!found) return nothing
    const regions = await findRegions(query, found.id, asked.radiusKm)
    conditions.push(`j.region = ANY (${add(regions)}::uuid[])`)
  }
  if (asked.employmentType !== undefined) {
    conditions.push(`j.employment_types @> ARRAY[${add(asked.employmentType)}]`)
  }
  const filter = conditions.join(' AND ')
  const total = asked.count
    ? await countRows(query, `delivery.jobs j WHERE ${filter}`, params.values)
    : undefined
  let after = ''
  if (asked.cursor !== undefined) {
    const [posted, id] = decodeCursor(
      asked.cursor,
      (part, index) =>
        typeof part === 'string' &&
        (index === 0 ? !Number.isNaN(Date.parse(part)) : /^[0-9a-f-]{36}$/.test(part)),
      2,
    )
    after = `AND (j.date_posted, j.id) < (${add(posted)}::timestamptz, ${add(id)}::uuid)`
  }
  const size = asked.limit ?? 20
  const rows = await query(
    `SELECT ${jobColumns} FROM delivery.jobs j WHERE ${filter} ${after}
     ORDER BY j.date_posted DESC, j.id DESC LIMIT ${add(size + 1)}`,
    params.values,
  )
  return {
    ...pageOf(rows, size, toJob, (row) => [moment(row.date_posted), text(row.id)]),
    ...(total === undefined ? {} : { total }),
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

async function findJob(query: Query, { audience }: Caller, id: string): Promise<Job> {
  const params = newValues(id)
  const seen = jobsOf(audience, params)
  const [row] = await query(
    `SELECT ${jobColumns}, ${seen} AS is_seen, j.valid_through <= now() AS is_over
     FROM delivery.jobs j WHERE j.id = $1::uuid`,
    params.values,
  )
  if (row?.is_seen === true) return toJob(row)
  if (row?.is_over === true && audience.regions.length + audience.professions.length === 0) {
    throw gone('This job is over.', 'job_over')
  }
  throw notFound('There is no such job, or none that this caller may see.')
}
