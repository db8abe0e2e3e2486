import { Type } from '@sinclair/typebox'
import { Job } from '#read-model/shapes.ts'
import type { Sql } from '#read-model/sql.ts'
import type { DeliveryApp } from '../app.ts'
import type { Caller } from '../context/callers.ts'
import { answerCached, type DeliveryContext } from '../context/context.ts'
import { countHolds, firstEnd, jobFilters, listJobs, readJob } from '../lists/jobs.ts'
import { readPage } from '../lists/list.ts'
import { count, cursor, limit, queryOf, uuid } from '../http/parameters.ts'
import { gone, notFound } from '../http/problems.ts'
import { page, problems, ref } from '../http/schemas.ts'

const jobsQuery = queryOf({
  ...jobFilters,
  limit: Type.Optional(limit(100, 20)),
  cursor: Type.Optional(cursor),
  count: Type.Optional(count),
})

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
        response: { 200: page(Job), ...problems(304, 400, 401, 429, 503) },
      },
    },
    async (request, reply) => {
      await answerCached(context, request, reply, async () => {
        const { limit = 20, ...asked } = request.query
        const list = await listJobs(context.database.sql, request.caller.audience, asked)
        const body = await readPage(list, { ...asked, size: limit })
        const until = asked.count === true ? Date.now() + countHolds : Infinity
        return { body, tags: ['jobs'], until: Math.min(until, firstEnd(body.items)) }
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
        response: { 200: ref(Job), ...problems(304, 400, 401, 404, 410, 429, 503) },
      },
    },
    async (request, reply) => {
      await answerCached(context, request, reply, async () => {
        const job = await findJob(context.database.sql, request.caller, request.params.id)
        return { body: job, tags: ['jobs'], until: firstEnd([job]) }
      })
      return reply
    },
  )
}

async function findJob(db: Sql, { audience }: Caller, id: string): Promise<Job> {
  const { job, isOver } = await readJob(db, audience, id)
  if (job) return job
  if (isOver) throw gone('This job is over.', 'job_over')
  throw notFound('There is no such job, or none that this caller may see.')
}
