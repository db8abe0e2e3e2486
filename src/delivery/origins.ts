import type { FastifyCorsOptions } from '@fastify/cors'
import { sql } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import type { Sql } from '#read-model/sql.ts'
import { builtOnce } from '#read-model/statements.ts'
import { sites } from '#read-model/tables.ts'
import type { DeliverySettings } from './context/settings.ts'

type Callback = (error: Error | null, options?: FastifyCorsOptions) => void

/**
 * Which origins a browser may read from: with a key those of its site, without one any, where anybody
 * may read. A preflight carries no key: there the origins of all sites count.
 */
export function newOriginRules(
  db: Sql,
  settings: DeliverySettings,
): (request: FastifyRequest, callback: Callback) => void {
  const isAnySites = async (origin: string): Promise<boolean> => {
    const rows = await sitesOfOrigin(db, null).execute({ origin })
    return rows.length > 0
  }
  const decide = async ({ method, headers, caller }: FastifyRequest): Promise<boolean> => {
    const { origin } = headers
    if (origin === undefined) return settings.isPublic
    if (method === 'OPTIONS') return settings.isPublic || (await isAnySites(origin))
    return caller.site === null ? settings.isPublic : caller.site.origins.includes(origin)
  }
  return (request, callback) => {
    decide(request).then(
      (isAllowed) => {
        callback(null, {
          origin: isAllowed,
          methods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
          exposedHeaders: ['ETag', 'Retry-After', 'X-Request-Id'],
          maxAge: 600,
        })
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)))
      },
    )
  }
}

const sitesOfOrigin = builtOnce((db) =>
  db
    .select({ id: sites.id })
    .from(sites)
    .where(sql`${sql.placeholder('origin')} = ANY (${sites.origins})`)
    .limit(1)
    .prepare(''),
)
