import { Type } from '@sinclair/typebox'
import { Release } from '#read-model/shapes.ts'
import type { DeliveryApp } from '../app.ts'
import type { DeliveryContext } from '../context/context.ts'
import { feedCursor, positionIn, readReleases } from '../lists/releases.ts'
import { cursor, limit, queryOf } from '../http/parameters.ts'
import { problems, ref } from '../http/schemas.ts'

const longestWait = 60

/** `GET /v1/changes`: the release feed. */
export function changeRoutes(app: DeliveryApp, context: DeliveryContext): void {
  app.get(
    '/v1/changes',
    {
      schema: {
        operationId: 'listChanges',
        summary: 'The release feed',
        description:
          'Every time that a portrait appeared, changed or went away, in the order in which that was committed. Without a cursor it begins at the very beginning. Store `cursor` and hand it back: nothing is missed and nothing comes twice.',
        tags: ['changes'],
        querystring: queryOf({
          cursor: Type.Optional(cursor),
          limit: Type.Optional(limit(1000, 100)),
          wait: Type.Optional(
            Type.Integer({
              minimum: 0,
              maximum: longestWait,
              default: 0,
              description: 'Seconds to wait for something new',
            }),
          ),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(ref(Release)),
            cursor: Type.String({ description: 'Where this page ends: for the next request' }),
            hasMore: Type.Boolean(),
          }),
          ...problems(400, 401, 410, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const { limit = 100, wait = 0 } = request.query
      const { audience } = request.caller
      const from = positionIn(request.query.cursor, request.caller)
      const db = context.database.sql
      const deadline = Date.now() + wait * 1000
      const gone = new AbortController()
      reply.raw.once('close', () => {
        gone.abort()
      })
      let found = await readReleases(db, audience, from, limit)
      while (found.items.length === 0 && Date.now() < deadline && !gone.signal.aborted) {
        await context.waitForRelease(deadline - Date.now(), gone.signal)
        found = await readReleases(db, audience, found.position, limit)
      }
      return reply.header('cache-control', 'private, no-cache').send({
        items: found.items,
        cursor: feedCursor(found.position, request.caller),
        hasMore: found.hasMore,
      })
    },
  )
}
