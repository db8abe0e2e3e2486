import type { Query } from './query.ts'

/** How many professions and regions the matrix of generated texts has. */
export const matrixSize = { professions: 500, regions: 400 } as const

/**
 * Fills a migrated database with editorial documents in every stage, written by generated authors, as
 * rows: past triggers and hooks, which would take hours. Texts are short; there are as many as are
 * asked for, at most one for each profession and region.
 */
export async function generateTexts(query: Query, count: number): Promise<void> {
  const { professions, regions } = matrixSize
  await query('SET session_replication_role = replica')
  // VACUUM takes no page for visible to all whose rows are not on disk yet, and plans would be others.
  await query('SET synchronous_commit = on')
  await query(
    `INSERT INTO professions (name, slug) SELECT 'Beruf ' || lpad(n::text, 4, '0'), 'viele-beruf-' || n
     FROM generate_series(1, $1::int) n`,
    [professions],
  )
  await query(
    `INSERT INTO regions (name, slug, kind, ags)
     SELECT 'Ort ' || lpad(n::text, 4, '0'), 'viele-ort-' || n, 'gemeinde',
            lpad((n % 16 + 1)::text, 2, '0') || lpad(n::text, 6, '0')
     FROM generate_series(1, $1::int) n`,
    [regions],
  )
  await query(
    `INSERT INTO users (name, role, email)
     SELECT 'Autorin ' || n, 'author', 'viele-' || n || '@berufsbild.example' FROM generate_series(1, 50) n`,
  )
  await query(
    `CREATE TEMPORARY TABLE many AS
     SELECT gen_random_uuid() AS id, gen_random_uuid() AS version, n, p.id AS profession, r.id AS region,
       u.id AS author, encode(sha256(n::text::bytea), 'hex') AS digest,
       'Überschrift ' || md5(n::text) AS headline,
       (ARRAY['live','live','live','live','live','live','live','live','draft','draft','draft','draft',
              'draft','draft','in_review','in_review','changes_requested','approved','scheduled',
              'archived'])[n % 20 + 1] AS stage,
       n % 20 < 10 AS is_live, now() - (n % 1500) * interval '1 day' AS changed_at
     FROM generate_series(0, $1::int - 1) n
     JOIN (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS at FROM professions
           WHERE slug LIKE 'viele-%') p ON p.at = n / $2::int
     JOIN (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS at FROM regions
           WHERE slug LIKE 'viele-%') r ON r.at = n % $2::int
     JOIN (SELECT id, row_number() OVER (ORDER BY email) - 1 AS at FROM users
           WHERE email LIKE 'viele-%') u ON u.at = n % 50`,
    [count, regions],
  )
  for (const statement of fillings) await query(statement)
  await query('SET session_replication_role = origin')
  for (const table of filled) await query(`VACUUM ANALYZE ${table}`)
  await query('RESET synchronous_commit')
}

const fillings = [
  `INSERT INTO regional_sections (id, profession_id, region_id, headline, intro, author_id, digest,
     updated_at, _status)
   SELECT id, profession, region, headline, 'Eine Einleitung.', author, digest, changed_at,
     CASE WHEN is_live THEN 'published' ELSE 'draft' END::enum_regional_sections_status FROM many`,
  `INSERT INTO _regional_sections_v (id, parent_id, version_profession_id, version_region_id,
     version_headline, version_intro, version_author_id, version_digest, version_updated_at,
     version__status, latest)
   SELECT version, id, profession, region, headline, 'Eine Einleitung.', author, digest, changed_at,
     CASE WHEN is_live THEN 'published' ELSE 'draft' END::enum__regional_sections_v_version_status, true
   FROM many`,
  `INSERT INTO _regional_sections_v_version_sections (_order, _parent_id, kind, heading, _uuid)
   SELECT 1, version, 'aufgaben', 'Was zu tun ist', md5(n::text) FROM many`,
  `INSERT INTO workflow_states (id, document_collection, stage, digest, round, contributors,
     live_digest, live_round, live_published_at)
   SELECT id, 'regional-sections', stage::enum_workflow_states_stage, digest, 1, '[]'::jsonb,
     CASE WHEN is_live THEN digest END, CASE WHEN is_live THEN 1 END,
     CASE WHEN is_live THEN changed_at END FROM many`,
  `INSERT INTO newsroom_texts (document, document_collection, title, profession, region, author, digest,
     changed_at, stage, stage_since, live_at, live_digest, risk, round, due_at, is_planned)
   SELECT id, 'regional-sections', headline, profession, region, author, digest, changed_at, stage,
     changed_at, CASE WHEN is_live THEN changed_at END, CASE WHEN is_live THEN digest END, 'text', 1,
     CASE WHEN n % 7 = 0 THEN now() + (n % 60 - 30) * interval '1 day' END, stage = 'scheduled' FROM many`,
  `INSERT INTO workflow_texts (document, digest, document_collection, content, written_by, written_by_name)
   SELECT id::text, digest, 'regional-sections', jsonb_build_object('headline', headline), author::text,
     'Autorin' FROM many`,
  `INSERT INTO workflow_approvals (document_collection, document, digest, round, approved_by,
     approved_by_name)
   SELECT 'regional-sections', id::text, digest, 1, author::text, 'Autorin' FROM many
   WHERE is_live OR stage IN ('approved', 'scheduled')`,
  `INSERT INTO workflow_plans (document_collection, document, action, due_at, digest, round,
     approvals, planned_by, planned_by_name)
   SELECT 'regional-sections', id::text, 'publish', now() + interval '3 days', digest, 1, '[]', author::text,
     'Autorin' FROM many WHERE stage = 'scheduled'`,
  `INSERT INTO workflow_events (document_collection, document, kind, transition, to_stage, digest, actor,
     actor_name, position, hash, comment)
   SELECT 'regional-sections', id::text, 'workflow',
     CASE stage WHEN 'changes_requested' THEN 'requestChanges' ELSE 'submit' END, stage, digest,
     author::text, 'Autorin', 1, '', 'Bitte kürzer.' FROM many`,
]

const filled = [
  'professions',
  'regions',
  'users',
  'regional_sections',
  '_regional_sections_v',
  '_regional_sections_v_version_sections',
  'workflow_states',
  'newsroom_texts',
  'workflow_texts',
  'workflow_approvals',
  'workflow_plans',
  'workflow_events',
]
