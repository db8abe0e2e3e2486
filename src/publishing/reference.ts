import type { PayloadRequest } from 'payload'
import { relationId, relationIds } from '#model/documents.ts'
import { landOfAgs } from '#model/codes/region.ts'
import { professionHref, regionHref } from '#read-model/addresses.ts'
import type { Query } from '#read-model/query.ts'
import type { Profession, Region } from '#read-model/shapes.ts'
import { moment, numberOrNull, record, text, textOrNull, texts } from '#read-model/values.ts'
import { forget } from './forget.ts'
import { lockEverything } from './locks.ts'
import { queryIn } from './query.ts'
import { releaseChanged } from './releases.ts'
import { searchVector, textVectorOfRow } from './search-text.ts'

type Entry = Readonly<Record<string, unknown>>

/**
 * Writes a profession into the read model. Every portrait of it changes with it, in the transaction of
 * the change: its address, what is found, and the feed. The caller has locked everything.
 */
export async function publishProfession(req: PayloadRequest, entry: Entry): Promise<void> {
  const query = queryIn(req)
  const id = text(entry.id)
  const data = renderProfession(entry)
  const names = [data.name, ...Object.values(data.forms), ...data.aliases].filter(Boolean)
  const rows = await query(
    `INSERT INTO delivery.professions AS p
       (id, slug, former_slugs, name, kldb, names, search, data, updated_at)
     VALUES ($1, $2, $3::text[], $4, $5, $6, to_tsvector('german', $6), $7::json, $8::timestamptz)
     ON CONFLICT (id) DO UPDATE SET slug = EXCLUDED.slug, former_slugs = EXCLUDED.former_slugs,
       name = EXCLUDED.name, kldb = EXCLUDED.kldb, names = EXCLUDED.names, search = EXCLUDED.search,
       data = EXCLUDED.data, updated_at = EXCLUDED.updated_at
     WHERE (p.data::text, p.names, p.former_slugs)
       IS DISTINCT FROM (EXCLUDED.data::text, EXCLUDED.names, EXCLUDED.former_slugs)
     RETURNING id`,
    [
      id,
      data.slug,
      texts(entry.formerSlugs),
      data.name,
      data.kldb2010,
      names.join(' · '),
      JSON.stringify(data),
      moment(entry.updatedAt),
    ],
  )
  if (rows.length === 0) return
  await readdress(query, 'd.profession = $1', id)
  await releaseChanged(query, 'd.profession = $1', [id], 'reference')
  await learnNames(query, 'professions', id)
  await forget(query, ['portraits', 'jobs', `profession:${id}`])
}

/**
 * Writes a region into the read model, and what follows from it for the regions that lie in it. The
 * caller has locked everything.
 */
export async function publishRegion(req: PayloadRequest, entry: Entry): Promise<void> {
  const query = queryIn(req)
  const id = text(entry.id)
  const data = renderRegion(entry)
  const names = [data.name, ...texts(entry.aliases)]
  const rows = await query(
    `INSERT INTO delivery.regions AS r
       (id, slug, former_slugs, name, kind, land, latitude, longitude, within, neighbours, names,
        search, data, updated_at)
     VALUES ($1, $2, $3::text[], $4, $5, $6, $7::float8, $8::float8, ARRAY[$1::uuid], $9::uuid[],
       $10, to_tsvector('german', $10), $11::json, $12::timestamptz)
     ON CONFLICT (id) DO UPDATE SET slug = EXCLUDED.slug, former_slugs = EXCLUDED.former_slugs,
       name = EXCLUDED.name, kind = EXCLUDED.kind, land = EXCLUDED.land,
       latitude = EXCLUDED.latitude, longitude = EXCLUDED.longitude,
       neighbours = EXCLUDED.neighbours, names = EXCLUDED.names, search = EXCLUDED.search,
       data = EXCLUDED.data,
       updated_at = EXCLUDED.updated_at
     WHERE (r.data::text, r.names, r.former_slugs)
       IS DISTINCT FROM (EXCLUDED.data::text, EXCLUDED.names, EXCLUDED.former_slugs)
     RETURNING id`,
    [
      id,
      data.slug,
      texts(entry.formerSlugs),
      data.name,
      data.kind,
      data.land,
      data.latitude,
      data.longitude,
      data.neighbours,
      names.join(' · '),
      JSON.stringify(data),
      moment(entry.updatedAt),
    ],
  )
  if (rows.length === 0) return
  const moved = await findAncestors(query, id)
  // They show the jobs of what lies in them.
  await query(
    `UPDATE delivery.portraits SET fresh_until = '-infinity' WHERE region = ANY ($1::uuid[])`,
    [moved],
  )
  await readdress(query, 'd.region = $1', id)
  const changed = await releaseChanged(
    query,
    `d.region = $1 OR d.region = ANY (ARRAY(
       SELECT n.id FROM delivery.regions n WHERE n.neighbours @> ARRAY[$1::uuid]))`,
    [id],
    'reference',
  )
  await learnNames(query, 'regions', id)
  await forget(query, [
    'portraits',
    'jobs',
    'sites',
    ...[...moved, id].map((region) => `region:${region}`),
    ...changed.map((document) => `document:${document}`),
  ])
}

/** Takes an entry of the reference data out of the read model: nothing refers to it any more. */
export async function unpublishReference(
  req: PayloadRequest,
  kind: 'professions' | 'regions',
  id: string,
): Promise<void> {
  const query = queryIn(req)
  await lockEverything(query)
  await query(`DELETE FROM delivery.${kind} WHERE id = $1`, [id])
  await forget(query, ['portraits', 'jobs', 'sites'])
}

/**
 * Takes the words of an entry's names into the lexicon, which mistyped words are compared with. Last of
 * all, and in the order of the words: see extendLexicon.
 */
async function learnNames(
  query: Query,
  kind: 'professions' | 'regions',
  id: string,
): Promise<void> {
  await query(
    `INSERT INTO delivery.lexicon
     SELECT unnest(tsvector_to_array(search)) COLLATE "C" AS word FROM delivery.${kind} WHERE id = $1
     ORDER BY word ON CONFLICT DO NOTHING`,
    [id],
  )
}

/**
 * Works out again what a region and those that lie in it lie in, from the entries' own parents. A
 * circle ends where it meets itself. Gives the regions that something now lies in or did before.
 */
async function findAncestors(query: Query, id: string): Promise<string[]> {
  const rows = await query(
    `WITH RECURSIVE inside(id) AS (
       SELECT $1::uuid UNION SELECT c.id FROM inside i JOIN public.regions c ON c.parent_id = i.id
     ), up(id, ancestor) AS (
       SELECT id, id FROM inside
       UNION SELECT u.id, p.parent_id FROM up u JOIN public.regions p ON p.id = u.ancestor
         WHERE p.parent_id IS NOT NULL
     ), found AS (SELECT id, array_agg(ancestor ORDER BY ancestor) AS within FROM up GROUP BY id)
     , moved AS (
       SELECT f.id, f.within, o.within AS before FROM found f JOIN delivery.regions o USING (id)
       WHERE o.within IS DISTINCT FROM f.within)
     UPDATE delivery.regions r SET within = m.within FROM moved m WHERE r.id = m.id
     RETURNING (m.within || m.before)::text[] AS around`,
    [id],
  )
  return [...new Set(rows.flatMap(({ around }) => texts(around)))]
}

/** Brings what texts and finished portraits repeat of their profession and region up to date. */
async function readdress(query: Query, condition: string, id: string): Promise<void> {
  await query(
    `UPDATE delivery.documents AS t SET profession_slug = n.profession_slug,
       region_slug = n.region_slug, land = n.land, kldb = n.kldb, search = n.search,
       is_in_lexicon = t.is_in_lexicon AND t.search = n.search
     FROM (SELECT d.id, p.slug AS profession_slug, coalesce(r.slug, '') AS region_slug, r.land,
             p.kldb, ${searchVector('p.names', 'r.names', textVectorOfRow)} AS search
           FROM delivery.documents d JOIN delivery.professions p ON p.id = d.profession
           LEFT JOIN delivery.regions r ON r.id = d.region WHERE ${condition}) n
     WHERE n.id = t.id`,
    [id],
  )
  await query(
    `UPDATE delivery.portraits p SET profession_slug = d.profession_slug, region_slug = d.region_slug
     FROM delivery.documents d WHERE d.id = p.document AND ${condition}`,
    [id],
  )
}

function renderProfession(entry: Entry): Profession {
  const forms = record(entry.forms)
  const slug = text(entry.slug)
  return {
    id: text(entry.id),
    slug,
    name: text(entry.name),
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

function renderRegion(entry: Entry): Region {
  const slug = text(entry.slug)
  const ags = textOrNull(entry.ags)
  return {
    id: text(entry.id),
    slug,
    name: text(entry.name),
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
