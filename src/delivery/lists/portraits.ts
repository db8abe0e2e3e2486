import { Type, type Static, type TObject } from '@sinclair/typebox'
import { laender } from '#model/codes/region.ts'
import { documentsOf, type Audience } from '#read-model/audience.ts'
import { newValues, type Query } from '#read-model/query.ts'
import type { PortraitSummary } from '#read-model/shapes.ts'
import { summaryColumns, summaryTables, toSummary } from '#read-model/summaries.ts'
import { findBySlug } from '../reading/lookup.ts'
import { kldb, slug } from '../http/parameters.ts'
import { invalidParameter } from '../http/problems.ts'
import { emptyList, openList, type List } from './list.ts'

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
  query: Query,
  audience: Audience,
  asked: PortraitFilters,
): Promise<List<PortraitSummary>> {
  const params = newValues()
  const { add } = params
  const conditions = [documentsOf(audience, params)]
  if (asked.profession !== undefined) {
    const found = await findBySlug(query, 'professions', asked.profession, audience)
    if (!found) return emptyList()
    conditions.push(`d.profession_slug = ${add(found.slug)} COLLATE "C"`)
  }
  if (asked.region !== undefined) {
    const found = await findBySlug(query, 'regions', asked.region, audience)
    if (!found) return emptyList()
    conditions.push(
      `d.region IN (SELECT id FROM delivery.regions w WHERE w.within @> ARRAY[${add(found.id)}::uuid])`,
    )
  }
  if (asked.land !== undefined) conditions.push(`d.land = ${add(toIso(asked.land))}`)
  if (asked.kldb !== undefined) conditions.push(`d.kldb LIKE ${add(`${asked.kldb}%`)}`)
  if (asked.updatedSince !== undefined) {
    conditions.push(`d.changed_at >= ${add(readMoment(asked.updatedSince))}::timestamptz`)
  }
  return openList(query, {
    columns: summaryColumns,
    tables: summaryTables,
    counted: 'delivery.documents d',
    filter: conditions.join(' AND '),
    values: params.values,
    order: [
      {
        column: 'd.profession_slug',
        type: 'text',
        of: ({ profession }) => profession.slug,
        isPlace: () => true,
      },
      {
        column: 'd.region_slug',
        type: 'text',
        of: ({ region }) => region?.slug ?? '',
        isPlace: () => true,
      },
    ],
    direction: 'ASC',
    toItem: toSummary,
  })
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
