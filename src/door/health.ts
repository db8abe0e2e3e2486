import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Endpoint, PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { requestsAtWork } from './guard-route.ts'
import { lagOfLoop } from './load.ts'

/** How long the database may take to answer the shortest question, in milliseconds. */
const patience = 3000

/**
 * `GET /api/healthz`: how the authoring plane is. 200 where it can work; 503 where it reaches no database.
 * Says nothing of what is in it, so that whoever watches needs no account.
 */
export const healthEndpoints: Endpoint[] = [
  {
    path: '/healthz',
    method: 'get',
    handler: async (req) => {
      const hasDatabase = await reachesDatabase(req)
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

async function reachesDatabase(req: PayloadRequest): Promise<boolean> {
  const asked = sqlIn(req)
    .then((db) => db.select({ one: sql<number>`1` }).from(sql`(SELECT) AS nothing`))
    .then(
      () => true,
      () => false,
    )
  return Promise.race([asked, wait(patience, false, { ref: false })])
}
