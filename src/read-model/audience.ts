import { and, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import { QueryBuilder, type PgColumn } from 'drizzle-orm/pg-core'
import { jobs, professions, regions } from './tables.ts'

/** Who reads, as far as that decides what is seen. */
export interface Audience {
  /** Id of the site; null: nobody in particular. */
  site: string | null
  /** The only regions, with all that lies in them; none: all. */
  regions: readonly string[]
  /** The only professions; none: all. */
  professions: readonly string[]
}

/** What is live for everyone. */
export const everyone: Audience = { site: null, regions: [], professions: [] }

/** What of an audience decides about the text of a statement. */
export interface Narrowing {
  bySite: boolean
  byRegions: boolean
  byProfessions: boolean
}

export function narrowingOf({ site, regions, professions }: Audience): Narrowing {
  return {
    bySite: site !== null,
    byRegions: regions.length > 0,
    byProfessions: professions.length > 0,
  }
}

/** The values of the placeholders in the conditions below. */
export function valuesOf({ site, regions, professions }: Audience) {
  return { audienceSite: site, audienceRegions: regions, audienceProfessions: professions }
}

const site = sql`${sql.placeholder('audienceSite')}::uuid`
const onlyRegions = sql`${sql.placeholder('audienceRegions')}::uuid[]`
const onlyProfessions = sql`${sql.placeholder('audienceProfessions')}::uuid[]`

interface PlaceColumns {
  profession: PgColumn
  region: PgColumn
}

/** A condition on documents that an audience may see. */
export function documentsOf(
  narrowing: Narrowing,
  columns: PlaceColumns & { sites: PgColumn },
): SQL | undefined {
  return and(sitesHold(narrowing, columns.sites), scopeOf(narrowing, columns))
}

/** A condition: a column with the only sites that may show something does not keep the audience out. */
export function sitesHold({ bySite }: Narrowing, column: PgColumn | SQL): SQL | undefined {
  const forAll = sql`${column} = '{}'`
  return bySite ? or(forAll, sql`${column} @> ARRAY[${site}]`) : forAll
}

/** A condition on rows with a profession and a region: they are in the audience's scope. */
export function scopeOf(
  { byProfessions, byRegions }: Narrowing,
  { profession, region }: PlaceColumns,
): SQL | undefined {
  return and(
    byProfessions ? sql`${profession} = ANY (${onlyProfessions})` : undefined,
    byRegions ? or(isNull(region), inArray(region, regionsInScope())) : undefined,
  )
}

/** A condition on jobs that are live now and that an audience may see. */
export function jobsOf({ byProfessions, byRegions }: Narrowing): SQL | undefined {
  const { profession, region, validThrough } = jobs
  return and(
    or(isNull(validThrough), sql`${validThrough} > now()`),
    byProfessions ? sql`${profession} = ANY (${onlyProfessions})` : undefined,
    byRegions ? inArray(region, regionsInScope()) : undefined,
  )
}

/** A condition on professions that an audience may see. */
export function professionsOf({ byProfessions }: Narrowing): SQL | undefined {
  return byProfessions ? sql`${professions.id} = ANY (${onlyProfessions})` : undefined
}

/** A condition on regions that an audience may see. */
export function regionsOf({ byRegions }: Narrowing): SQL | undefined {
  return byRegions ? sql`${regions.within} && ${onlyRegions}` : undefined
}

function regionsInScope() {
  return new QueryBuilder()
    .select({ id: regions.id })
    .from(regions)
    .where(sql`${regions.within} && ${onlyRegions}`)
}
