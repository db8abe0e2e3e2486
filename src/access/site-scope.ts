import { sql } from 'drizzle-orm'
import type { PayloadRequest, Where } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { regions as entries } from '#database/tables.ts'
import type { Actor } from './actor.ts'
import type { GuardedCollection } from './table.ts'

type Site = Extract<Actor, { type: 'site' }>

/** The field of a collection that says of which profession, and in which region, an entry is. */
interface Place {
  profession?: string
  region?: string
  /** An entry without a region is of all of them. */
  isOfAllWithout?: boolean
}

const places: Partial<Record<GuardedCollection, Place>> = {
  professions: { profession: 'id' },
  regions: { region: 'id' },
  employers: { region: 'regions', isOfAllWithout: true },
  'career-profiles': { profession: 'profession' },
  'regional-sections': { profession: 'profession', region: 'region' },
  'job-references': { profession: 'profession', region: 'region' },
}

/**
 * The rule: a site that lists professions sees what is of these; one that lists regions sees what is in these, or
 * in what lies in them, and what is of no one region. An empty list is all. As a filter of Payload; what the
 * delivery plane has of it stands in src/read-model/audience.ts.
 */
export async function scopeFilter(
  req: PayloadRequest,
  site: Site,
  collection: GuardedCollection,
): Promise<Where[]> {
  const { profession, region, isOfAllWithout = false } = places[collection] ?? {}
  const filters: Where[] = []
  if (profession !== undefined && site.professions.length > 0) {
    filters.push({ [profession]: { in: [...site.professions] } })
  }
  if (region !== undefined && site.regions.length > 0) {
    const inside: Where = { [region]: { in: await regionsInScope(req, site) } }
    filters.push(isOfAllWithout ? { or: [{ [region]: { exists: false } }, inside] } : inside)
  }
  return filters
}

/** Of each request; access is asked again for every kind of entry that an answer names. */
const found = new WeakMap<object, Promise<string[]>>()

/** The regions of a site, with all that lies in them: asked of the database once a request. */
function regionsInScope(req: PayloadRequest, { regions }: Site): Promise<string[]> {
  const user: object = req.user ?? {}
  const known = found.get(user) ?? findRegionsWithin(req, regions)
  found.set(user, known)
  return known
}

async function findRegionsWithin(req: PayloadRequest, regions: readonly string[]) {
  const db = await sqlIn(req)
  const rows = await db.select({ id: sql<string>`id` }).from(sql`(
    WITH RECURSIVE inside(id) AS (
      SELECT ${entries.id} FROM ${entries} WHERE ${isOneOf(entries.id, regions)} UNION
      SELECT ${entries.id} FROM ${entries} JOIN inside ON ${entries.parentId} = inside.id
    ) SELECT id FROM inside) within`)
  return rows.map(({ id }) => id)
}
