import type { Query } from '#read-model/query.ts'
import type { ReleaseReason } from '#read-model/shapes.ts'
import type { Before, LiveText } from './publish.ts'

/**
 * Appends one entry to the feed; what is live is read from the read model's own row. A row that was
 * lost and is written again, as the feed last said it was, is no news. Says whether it was some.
 */
export async function appendRelease(
  query: Query,
  release: { live: LiveText | null; before: Before | undefined; reason: ReleaseReason },
): Promise<boolean> {
  const { live, before, reason } = release
  if (live !== null) return appendLive(query, live.id, before?.sites, reason)
  if (!before) return false
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
  return true
}

async function appendLive(
  query: Query,
  id: string,
  sitesBefore: readonly string[] | undefined,
  reason: ReleaseReason,
): Promise<boolean> {
  const [last] = await query(
    `SELECT r.sites::text[], r.digest = d.digest AND r.sites = d.sites
         AND r.profession_slug = d.profession_slug AND r.region_slug = d.region_slug AS is_same
     FROM delivery.releases r JOIN delivery.documents d ON d.id = r.document
     WHERE r.document = $1 AND r.digest IS NOT NULL AND NOT EXISTS (
       SELECT FROM delivery.releases n WHERE n.document = r.document AND n.id > r.id)`,
    [id],
  )
  const isLost = sitesBefore === undefined && last !== undefined
  if (!isLost || last.is_same !== true) {
    await query(
      `INSERT INTO delivery.releases (document, collection, profession, region, profession_slug,
         region_slug, digest, sites, sites_before, reason)
       SELECT id, collection, profession, region, profession_slug, region_slug, digest, sites,
         $2::uuid[], $3
       FROM delivery.documents WHERE id = $1`,
      [id, isLost ? last.sites : (sitesBefore ?? null), reason],
    )
  }
  await query(
    `UPDATE delivery.documents d SET changed_at = (
       SELECT at FROM delivery.releases r WHERE r.document = d.id ORDER BY r.id DESC LIMIT 1)
     WHERE id = $1`,
    [id],
  )
  return !isLost || last.is_same !== true
}

/** The regional portraits of a profession carry its nationwide text: they change with it. */
export async function releaseRegionalPortraits(query: Query, profession: string): Promise<void> {
  await releaseChanged(query, 'd.profession = $1 AND d.region IS NOT NULL', [profession], 'profile')
}

/** The same where the nationwide text lies there in another shape, which is no news of theirs. */
export async function outdateRegionalPortraits(query: Query, profession: string): Promise<void> {
  await query(
    `UPDATE delivery.portraits SET fresh_until = '-infinity'
     WHERE profession = $1 AND region IS NOT NULL`,
    [profession],
  )
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
    `WITH news AS (
       INSERT INTO delivery.releases (document, collection, profession, region, profession_slug,
         region_slug, digest, sites, sites_before, reason)
       SELECT d.id, d.collection, d.profession, d.region, d.profession_slug, d.region_slug, d.digest,
         d.sites, d.sites, $${String(values.length + 1)}
       FROM delivery.documents d WHERE ${condition} ORDER BY d.profession_slug, d.region_slug
       RETURNING document, at)
     UPDATE delivery.documents d SET changed_at = news.at FROM news WHERE d.id = news.document
     RETURNING d.id`,
    [...values, reason],
  )
  const documents = changed.map(({ id }) => String(id))
  await outdatePortraits(query, documents)
  return documents
}

/** Ends the time of finished answers: until they are finished anew, they are composed at each request. */
export async function outdatePortraits(query: Query, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return
  await query(
    `UPDATE delivery.portraits SET fresh_until = '-infinity' WHERE document = ANY ($1::uuid[])`,
    [documents],
  )
}
