import { Type, type Static, type TObject } from '@sinclair/typebox'
import { and, count, eq, inArray, like, sql, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { laender } from '#model/codes/region.ts'
import {
  documentsOf,
  narrowingOf,
  valuesOf,
  type Audience,
  type Narrowing,
} from '#read-model/audience.ts'
import type { PortraitSummary } from '#read-model/shapes.ts'
import type { Sql } from '#read-model/sql.ts'
import { builtOnce } from '#read-model/statements.ts'
import { selectSummaries, toSummary } from '#read-model/summaries.ts'
import { documents, regions } from '#read-model/tables.ts'
import { findBySlug } from '../reading/lookup.ts'
import { kldb, slug } from '../http/parameters.ts'
import { invalidParameter } from '../http/problems.ts'
import {
  conditionsFor,
  emptyList,
  filtersIn,
  openList,
  pageOf,
  type FilterValues,
  type List,
  type Order,
} from './list.ts'

/** Which portraits; what is left out does not narrow the list. A region: with all that lies in it. */
export const portraitFilters = {
  profession: Type.Optional(slug),
  region: Type.Optional(slug),
  land: Type.Optional(
    Type.String({
      description: 'ISO 3166-2 (DE-NW), or the first two digits of an AGS',
      pattern: '^(DE-[A-Z]{2}|(0[1-9]|1[0-6]))$',
    }),
  ),
  kldb: Type.Optional(kldb),
  updatedSince: Type.Optional(Type.String({ format: 'date-time' })),
}
type PortraitFilters = Static<TObject<typeof portraitFilters>>

/** Portraits that an audience may see, in the order of their addresses. @throws Problem 400 */
export async function listPortraits(
  db: Sql,
  audience: Audience,
  asked: PortraitFilters,
): Promise<List<PortraitSummary>> {
  const values: FilterValues<keyof typeof conditions> = {}
  if (asked.profession !== undefined) {
    const found = await findBySlug(db, 'professions', asked.profession, audience)
    if (!found) return emptyList()
    values.profession = found.slug
  }
  if (asked.region !== undefined) {
    const found = await findBySlug(db, 'regions', asked.region, audience)
    if (!found) return emptyList()
    values.region = found.id
  }
  if (asked.land !== undefined) values.land = toIso(asked.land)
  if (asked.kldb !== undefined) values.kldb = `${asked.kldb}%`
  if (asked.updatedSince !== undefined) values.updatedSince = readMoment(asked.updatedSince)
  const form = { narrowing: narrowingOf(audience), filters: filtersIn(values) }
  const given = { ...valuesOf(audience), ...values }
  return openList({
    order,
    read: async (isAfter, page) => {
      const rows = await pages(db, { ...form, isAfter }).execute({ ...given, ...page })
      return rows.map(toSummary)
    },
    count: () => totals(db, form).execute(given),
  })
}

const { professionSlug, regionSlug, region, land, kldb: code, changedAt } = documents

const conditions = {
  profession: sql`${professionSlug} = ${sql.placeholder('profession')} COLLATE "C"`,
  region: inArray(
    region,
    new QueryBuilder()
      .select({ id: regions.id })
      .from(regions)
      .where(sql`${regions.within} @> ARRAY[${sql.placeholder('region')}::uuid]`),
  ),
  land: eq(land, sql.placeholder('land')),
  kldb: like(code, sql.placeholder('kldb')),
  updatedSince: sql`${changedAt} >= ${sql.placeholder('updatedSince')}::timestamptz`,
}

const order: Order<PortraitSummary> = {
  columns: [
    {
      column: professionSlug,
      type: 'text',
      of: ({ profession }) => profession.slug,
      isPlace: () => true,
    },
    {
      column: regionSlug,
      type: 'text',
      of: ({ region }) => region?.slug ?? '',
      isPlace: () => true,
    },
  ],
  direction: 'ASC',
}

interface Form {
  narrowing: Narrowing
  filters: readonly string[]
}

const pages = builtOnce((db, { isAfter, ...form }: Form & { isAfter: boolean }) => {
  const page = pageOf(order, isAfter)
  return selectSummaries(db)
    .where(and(matching(form), page.after))
    .orderBy(...page.order)
    .limit(page.size)
    .prepare('')
})

const totals = builtOnce((db, form: Form) =>
  db.select({ total: count() }).from(documents).where(matching(form)).prepare(''),
)

function matching({ narrowing, filters }: Form): SQL | undefined {
  return and(documentsOf(narrowing, documents), ...conditionsFor(conditions, filters))
}

function toIso(land: string): string {
  const entry = Object.entries(laender).find(([digits]) => digits === land)
  return entry ? entry[1].iso : land
}

/** Leaves out what is a date to the format but not to the database: the year 0, leap seconds. */
function readMoment(value: string): string {
  const moment = new Date(value)
  if (!Number.isNaN(moment.getTime()) && /^\d/.test(value) && moment.getUTCFullYear() > 0) {
    return moment.toISOString()
  }
  throw invalidParameter('updatedSince', 'must be a date and time of this era, in ISO 8601')
}
