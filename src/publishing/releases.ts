import { aliasedTable, and, desc, eq, gt, isNotNull, notExists, sql, type SQL } from 'drizzle-orm'
import { asColumn } from '#database/as-column.ts'
import { insertFrom } from '#database/insert-from.ts'
import { isOneOf } from '#database/is-one-of.ts'
import type { Sql } from '#database/sql.ts'
import type { ReleaseReason } from '#read-model/shapes.ts'
import { documents, portraits, releases } from '#read-model/tables.ts'
import type { Before, LiveText } from './publish.ts'

/**
 * Appends one entry to the feed; what is live is read from the read model's own row. A row that was
 * lost and is written again, as the feed last said it was, is no news. Says whether it was some.
 */
export async function appendRelease(
  db: Sql,
  release: { live: LiveText | null; before: Before | undefined; reason: ReleaseReason },
): Promise<boolean> {
  const { live, before, reason } = release
  if (live !== null) return appendLive(db, live.id, before?.sites, reason)
  if (!before) return false
  const { id, collection, profession, region, professionSlug, regionSlug, sites } = before
  await db.insert(releases).values({
    document: id,
    collection,
    profession,
    region,
    professionSlug,
    regionSlug,
    digest: null,
    sites: null,
    sitesBefore: sites,
    reason,
  })
  return true
}

async function appendLive(
  db: Sql,
  id: string,
  sitesBefore: string[] | undefined,
  reason: ReleaseReason,
): Promise<boolean> {
  const last = await readLastRelease(db, id)
  const isLost = sitesBefore === undefined && last !== undefined
  const isNews = !isLost || !last.isSame
  if (isNews) {
    const before = isLost ? last.sites : (sitesBefore ?? null)
    const rows = db
      .select({
        ...addressed,
        sitesBefore: asColumn(releases.sitesBefore, before),
        reason: asColumn(releases.reason, reason),
      })
      .from(documents)
      .where(eq(documents.id, id))
    await db.execute(insertFrom(releases, rows))
  }
  const newest = db
    .select({ at: releases.at })
    .from(releases)
    .where(eq(releases.document, documents.id))
    .orderBy(desc(releases.id))
    .limit(1)
  await db
    .update(documents)
    .set({ changedAt: sql`${newest}` })
    .where(eq(documents.id, id))
  return isNews
}

/** What the feed said last of a document, unless it said that it is gone, and whether that is so still. */
async function readLastRelease(
  db: Sql,
  id: string,
): Promise<{ sites: string[] | null; isSame: boolean } | undefined> {
  const later = aliasedTable(releases, 'later')
  const [last] = await db
    .select({
      sites: releases.sites,
      isSame: sql<boolean>`coalesce(${and(
        eq(releases.digest, documents.digest),
        eq(releases.sites, documents.sites),
        eq(releases.professionSlug, documents.professionSlug),
        eq(releases.regionSlug, documents.regionSlug),
      )}, false)`,
    })
    .from(releases)
    .innerJoin(documents, eq(documents.id, releases.document))
    .where(
      and(
        eq(releases.document, id),
        isNotNull(releases.digest),
        notExists(
          db
            .select({ id: later.id })
            .from(later)
            .where(and(eq(later.document, releases.document), gt(later.id, releases.id))),
        ),
      ),
    )
  return last
}

/** What an entry of the feed takes from the document that it is about. */
const addressed = {
  document: documents.id,
  collection: documents.collection,
  profession: documents.profession,
  region: documents.region,
  professionSlug: documents.professionSlug,
  regionSlug: documents.regionSlug,
  digest: documents.digest,
  sites: documents.sites,
}

/** The regional portraits of a profession carry its nationwide text: they change with it. */
export async function releaseRegionalPortraits(db: Sql, profession: string): Promise<void> {
  const regional = and(eq(documents.profession, profession), isNotNull(documents.region))
  await releaseChanged(db, regional, 'profile')
}

/** The same where the nationwide text lies there in another shape, which is no news of theirs. */
export async function outdateRegionalPortraits(db: Sql, profession: string): Promise<void> {
  await db
    .update(portraits)
    .set(outdated)
    .where(and(eq(portraits.profession, profession), isNotNull(portraits.region)))
}

/**
 * Puts it into the feed that portraits changed without a change of their own text, and ends the time
 * of their prerendered answers. `condition` picks documents. Gives their ids.
 */
export async function releaseChanged(
  db: Sql,
  condition: SQL | undefined,
  reason: ReleaseReason,
): Promise<string[]> {
  const changed = db
    .select({
      ...addressed,
      sitesBefore: documents.sites,
      reason: asColumn(releases.reason, reason),
    })
    .from(documents)
    .where(condition)
    .orderBy(documents.professionSlug, documents.regionSlug)
  const news = db
    .$with('news', { document: releases.document, at: releases.at })
    .as(sql`${insertFrom(releases, changed)} RETURNING document, at`)
  const rows = await db
    .with(news)
    .update(documents)
    .set({ changedAt: sql`${news.at}` })
    .from(news)
    .where(eq(documents.id, news.document))
    .returning({ id: documents.id })
  const ids = rows.map(({ id }) => id)
  await outdatePortraits(db, ids)
  return ids
}

/** Ends the time of prerendered answers: until they are made anew, they are composed at each request. */
export async function outdatePortraits(db: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.update(portraits).set(outdated).where(isOneOf(portraits.document, ids))
}

/** Before every moment that there is. */
export const outdated = { freshUntil: sql`'-infinity'::timestamptz` }
