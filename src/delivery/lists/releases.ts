import { createHash } from 'node:crypto'
import { and, asc, gt, isNull, or, sql } from 'drizzle-orm'
import { encodeCursor } from '#model/cursor.ts'
import { portraitHref, portraitsHref } from '#read-model/addresses.ts'
import {
  narrowingOf,
  scopeOf,
  sitesHold,
  valuesOf,
  type Audience,
  type Narrowing,
} from '#read-model/audience.ts'
import type { Release } from '#read-model/shapes.ts'
import type { Sql } from '#read-model/sql.ts'
import { builtOnce } from '#read-model/statements.ts'
import { releases } from '#read-model/tables.ts'
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
  db: Sql,
  audience: Audience,
  from: number,
  size: number,
): Promise<{ items: Release[]; position: number; hasMore: boolean }> {
  const rows = await seenReleases(db, narrowingOf(audience)).execute({
    ...valuesOf(audience),
    from,
    most: size + 1,
  })
  const items = rows.slice(0, size).map(toRelease)
  const last = items.at(-1)
  return { items, position: last?.position ?? from, hasMore: rows.length > size }
}

const seenReleases = builtOnce((db, narrowing: Narrowing) => {
  const r = releases
  const isSeen = sql<boolean>`coalesce(${sitesHold(narrowing, r.sites)}, false)`
  const wasSeen = sql<boolean>`coalesce(${sitesHold(narrowing, r.sitesBefore)}, false)`
  return db
    .select({
      position: r.position,
      at: r.at,
      document: r.document,
      professionSlug: r.professionSlug,
      regionSlug: r.regionSlug,
      digest: r.digest,
      reason: r.reason,
      isSeen,
      wasSeen,
    })
    .from(r)
    .where(
      and(
        gt(r.position, sql.placeholder('from')),
        or(isNull(r.document), scopeOf(narrowing, r) ?? sql`true`),
        or(isSeen, wasSeen),
      ),
    )
    .orderBy(asc(r.position))
    .limit(sql.placeholder('most'))
    .prepare('')
})

type ReleaseRow = Awaited<ReturnType<ReturnType<typeof seenReleases>['execute']>>[number]

function toRelease({
  document: id,
  at,
  reason,
  isSeen,
  wasSeen,
  digest,
  ...row
}: ReleaseRow): Release {
  const position = row.position ?? 0
  if (id === null) {
    const nothing = { id, profession: null, region: null, digest: null }
    return { position, event: 'reshaped', reason, at, ...nothing, href: portraitsHref }
  }
  const profession = row.professionSlug ?? ''
  const region = row.regionSlug || null
  return {
    position,
    event: !isSeen ? 'removed' : wasSeen ? 'updated' : 'published',
    reason,
    at,
    id,
    profession,
    region,
    digest: isSeen ? digest : null,
    href: portraitHref(profession, region),
  }
}
