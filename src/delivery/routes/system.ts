import { Type } from '@sinclair/typebox'
import { portraits } from '#read-model/tables.ts'
import type { DeliveryApp } from '../app.ts'
import type { DeliveryContext } from '../context/context.ts'
import type { Metrics } from '../metrics.ts'
import { unavailable } from '../http/problems.ts'
import { mayScrape } from '../http/scrapers.ts'

/**
 * `GET /healthz` (the process runs), `/healthz/database` (its connections lead somewhere; the start asks), `/readyz` (it can read), `/metrics` (Prometheus), which for those
 * who may not read it is not there.
 */
export function systemRoutes(app: DeliveryApp, context: DeliveryContext, metrics: Metrics): void {
  const hidden = { schema: { hide: true }, config: { isOpen: true } }
  app.get('/healthz', hidden, (_, reply) => reply.send({ status: 'ok' }))
  app.get('/healthz/database', hidden, async (_, reply) => {
    const answers = await context.database.answers()
    return reply
      .code(answers ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: answers ? 'ok' : 'no database' })
  })
  app.get('/readyz', hidden, async (_, reply) => {
    try {
      await context.database.sql.select({ etag: portraits.etag }).from(portraits).limit(1)
    } catch {
      throw unavailable('The database cannot be read.')
    }
    return reply.send({ status: 'ok', cache: context.isTrusted() ? 'on' : 'bypassed' })
  })
  app.get('/metrics', hidden, async (request, reply) =>
    mayScrape(request.raw, context.settings.metricsToken)
      ? reply.type(metrics.contentType).send(await metrics.print())
      : reply.callNotFound(),
  )
  app.get(
    '/v1/openapi.json',
    {
      config: { isOpen: true },
      schema: {
        operationId: 'getOpenApi',
        summary: 'This description',
        tags: ['system'],
        response: { 200: Type.Unsafe<object>({ type: 'object', additionalProperties: true }) },
      },
    },
    (_, reply) => reply.header('cache-control', 'public, max-age=300').send(app.swagger()),
  )
}
