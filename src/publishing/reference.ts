import { aliasedTable, and, arrayContains, eq, or, sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { regions as regionEntries } from '#database/tables.ts'
import { excluded, isOther } from '#database/upsert.ts'
import { relationId, relationIds } from '#model/documents.ts'
import { landOfAgs } from '#model/codes/region.ts'
import { professionHref, regionHref } from '#read-model/addresses.ts'
import type { Profession as ProfessionEntry, Region as RegionEntry } from '#payload-types'
import type { Profession, Region } from '#read-model/shapes.ts'
import { documents, lexicon, portraits, professions, regions } from '#read-model/tables.ts'
import { moment, numberOrNull, textOrNull, texts } from '#read-model/values.ts'
import { invalidate } from './invalidate.ts'
import { lockEverything } from './locks.ts'
import { outdated, releaseChanged } from './releases.ts'
import { namesVector, searchVector, textVectorOfRow } from './search-text.ts'

/** What of a row tells whether its entry has changed. */
const telling = ['data', 'names', 'formerSlugs'] as const

/**
 * Writes a profession into the read model. Every portrait of it changes with it, in the transaction of
 * the change: its address, what is found, and the feed. The caller has locked everything.
 */
export async function publishProfession(
  req: PayloadRequest,
  entry: ProfessionEntry,
): Promise<void> {
  const db = await sqlIn(req)
  const { id } = entry
  const rows = await db
    .insert(professions)
    .values(rowOfProfession(entry))
    .onConflictDoUpdate({
      target: professions.id,
      set: excluded(professions, [...telling, 'slug', 'name', 'kldb', 'search', 'updatedAt']),
      setWhere: isOther(professions, telling),
    })
    .returning({ id: professions.id })
  if (rows.length === 0) return
  const own = eq(documents.profession, id)
  await readdress(db, own)
  await releaseChanged(db, own, 'reference')
  await learnNames(db, 'professions', id)
  await invalidate(db, ['portraits', 'jobs', `profession:${id}`])
}

/**
 * Writes a region into the read model, and what follows from it for the regions that lie in it. The
 * caller has locked everything.
 */
export async function publishRegion(req: PayloadRequest, entry: RegionEntry): Promise<void> {
  const db = await sqlIn(req)
  const { id } = entry
  const rows = await db
    .insert(regions)
    .values({ ...rowOfRegion(entry), within: [id] })
    .onConflictDoUpdate({
      target: regions.id,
      set: excluded(regions, [
        ...telling,
        'slug',
        'name',
        'kind',
        'land',
        'latitude',
        'longitude',
        'neighbours',
        'search',
        'updatedAt',
      ]),
      setWhere: isOther(regions, telling),
    })
    .returning({ id: regions.id })
  if (rows.length === 0) return
  const moved = await findAncestors(db, id)
  // They show the jobs of what lies in them.
  await db.update(portraits).set(outdated).where(isOneOf(portraits.region, moved))
  await readdress(db, eq(documents.region, id))
  const nextDoor = db
    .select({ id: regions.id })
    .from(regions)
    .where(arrayContains(regions.neighbours, [id]))
  const changed = await releaseChanged(
    db,
    or(eq(documents.region, id), sql`${documents.region} = ANY (ARRAY${nextDoor})`),
    'reference',
  )
  await learnNames(db, 'regions', id)
  await invalidate(db, [
    'portraits',
    'jobs',
    'sites',
    ...[...moved, id].map((region) => `region:${region}`),
    ...changed.map((document) => `document:${document}`),
  ])
}

/** The row of the read model that a profession makes. */
export function rowOfProfession(entry: ProfessionEntry) {
  const data = renderProfession(entry)
  const { id, slug, name, kldb2010 } = data
  const names = [name, ...Object.values(data.forms), ...data.aliases].filter(Boolean).join(' · ')
  return {
    id,
    slug,
    formerSlugs: texts(entry.formerSlugs),
    name,
    kldb: kldb2010,
    names,
    search: namesVector(names),
    data,
    updatedAt: moment(entry.updatedAt),
  }
}

/** The row of the read model that a region makes, but for the regions that it lies in. */
export function rowOfRegion(entry: RegionEntry) {
  const data = renderRegion(entry)
  const { id, slug, name, kind, land, latitude, longitude, neighbours } = data
  const names = [name, ...texts(entry.aliases)].join(' · ')
  return {
    id,
    slug,
    formerSlugs: texts(entry.formerSlugs),
    name,
    kind,
    land,
    latitude,
    longitude,
    neighbours,
    names,
    search: namesVector(names),
    data,
    updatedAt: moment(entry.updatedAt),
  }
}

const tables = { professions, regions }

/** Takes an entry of the reference data out of the read model: nothing refers to it any more. */
export async function unpublishReference(
  req: PayloadRequest,
  kind: 'professions' | 'regions',
  id: string,
): Promise<void> {
  const db = await sqlIn(req)
  await lockEverything(db)
  await db.delete(tables[kind]).where(eq(tables[kind].id, id))
  await invalidate(db, ['portraits', 'jobs', 'sites'])
}

/**
 * Takes the words of an entry's names into the lexicon, which mistyped words are compared with. Last of
 * all, and in the order of the words: see extendLexicon.
 */
async function learnNames(db: Sql, kind: 'professions' | 'regions', id: string): Promise<void> {
  const { search, id: entry } = tables[kind]
  await db
    .insert(lexicon)
    .select(
      db
        .select({ word: sql`unnest(tsvector_to_array(${search})) COLLATE "C"`.as('word') })
        .from(tables[kind])
        .where(eq(entry, id))
        .orderBy(sql`word`),
    )
    .onConflictDoNothing()
}

/**
 * Works out again what a region and those that lie in it lie in, from the entries' own parents. A
 * circle ends where it meets itself. Gives the regions that something now lies in or did before.
 */
async function findAncestors(db: Sql, id: string): Promise<string[]> {
  const child = aliasedTable(regionEntries, 'child')
  const moved = movedAmong(sql`
      SELECT ${id}::uuid UNION
      SELECT ${child.id} FROM inside i JOIN ${regionEntries} ${child} ON ${child.parentId} = i.id`)
  const rows = await db
    .update(regions)
    .set({ within: sql`moved.within` })
    .from(moved)
    .where(sql`${regions.id} = moved.id`)
    .returning({ around: sql<string[]>`(moved.within || moved.before)::text[]` })
  return [...new Set(rows.flatMap(({ around }) => around))]
}

/**
 * A relation `moved`: the regions among some that lie in others than the read model says, with those that
 * they lie in.
 *
 * @param inside a select of the ids of these some
 */
export function movedAmong(inside: SQL): SQL {
  const parent = aliasedTable(regionEntries, 'parent')
  return sql`(
    WITH RECURSIVE inside(id) AS (${inside}), up(id, ancestor) AS (
      SELECT id, id FROM inside UNION
      SELECT u.id, ${parent.parentId} FROM up u
        JOIN ${regionEntries} ${parent} ON ${parent.id} = u.ancestor
        WHERE ${parent.parentId} IS NOT NULL
    ), found AS (SELECT id, array_agg(ancestor ORDER BY ancestor) AS within FROM up GROUP BY id)
    SELECT f.id, f.within, ${regions.within} AS before
    FROM found f JOIN ${regions} ON ${regions.id} = f.id
    WHERE ${regions.within} IS DISTINCT FROM f.within) moved`
}

/** Brings what documents that a condition picks, and their prerendered portraits, repeat of their profession and region up to date. */
async function readdress(db: Sql, condition: SQL): Promise<void> {
  // A name of its own each: what is worked out in a subquery is referred to without that of the subquery.
  const now = db
    .select({
      id: documents.id,
      professionSlug: sql`${professions.slug}`.as('profession_slug_now'),
      regionSlug: sql`coalesce(${regions.slug}, '')`.as('region_slug_now'),
      land: regions.land,
      kldb: professions.kldb,
      search: searchVector(professions.names, regions.names, textVectorOfRow).as('search_now'),
    })
    .from(documents)
    .innerJoin(professions, eq(professions.id, documents.profession))
    .leftJoin(regions, eq(regions.id, documents.region))
    .where(condition)
    .as('now')
  await db
    .update(documents)
    .set({
      professionSlug: sql`${now.professionSlug}`,
      regionSlug: sql`${now.regionSlug}`,
      land: sql`${now.land}`,
      kldb: sql`${now.kldb}`,
      search: sql`${now.search}`,
      isInLexicon: sql`${documents.isInLexicon} AND ${documents.search} = ${now.search}`,
    })
    .from(now)
    .where(eq(now.id, documents.id))
  await db
    .update(portraits)
    .set({
      professionSlug: sql`${documents.professionSlug}`,
      regionSlug: sql`${documents.regionSlug}`,
    })
    .from(documents)
    .where(and(eq(documents.id, portraits.document), condition))
}

function renderProfession(entry: ProfessionEntry): Profession {
  const forms = entry.forms ?? {}
  const { slug } = entry
  return {
    id: entry.id,
    slug,
    name: entry.name,
    forms: {
      masculine: textOrNull(forms.masculine),
      feminine: textOrNull(forms.feminine),
      neutral: textOrNull(forms.neutral),
    },
    aliases: texts(entry.aliases),
    kldb2010: textOrNull(entry.kldb2010),
    baJobTitles: texts(entry.baJobTitles),
    isco08: textOrNull(entry.isco08),
    escoUri: textOrNull(entry.escoUri),
    href: professionHref(slug),
  }
}

const regionKinds = ['land', 'kreis', 'kreisfreieStadt', 'gemeinde'] as const

function renderRegion(entry: RegionEntry): Region {
  const { slug } = entry
  const ags = textOrNull(entry.ags)
  return {
    id: entry.id,
    slug,
    name: entry.name,
    kind: regionKinds.find((kind) => kind === entry.kind) ?? 'gemeinde',
    ags,
    ars: textOrNull(entry.ars),
    nuts3: textOrNull(entry.nuts3),
    land: ags === null ? null : (landOfAgs(ags)?.iso ?? null),
    postalCodes: texts(entry.postalCodes),
    latitude: numberOrNull(entry.latitude),
    longitude: numberOrNull(entry.longitude),
    parent: relationId(entry.parent),
    neighbours: relationIds(entry.neighbours),
    href: regionHref(slug),
  }
}
