import { slugify } from '#model/slug.ts'
import { professionsOf, regionsOf, type Audience } from '#read-model/audience.ts'
import { newValues, type Query } from '#read-model/query.ts'
import { text } from '#read-model/values.ts'

/** An entry of the reference data that a caller asked for by some slug. */
export interface Found {
  id: string
  slug: string
  /** Whether the slug is one that it had before. */
  isFormer: boolean
}

/**
 * A profession or region by its slug, by one that folds to it (ü → ue), or by one that it had before;
 * undefined where there is none, or none that this audience may see.
 */
export async function findBySlug(
  query: Query,
  kind: 'professions' | 'regions',
  slug: string,
  audience: Audience,
): Promise<Found | undefined> {
  const params = newValues(slugify(slug))
  const seen =
    kind === 'professions' ? professionsOf(audience, params, 'e') : regionsOf(audience, params, 'e')
  const [row] = await query(
    `SELECT id, slug, slug <> $1 AS is_former FROM delivery.${kind} e
     WHERE (slug = $1 COLLATE "C" OR former_slugs @> ARRAY[$1]) AND ${seen}
     ORDER BY slug <> $1 LIMIT 1`,
    params.values,
  )
  return row && { id: text(row.id), slug: text(row.slug), isFormer: row.is_former === true }
}
