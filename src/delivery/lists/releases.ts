import { createHash } from 'node:crypto'
import { encodeCursor } from '#model/cursor.ts'
import { portraitHref, portraitsHref } from '#read-model/addresses.ts'
import { scopeOf, sitesHold, type Audience } from '#read-model/audience.ts'
import { newValues, type Query, type Row } from '#read-model/query.ts'
import { releaseReasons, type Release } from '#read-model/shapes.ts'
import { moment, text, textOrNull } from '#read-model/values.ts'
import type { Caller } from '../context/callers.ts'
import { placeIn } from '../http/pages.ts'
import { gone } from '../http/problems.ts'

/** The cursor of a position in the feed, for the scope of a caller. */
export function feedCursor(position: number, caller: Caller): string {
  return encodeCursor([position, fingerprintOf(caller)])
}

/**
 * The position that a cursor speaks of. A cursor is of one scope: a site that may see other things now
 * has to begin anew.
 *
 * @throws Problem 400 where it is no cursor of the feed, 410 where it is of another scope
 */
export function positionIn(given: string | undefined, caller: Caller): number {
  if (given === undefined) return 0
  const [position, scope] = placeIn(
    given,
    (part, index) =>
      index === 0 ? Number.isSafeInteger(part) && Number(part) >= 0 : typeof part === 'string',
    2,
  )
  if (scope === fingerprintOf(caller)) return Number(position)
  throw gone(
    'What this caller may see has changed since this cursor. Follow the feed from the beginning.',
    'scope_changed',
  )
}

function fingerprintOf({ site, reach, audience: { regions, professions } }: Caller): string {
  const scope = JSON.stringify([site?.id ?? null, regions, professions, reach])
  return createHash('sha256').update(scope).digest('base64url').slice(0, 12)
}

/**
 * Releases after a position, as an audience saw them: what it could not see before has been published
 * for it, what it cannot see any more has been removed. Positions are numbered at commit, so what is
 * seen up to one is all that there will ever be up to it.
 */
export async function readReleases(
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
       FROM delivery.releases r WHERE r.position > $1 AND (r.document IS NULL OR ${scope})
     ) seen WHERE is_seen OR was_seen ORDER BY position LIMIT ${add(size + 1)}`,
    params.values,
  )
  const items = rows.slice(0, size).map(toRelease)
  const last = items.at(-1)
  return { items, position: last?.position ?? from, hasMore: rows.length > size }
}

function toRelease(row: Row): Release {
  const position = Number(row.position)
  const at = moment(row.at)
  const reason = releaseReasons.find((known) => known === row.reason) ?? 'text'
  const id = textOrNull(row.document)
  if (id === null) {
    const nothing = { id, profession: null, region: null, digest: null }
    return { position, event: 'reshaped', reason, at, ...nothing, href: portraitsHref }
  }
  const region = textOrNull(row.region_slug)
  const isSeen = row.is_seen === true
  return {
    position,
    event: !isSeen ? 'removed' : row.was_seen === true ? 'updated' : 'published',
    reason,
    at,
    id,
    profession: text(row.profession_slug),
    region,
    digest: isSeen ? textOrNull(row.digest) : null,
    href: portraitHref(text(row.profession_slug), region),
  }
}
