import { Type } from '@sinclair/typebox'
import { SearchHit } from '#read-model/shapes.ts'
import type { DeliveryApp } from '../app.ts'
import { answerCached, type DeliveryContext } from '../context/context.ts'
import { problems, ref } from '../http/schemas.ts'
import { hitTypes, search, searchQuery } from '../reading/search.ts'

/** `GET /v1/search?q=` */
export function searchRoutes(app: DeliveryApp, context: DeliveryContext): void {
  app.get(
    '/v1/search',
    {
      schema: {
        operationId: 'search',
        summary: 'German full text over portraits, professions and regions',
        tags: ['search'],
        querystring: searchQuery,
        response: {
          200: Type.Object({ items: Type.Array(ref(SearchHit)) }),
          ...problems(304, 400, 401, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const { q, type, limit = 10 } = request.query
      const types = type === undefined ? hitTypes : [type]
      await answerCached(context, request, reply, async () => ({
        body: {
          items: await search(context.database.sql, request.caller.audience, { q, types, limit }),
        },
        tags: ['portraits'],
      }))
      return reply
    },
  )
}
