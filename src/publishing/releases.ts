import type { Query } from '#read-model/query.ts'
import type { ReleaseReason } from '#read-model/shapes.ts'
import type { Before, LiveText } from './publish.ts'

/** Appends one entry to the feed; what is live is read from the read model's own row. */
export async function appendRelease(
  query: Query,
  release: { live: LiveText | null; before: Before | undefined; reason: ReleaseReason },
): Promise<void> {
  const { live, before, reason } = release
  if (live === null) {
    if (!before) return
    await query(
      `INSERT INTO delivery.releases (document, collection, profession, region, profession_slug,
         region_slug, digest, sites, sites_before, reason)
       VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, $7::uuid[], $8)`,
      [
        before.id,
        before.collection,
        before.profession,
        before.region,
        before.professionSlug,
        before.regionSlug,
        before.sites,
        reason,
      ],
    )
    return
  }
  await query(
    `INSERT INTO delivery.releases (document, collection, profession, region, profession_slug,
       region_slug, digest, sites, sites_before, reason)
     SELECT id, collection, profession, region, profession_slug, region_slug, digest, sites,
       $2::uuid[], $3
     FROM delivery.documents WHERE id = $1`,
    [live.id, before?.sites ?? null, reason],
  )
}

/** The regional portraits of a profession carry its nationwide text: they change with it. */
export async function releaseRegionalPortraits(query: Query, profession: string): Promise<void> {
  await releaseChanged(query, 'd.profession = $1 AND d.region IS NOT NULL', [profession], 'profile')
}

/**
 * Puts it into the feed that portraits changed without a change of their own text, and ends the time
 * of their finished answers. `condition` picks documents `d`. Gives their ids.
 */
export async function releaseChanged(
  query: Query,
  condition: string,
  values: readonly unknown[],
  reason: ReleaseReason,
): Promise<string[]> {
  const changed = await query(
    `UPDATE delivery.documents d SET changed_at = clock_timestamp() WHERE ${condition}
     RETURNING d.id`,
    values,
  )
  const documents = changed.map(({ id }) => String(id))
  if (documents.length === 0) return []
  await query(
    `INSERT INTO delivery.releases (document, collection, profession, region, profession_slug,
       region_slug, digest, sites, sites_before, reason)
     SELECT id, collection, profession, region, profession_slug, region_slug, digest, sites, sites, $2
     FROM delivery.documents WHERE id = ANY ($1::uuid[]) ORDER BY profession_slug, region_slug`,
    [documents, reason],
  )
  await query(
    `UPDATE delivery.portraits SET fresh_until = '-infinity' WHERE document = ANY ($1::uuid[])`,
    [documents],
  )
  return documents
}
