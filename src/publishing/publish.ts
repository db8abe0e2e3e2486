import type { PayloadRequest } from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import type { ReferenceTarget, SearchWeight } from '#portrait/kinds/field.ts'
import { shapeVersion } from '#portrait/shape-version.ts'
import type { Query } from '#read-model/query.ts'
import type { DeliveredText, ReleaseReason } from '#read-model/shapes.ts'
import { finishPortraits } from './finish.ts'
import { forget } from './forget.ts'
import { queryIn } from './query.ts'
import {
  appendRelease,
  outdatePortraits,
  outdateRegionalPortraits,
  releaseRegionalPortraits,
} from './releases.ts'
import { startReshape } from './reshape.ts'
import { searchVector, textVector } from './search-text.ts'

/** A live copy on its way into the read model. */
export interface LiveText {
  id: string
  collection: EditorialCollection
  profession: string
  region: string | null
  digest: string
  /** The only sites that may show it; none: all may. */
  sites: readonly string[]
  /** The entries of the reference data that it shows. */
  references: Readonly<Record<ReferenceTarget, readonly string[]>>
  content: DeliveredText
  /** Its words, by their weight in the search. */
  searched: Readonly<Record<SearchWeight, string>>
}

/** Why a text is written: `rebuild` writes what is right already, so that only what is not is news. */
export type WriteReason = ReleaseReason | 'rebuild'

/**
 * Writes a live copy into the read model, with its finished portrait, its entry in the feed and the
 * notice to every copy of the server: in the transaction of the transition, so that all of it appears
 * together or not at all. What is there already, the same, stays as it is and is no news; nor is the same
 * text in another shape. The caller has locked the document. Says whether anything changed.
 */
export async function publish(
  req: PayloadRequest,
  live: LiveText,
  reason: WriteReason,
): Promise<boolean> {
  const query = queryIn(req)
  const before = await readBefore(query, live.id)
  const isReshape = reason === 'rebuild' && before !== undefined && isSameInOldShape(before, live)
  if (!(await write(query, live, { isNews: !isReshape }))) {
    await finishPortraits(query, [live.id])
    return false
  }
  if (isReshape) {
    await startReshape(query)
    if (live.region === null) await outdateRegionalPortraits(query, live.profession)
  } else {
    const isNews = await appendRelease(query, {
      live,
      before,
      reason: reason === 'rebuild' ? 'reference' : reason,
    })
    if (isNews && live.region === null) await releaseRegionalPortraits(query, live.profession)
  }
  await finishPortraits(query, [live.id])
  await forgetAround(query, live, [...live.sites, ...(before?.sites ?? [])].length > 0)
  return true
}

/** Takes a text out of the read model; the caller has locked it. Says whether it was in it. */
export async function unpublish(req: PayloadRequest, id: string): Promise<boolean> {
  const query = queryIn(req)
  const before = await readBefore(query, id)
  if (!before) return false
  await appendRelease(query, { live: null, before, reason: 'text' })
  await query('DELETE FROM delivery.documents WHERE id = $1', [id])
  if (before.region === null) await releaseRegionalPortraits(query, before.profession)
  await forgetAround(query, before, before.sites.length > 0)
  return true
}

/** A text as the read model had it. */
export interface Before {
  id: string
  collection: string
  profession: string
  region: string | null
  professionSlug: string
  regionSlug: string
  sites: string[]
  digest: string
  shape: string | null
}

async function readBefore(query: Query, id: string): Promise<Before | undefined> {
  const [row] = await query(
    `SELECT id, collection, profession, region, profession_slug, region_slug, sites::text[], digest,
       shape
     FROM delivery.documents WHERE id = $1`,
    [id],
  )
  return (
    row && {
      id: String(row.id),
      collection: String(row.collection),
      profession: String(row.profession),
      region: typeof row.region === 'string' ? row.region : null,
      professionSlug: String(row.profession_slug),
      regionSlug: String(row.region_slug),
      sites: Array.isArray(row.sites) ? row.sites.map(String) : [],
      digest: String(row.digest),
      shape: typeof row.shape === 'string' ? row.shape : null,
    }
  )
}

/** Says whether a row holds the same text for the same readers, as another release of the product wrote it. */
function isSameInOldShape(before: Before, live: LiveText): boolean {
  return (
    before.shape !== shapeVersion &&
    before.digest === live.digest &&
    before.profession === live.profession &&
    before.region === live.region &&
    before.sites.join() === live.sites.join()
  )
}

/** Says whether the row is new or another than before. Only what is news changes the date of a portrait. */
async function write(query: Query, live: LiveText, options: { isNews: boolean }): Promise<boolean> {
  await requireReference(query, live)
  const { references, content, searched } = live
  const words = textVector({ B: '$16', C: '$17', D: '$18' })
  const rows = await query(
    `INSERT INTO delivery.documents AS d
       (id, collection, profession, region, profession_slug, region_slug, land, kldb, digest, sites,
        sources, media, named_regions, named_professions, headline, intro, plain, content, shape,
        first_published_at, published_at, changed_at, text_search, search)
     SELECT $1::uuid, $2, p.id, r.id, p.slug, coalesce(r.slug, ''), r.land, p.kldb, $5, $6::uuid[],
       $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $14, $15, $18, $11::json, $19,
       $12::timestamptz, $13::timestamptz, clock_timestamp(), w.words,
       ${searchVector('p.names', 'r.names', 'w.words')}
     FROM delivery.professions p LEFT JOIN delivery.regions r ON r.id = $4::uuid
     CROSS JOIN LATERAL (SELECT ${words} AS words) w
     WHERE p.id = $3::uuid
     ON CONFLICT (id) DO UPDATE SET
       profession = EXCLUDED.profession, region = EXCLUDED.region,
       profession_slug = EXCLUDED.profession_slug, region_slug = EXCLUDED.region_slug,
       land = EXCLUDED.land, kldb = EXCLUDED.kldb, digest = EXCLUDED.digest,
       sites = EXCLUDED.sites, sources = EXCLUDED.sources, media = EXCLUDED.media,
       named_regions = EXCLUDED.named_regions, named_professions = EXCLUDED.named_professions,
       headline = EXCLUDED.headline, intro = EXCLUDED.intro, plain = EXCLUDED.plain,
       content = EXCLUDED.content, shape = EXCLUDED.shape,
       first_published_at = EXCLUDED.first_published_at, published_at = EXCLUDED.published_at,
       changed_at = CASE WHEN $20::boolean THEN EXCLUDED.changed_at ELSE d.changed_at END,
       text_search = EXCLUDED.text_search, search = EXCLUDED.search, is_in_lexicon = false
     WHERE (d.profession, d.region, d.profession_slug, d.region_slug, d.land, d.kldb, d.digest,
            d.sites, d.sources, d.media, d.named_regions, d.named_professions, d.content::text,
            d.shape, d.search)
       IS DISTINCT FROM
           (EXCLUDED.profession, EXCLUDED.region, EXCLUDED.profession_slug, EXCLUDED.region_slug,
            EXCLUDED.land, EXCLUDED.kldb, EXCLUDED.digest, EXCLUDED.sites, EXCLUDED.sources,
            EXCLUDED.media, EXCLUDED.named_regions, EXCLUDED.named_professions,
            EXCLUDED.content::text, EXCLUDED.shape, EXCLUDED.search)
     RETURNING id`,
    [
      live.id,
      live.collection,
      live.profession,
      live.region,
      live.digest,
      live.sites,
      references.sources,
      references.media,
      references.regions,
      references.professions,
      JSON.stringify(content),
      content.receipt.firstPublishedAt,
      content.receipt.publishedAt,
      content.headline,
      content.intro,
      searched.B,
      searched.C,
      searched.D,
      shapeVersion,
      options.isNews,
    ],
  )
  return rows.length > 0
}

/**
 * Reference data that was written below Payload's hooks is not in the read model yet. A text must not
 * go live without its address there, or as the nationwide one.
 */
async function requireReference(query: Query, { id, profession, region }: LiveText): Promise<void> {
  const found = await query(
    `SELECT FROM delivery.professions p WHERE p.id = $1::uuid AND ($2::uuid IS NULL OR EXISTS (
       SELECT FROM delivery.regions r WHERE r.id = $2::uuid))`,
    [profession, region],
  )
  if (found.length > 0) return
  throw new Error(
    `The profession or the region of ${id} is not in the read model: run npm run delivery:rebuild.`,
  )
}

/** The portraits next door list this one; those of a profession carry its nationwide text. */
async function forgetAround(
  query: Query,
  changed: { id: string; profession: string; region: string | null },
  isBoundToSites: boolean,
): Promise<void> {
  const next = await query(
    `SELECT d.id FROM delivery.documents d JOIN delivery.regions r ON r.id = d.region
     WHERE d.profession = $1 AND r.neighbours @> ARRAY[$2::uuid]`,
    [changed.profession, changed.region],
  )
  const around = next.map(({ id }) => String(id))
  await outdatePortraits(query, around)
  await forget(query, [
    'portraits',
    ...[changed.id, ...around].map((id) => `document:${id}`),
    ...(changed.region === null ? [`profession:${changed.profession}`] : []),
    ...(isBoundToSites ? ['sites'] : []),
  ])
}
