import { createHash } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { portraitHref } from '#read-model/addresses.ts'
import { scopeOf, sitesHold, type Audience } from '#read-model/audience.ts'
import { newValues, type Query, type Row } from '#read-model/query.ts'
import { Release, releaseReasons } from '#read-model/shapes.ts'
import { moment, text, textOrNull } from '#read-model/values.ts'
import type { DeliveryApp } from '../app.ts'
import type { Caller } from '../callers.ts'
import type { DeliveryContext } from '../context.ts'
import { decodeCursor, encodeCursor } from '../pages.ts'
import { cursor, limit, queryOf } from '../parameters.ts'
import { gone } from '../problems.ts'
import { problems, ref } from '../schemas.ts'

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
      const fingerprint = fingerprintOf(request.caller)
      const from = positionIn(request.query.cursor, fingerprint)
      const query = context.database.query
      const deadline = Date.now() + wait * 1000
      const gone = new AbortController()
      request.raw.once('close', () => {
        gone.abort()
      })
      let found = await readReleases(query, audience, from, limit)
      while (found.items.length === 0 && Date.now() < deadline && !gone.signal.aborted) {
        await context.waitForRelease(deadline - Date.now(), gone.signal)
        found = await readReleases(query, audience, found.position, limit)
      }
      return reply.header('cache-control', 'private, no-cache').send({
        items: found.items,
        cursor: encodeCursor([found.position, fingerprint]),
        hasMore: found.hasMore,
      })
    },
  )
}

/** A cursor is of one scope: a site that may see other things now has to begin anew. */
function positionIn(given: string | undefined, fingerprint: string): number {
  if (given === undefined) return 0
  const [position, scope] = decodeCursor(
    given,
    (part, index) =>
      index === 0 ? Number.isSafeInteger(part) && Number(part) >= 0 : typeof part === 'string',
    2,
  )
  if (scope === fingerprint) return Number(position)
  throw gone(
    'What this caller may see has changed since this cursor. Follow the feed from the beginning.',
    'scope_changed',
  )
}

function fingerprintOf({ site, audience: { regions, professions } }: Caller): string {
  const scope = JSON.stringify([site?.id ?? null, regions, professions])
  return createHash('sha256').update(scope).digest('base64url').slice(0, 12)
}

/**
 * Releases after a position, as an audience saw them: what it could not see before has been published
 * for it, what it cannot see any more has been removed. Positions are numbered at commit, so what is
 * seen up to one is all that there will ever be up to it.
 */
async function readReleases(
  query: Query,
  audience: Audience,
  from: number,
  size: number,
): Promise<{ items: Release[]; position: number; hasMore: boolean }> {
  const params = newValues(from)
  const { add } = params
  const scope = scopeOf(audience, params, 'r')
  const isSeen = sitesHold(audience, params, 'r.sites')
  const wasSeen = sitesHold(audience, params, 'r.sites_before')
  const rows = await query(
    `SELECT * FROM (
       SELECT r.position, r.at, r.document, r.profession_slug, r.region_slug, r.digest, r.reason,
         coalesce(${isSeen}, false) AS is_seen,
         coalesce(${wasSeen}, false) AS was_seen
       FROM delivery.releases r WHERE r.position > $1 AND ${scope}
     ) seen WHERE is_seen OR was_seen ORDER BY position LIMIT ${add(size + 1)}`,
    params.values,
  )
  const items = rows.slice(0, size).map(toRelease)
  const last = items.at(-1)
  return { items, position: last?.position ?? from, hasMore: rows.length > size }
}

function toRelease(row: Row): Release {
  const region = textOrNull(row.region_slug)
  const isSeen = row.is_seen === true
  return {
    position: Number(row.position),
    event: !isSeen ? 'removed' : row.was_seen === true ? 'updated' : 'published',
    reason: releaseReasons.find((reason) => reason === row.reason) ?? 'text',
    at: moment(row.at),
    id: text(row.document),
    profession: text(row.profession_slug),
    region,
    digest: isSeen ? textOrNull(row.digest) : null,
    href: portraitHref(text(row.profession_slug), region),
  }
}
