import { Type, type Static, type TObject } from '@sinclair/typebox'
import { professionsOf, regionsOf, type Audience } from '#read-model/audience.ts'
import { newValues, type Query, type Row } from '#read-model/query.ts'
import { Region, type Profession } from '#read-model/shapes.ts'
import { storedProfession, storedRegion } from '#read-model/stored.ts'
import { findBySlug, type Found } from '../reading/lookup.ts'
import { kldb } from '../http/parameters.ts'
import { openList, type List } from './list.ts'

interface Entries {
  professions: Profession
  regions: Region
}
export type ReferenceKind = keyof Entries

/** Which professions; what is left out does not narrow the list. */
export const professionFilters = { kldb: Type.Optional(kldb) }
/** Which regions. */
export const regionFilters = {
  land: Type.Optional(Type.String({ pattern: '^DE-[A-Z]{2}$', description: 'ISO 3166-2' })),
  kind: Type.Optional(Region.properties.kind),
}
export type ReferenceFilters = Static<TObject<typeof professionFilters & typeof regionFilters>>

const kinds: {
  [Kind in ReferenceKind]: { seen: typeof professionsOf; toItem: (row: Row) => Entries[Kind] }
} = {
  professions: { seen: professionsOf, toItem: (row) => storedProfession(row.data) },
  regions: { seen: regionsOf, toItem: (row) => storedRegion(row.data) },
}

/** Professions or regions that an audience may see, in the order of their slugs. */
export function listReference<Kind extends ReferenceKind>(
  query: Query,
  audience: Audience,
  kind: Kind,
  asked: ReferenceFilters,
): List<Entries[Kind]> {
  const { seen, toItem } = kinds[kind]
  const params = newValues()
  const { add } = params
  const conditions = [seen(audience, params, 'e')]
  if (asked.kldb !== undefined) conditions.push(`e.kldb LIKE ${add(`${asked.kldb}%`)}`)
  if (asked.land !== undefined) conditions.push(`e.land = ${add(asked.land)}`)
  if (asked.kind !== undefined) conditions.push(`e.kind = ${add(asked.kind)}`)
  return openList(query, {
    columns: 'e.slug, e.data',
    tables: `delivery.${kind} e`,
    filter: conditions.join(' AND '),
    values: params.values,
    order: [{ column: 'e.slug', type: 'text', of: ({ slug }) => slug, isPlace: () => true }],
    direction: 'ASC',
    toItem,
  })
}

/** An entry by a slug, and how that slug was found; undefined where the audience sees none. */
export async function readReference<Kind extends ReferenceKind>(
  query: Query,
  audience: Audience,
  kind: Kind,
  slug: string,
): Promise<{ found: Found; item: Entries[Kind] } | undefined> {
  const found = await findBySlug(query, kind, slug, audience)
  if (!found) return undefined
  const [row] = await query(`SELECT data FROM delivery.${kind} WHERE id = $1`, [found.id])
  return row && { found, item: kinds[kind].toItem(row) }
}
