import { and, arrayContains, eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { asColumn } from '#database/as-column.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { excluded, isOther } from '#database/upsert.ts'
import type { EditorialCollection } from '#model/documents.ts'
import type { ReferenceTarget, SearchWeight } from '#portrait/kinds/field.ts'
import { shapeVersion } from './shape-version.ts'
import type { DeliveredText, ReleaseReason } from '#read-model/shapes.ts'
import { documents, professions, regions } from '#read-model/tables.ts'
import { prerenderPortraits } from './prerender.ts'
import { invalidate } from './invalidate.ts'
import { appendRemoval } from './log/leaves.ts'
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
  /** The last day (YYYY-MM-DD, in Berlin) on which all of it is delivered; null: nothing of it ends. */
  lapsesAfter: string | null
  /** Its words, by their weight in the search. */
  searched: Readonly<Record<SearchWeight, string>>
}

/**
 * Why a text is written: `rebuild` writes what is right already, so that only what is not is news;
 * `signed`: the same text has got the signature that it was published without.
 */
export type WriteReason = ReleaseReason | 'rebuild' | 'signed'

/**
 * Writes a live copy into the read model, with its prerendered portrait, its entry in the feed and the
 * notice to every copy of the server: in the transaction of the transition, so that all of it appears
 * together or not at all. What is there already, the same, stays as it is and is no news; nor is the same
 * text in another shape. The caller has locked the document. Says whether anything changed.
 */
export async function publish(
  req: PayloadRequest,
  live: LiveText,
  reason: WriteReason,
): Promise<boolean> {
  const db = await sqlIn(req)
  const before = await readBefore(db, live.id)
  const isReshape =
    before !== undefined &&
    (reason === 'signed' || (reason === 'rebuild' && isSameInOldShape(before, live)))
  if (!(await write(db, live, { isNews: !isReshape }))) {
    await prerenderPortraits(db, [live.id])
    return false
  }
  if (isReshape) {
    await startReshape(db)
    if (live.region === null) await outdateRegionalPortraits(db, live.profession)
  } else {
    const isNews = await appendRelease(db, {
      live,
      before,
      reason: reason === 'rebuild' || reason === 'signed' ? 'reference' : reason,
    })
    if (isNews && live.region === null) await releaseRegionalPortraits(db, live.profession)
  }
  await prerenderPortraits(db, [live.id])
  await invalidateAround(db, live, [...live.sites, ...(before?.sites ?? [])].length > 0)
  return true
}

/** Takes a text out of the read model; the caller has locked it. Says whether it was in it. */
export async function unpublish(req: PayloadRequest, id: string): Promise<boolean> {
  const db = await sqlIn(req)
  const before = await readBefore(db, id)
  if (!before) return false
  await appendRelease(db, { live: null, before, reason: 'text' })
  await appendRemoval(req, before)
  await db.delete(documents).where(eq(documents.id, id))
  if (before.region === null) await releaseRegionalPortraits(db, before.profession)
  await invalidateAround(db, before, before.sites.length > 0)
  return true
}

/** A text as the read model had it. */
export type Before = NonNullable<Awaited<ReturnType<typeof readBefore>>>

async function readBefore(db: Sql, id: string) {
  const { collection, profession, region, professionSlug, regionSlug, sites } = documents
  const { digest, shape } = documents
  const [row] = await db
    .select({
      id: documents.id,
      collection,
      profession,
      region,
      professionSlug,
      regionSlug,
      sites,
      digest,
      shape,
    })
    .from(documents)
    .where(eq(documents.id, id))
  return row
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

/** What of a row says something of its text: where none of it is another, the row stays as it is. */
const telling = [
  'profession',
  'region',
  'professionSlug',
  'regionSlug',
  'land',
  'kldb',
  'digest',
  'sites',
  'sources',
  'media',
  'namedRegions',
  'namedProfessions',
  'content',
  'lapsesAfter',
  'shape',
  'search',
] as const

/** What follows from that. */
const following = [
  'headline',
  'intro',
  'plain',
  'firstPublishedAt',
  'publishedAt',
  'textSearch',
  'isInLexicon',
] as const

/** Says whether the row is new or another than before. Only what is news changes the date of a portrait. */
async function write(db: Sql, live: LiveText, options: { isNews: boolean }): Promise<boolean> {
  await requireReference(db, live)
  const d = documents
  const rows = await db
    .insert(d)
    .select(rowOf(db, live))
    .onConflictDoUpdate({
      target: d.id,
      set: {
        ...excluded(d, [...telling, ...following]),
        ...(options.isNews ? excluded(d, ['changedAt']) : {}),
      },
      setWhere: isOther(d, telling),
    })
    .returning({ id: d.id })
  return rows.length > 0
}

/**
 * The row of the read model that a live copy makes, with the reference data that lies there: a select, to be
 * written or to be compared. No row where its profession is not there.
 */
export function rowOf(db: Sql, live: LiveText) {
  const { references, content, searched } = live
  const { receipt } = content
  const words = sql`words`
  const d = documents
  // The builder takes the columns in the order of the definition.
  return db
    .select({
      changedAt: sql`clock_timestamp()`.as('changed_at'),
      collection: asColumn(d.collection, live.collection),
      content: asColumn(d.content, content),
      digest: asColumn(d.digest, live.digest),
      firstPublishedAt: asColumn(d.firstPublishedAt, receipt.firstPublishedAt),
      headline: asColumn(d.headline, content.headline),
      id: asColumn(d.id, live.id),
      intro: asColumn(d.intro, content.intro),
      isInLexicon: sql`false`.as('is_in_lexicon'),
      kldb: sql`${professions.kldb}`.as('kldb'),
      land: sql`${regions.land}`.as('land'),
      lapsesAfter: asColumn(d.lapsesAfter, live.lapsesAfter),
      media: asColumn(d.media, [...references.media]),
      namedProfessions: asColumn(d.namedProfessions, [...references.professions]),
      namedRegions: asColumn(d.namedRegions, [...references.regions]),
      plain: asColumn(d.plain, searched.D),
      profession: sql`${professions.id}`.as('profession'),
      professionSlug: sql`${professions.slug}`.as('profession_slug'),
      publishedAt: asColumn(d.publishedAt, receipt.publishedAt),
      region: sql`${regions.id}`.as('region'),
      regionSlug: sql`coalesce(${regions.slug}, '')`.as('region_slug'),
      search: searchVector(professions.names, regions.names, words).as('search'),
      shape: asColumn(d.shape, shapeVersion),
      sites: asColumn(d.sites, [...live.sites]),
      sources: asColumn(d.sources, [...references.sources]),
      textSearch: words.as('text_search'),
    })
    .from(professions)
    .leftJoin(regions, isRegion(live.region))
    .crossJoin(sql`LATERAL (SELECT ${textVector(searched)} AS words) w`)
    .where(eq(professions.id, live.profession))
}

/**
 * Reference data that was written below Payload's hooks is not in the read model yet. A text must not
 * go live without its address there, or as the nationwide one.
 */
async function requireReference(db: Sql, { id, profession, region }: LiveText): Promise<void> {
  const [found] = await db
    .select({ region: regions.id })
    .from(professions)
    .leftJoin(regions, isRegion(region))
    .where(eq(professions.id, profession))
  if (found?.region === region) return
  throw new Error(
    `The profession or the region of ${id} is not in the read model: run npm run delivery:rebuild.`,
  )
}

function isRegion(id: string | null) {
  return id === null ? sql`false` : eq(regions.id, id)
}

/** The portraits next door list this one; those of a profession carry its nationwide text. */
async function invalidateAround(
  db: Sql,
  changed: { id: string; profession: string; region: string | null },
  isBoundToSites: boolean,
): Promise<void> {
  const around =
    changed.region === null ? [] : await findAround(db, changed.profession, changed.region)
  await outdatePortraits(db, around)
  await invalidate(db, [
    'portraits',
    ...[changed.id, ...around].map((id) => `document:${id}`),
    ...(changed.region === null ? [`profession:${changed.profession}`] : []),
    ...(isBoundToSites ? ['sites'] : []),
  ])
}

/** The documents of a profession whose portraits list that of a region. */
async function findAround(db: Sql, profession: string, region: string): Promise<string[]> {
  const rows = await db
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(regions, eq(regions.id, documents.region))
    .where(and(eq(documents.profession, profession), arrayContains(regions.neighbours, [region])))
  return rows.map(({ id }) => id)
}
