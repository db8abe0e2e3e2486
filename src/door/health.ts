import type { Endpoint } from 'payload'
import { doesDatabaseAnswer } from '#database/does-database-answer.ts'
import { requestsAtWork } from './guard-route.ts'
import { lagOfLoop } from './load.ts'

/**
 * `GET /api/healthz`: how the authoring plane is. 200 where it can work; 503 where it reaches no database.
 * Says nothing of what is in it, so that whoever watches needs no account.
 */
export const healthEndpoints: Endpoint[] = [
  {
    path: '/healthz',
    method: 'get',
    handler: async (req) => {
      const hasDatabase = await doesDatabaseAnswer(req)
      const body = {
        status: hasDatabase ? 'ok' : 'no database',
        // How late the event loop came, at the worst, in the last seconds.
        lagMilliseconds: Math.round(lagOfLoop()),
        // Requests that wait for an answer.
        atWork: requestsAtWork(),
      }
      const headers = { 'Cache-Control': 'no-store' }
      return Response.json(body, { status: hasDatabase ? 200 : 503, headers })
    },
  },
]
