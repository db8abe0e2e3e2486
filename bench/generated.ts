import type { Query } from '#support/query.ts'
import { text } from '#read-model/values.ts'
import { measured } from './content.ts'

/** How many regions each generated profession has a portrait in. */
export const regionsEach = 1000

/** From which portrait on only the names are found by a search: the search is measured before it. */
export const searchableCount = 100_000

/**
 * Fills the read model with portraits made of the measured one: each of a generated profession in a
 * generated region, of the same length, with other bytes. Before it there may be some: `from` is how
 * many. The compressed forms are empty: nobody asks for them here, and a million would take 10 GB.
 *
 * Triggers and the index of words would take longer than the filling: the index is made anew after it.
 */
export async function generatePortraits(query: Query, from: number, to: number): Promise<void> {
  await generateReference(query, to)
  await query(`SET session_replication_role = replica`)
  await query(`SET maintenance_work_mem = '1GB'`)
  await query('DROP INDEX IF EXISTS delivery.documents_search')
  await query(
    `INSERT INTO delivery.documents (id, collection, profession, region, profession_slug, region_slug,
       land, kldb, digest, sites, sources, media, named_regions, headline, intro, plain, content,
       first_published_at, published_at, changed_at, search, is_in_lexicon)
     SELECT gen_random_uuid(), d.collection, p.id, r.id, p.slug, r.slug, r.land, p.kldb, d.digest,
       '{}', d.sources, '{}', '{}', d.headline || ' ' || n, d.intro, d.plain, d.content,
       d.first_published_at, d.published_at, clock_timestamp(),
       CASE WHEN n < ${String(searchableCount)} THEN d.search ELSE ''::tsvector END
         || setweight(to_tsvector('simple', p.names || ' ' || r.names), 'A'), true
     FROM generate_series($3::int, $4::int - 1) n
     JOIN delivery.professions p ON p.slug = 'beruf-' || lpad((n / ${String(regionsEach)})::text, 6, '0')
     JOIN delivery.regions r ON r.slug = 'ort-' || lpad((n % ${String(regionsEach)})::text, 6, '0')
     JOIN delivery.documents d ON d.profession_slug = $1 AND d.region_slug = $2`,
    [measured.profession, measured.region, from, to],
  )
  await query(
    `INSERT INTO delivery.portraits (profession_slug, region_slug, document, profession, region, etag,
       body, gzip, brotli, changed_at, fresh_until)
     SELECT d.profession_slug, d.region_slug, d.id, d.profession, d.region,
       translate(left(encode(sha256(d.id::text::bytea), 'base64'), 27), '+/', '-_'),
       replace(replace(t.body, '"${measured.region}"', '"' || d.region_slug || '"'), t.document::text, d.id::text),
       '', '', clock_timestamp(), 'infinity'
     FROM delivery.documents d
     JOIN delivery.portraits t ON t.profession_slug = $1 AND t.region_slug = $2
     WHERE d.profession_slug LIKE 'beruf-%'
       AND NOT EXISTS (SELECT FROM delivery.portraits p WHERE p.document = d.id)`,
    [measured.profession, measured.region],
  )
  await query(
    `INSERT INTO delivery.releases (position, document, collection, profession, region,
       profession_slug, region_slug, digest, sites, sites_before, reason)
     SELECT nextval('delivery.release_positions'), d.id, d.collection, d.profession, d.region,
       d.profession_slug, d.region_slug, d.digest, '{}', NULL, 'text'
     FROM delivery.documents d WHERE d.profession_slug LIKE 'beruf-%'
       AND NOT EXISTS (SELECT FROM delivery.releases r WHERE r.document = d.id)`,
  )
  await query(`SET session_replication_role = origin`)
  await query('CREATE INDEX documents_search ON delivery.documents USING gin (search)')
  await query('VACUUM ANALYZE delivery.documents')
  await query('VACUUM ANALYZE delivery.portraits')
  await query('ANALYZE delivery.releases')
}

/**
 * Adds jobs, each of one generated pair of profession and region: as many as there are portraits. Feeds
 * outdate the finished portraits of their pairs; here these stay as they are.
 */
export async function generateJobs(query: Query, from: number, to: number): Promise<void> {
  await query(`SET session_replication_role = replica`)
  await query(
    `INSERT INTO job_references (title, url, external_id, hiring_organization, profession_id,
       region_id, city, postal_code, date_posted, valid_through)
     SELECT 'Stelle ' || n, 'https://jobs.example/generated/' || n, 'generated-' || n, 'Betrieb ' || n % 997,
       p.id, r.id, r.name, '50667', now() - n * interval '1 second', now() + interval '60 days'
     FROM generate_series($1::int, $2::int - 1) n
     JOIN delivery.professions p ON p.slug = 'beruf-' || lpad((n / ${String(regionsEach)})::text, 6, '0')
     JOIN delivery.regions r ON r.slug = 'ort-' || lpad((n % ${String(regionsEach)})::text, 6, '0')`,
    [from, to],
  )
  await query(`SET session_replication_role = origin`)
  await query('VACUUM ANALYZE job_references')
}

/** Professions and regions, as many as so many portraits need. */
async function generateReference(query: Query, portraits: number): Promise<void> {
  await query(
    `INSERT INTO delivery.professions (id, slug, name, kldb, names, search, data, updated_at)
     SELECT i.id, i.slug, i.name, t.kldb, i.name, to_tsvector('german', i.name),
       json_build_object('id', i.id, 'slug', i.slug, 'name', i.name, 'kldb2010', t.kldb), now()
     FROM (SELECT gen_random_uuid() AS id, 'beruf-' || lpad(n::text, 6, '0') AS slug, 'Beruf' || n AS name
           FROM generate_series(0, $1::int) n) i
     CROSS JOIN (SELECT kldb FROM delivery.professions WHERE slug = $2) t
     ON CONFLICT (slug) DO NOTHING`,
    [Math.floor((portraits - 1) / regionsEach), measured.profession],
  )
  await query(
    `INSERT INTO delivery.regions (id, slug, name, kind, land, within, names, search, data, updated_at)
     SELECT i.id, i.slug, i.name, 'gemeinde', 'DE-NW', ARRAY[i.id], i.name, to_tsvector('german', i.name),
       json_build_object('id', i.id, 'slug', i.slug, 'name', i.name, 'ags', null), now()
     FROM (SELECT gen_random_uuid() AS id, 'ort-' || lpad(n::text, 6, '0') AS slug, 'Ort' || n AS name
           FROM generate_series(0, ${String(regionsEach - 1)}) n) i
     ON CONFLICT (slug) DO NOTHING`,
  )
  await query('ANALYZE delivery.professions, delivery.regions')
}

/** The addresses of generated portraits, in a random order that is the same in every run. */
export async function generatedAddresses(query: Query, count: number): Promise<string[]> {
  const rows = await query(
    `SELECT profession_slug || '/' || region_slug AS address FROM delivery.portraits
     WHERE profession_slug LIKE 'beruf-%' ORDER BY hashtext(profession_slug || region_slug) LIMIT $1`,
    [count],
  )
  return rows.map(({ address }) => `/v1/portraits/${text(address)}`)
}
