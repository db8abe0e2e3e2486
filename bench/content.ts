import { prerenderPortraits } from '#publishing/prerender.ts'
import type { Query } from '#support/query.ts'
import { documents } from '#read-model/tables.ts'
import { text } from '#read-model/values.ts'
import type { BenchInstallation } from './installation.ts'

/** The portrait that is measured: regional, with its nationwide text, jobs and neighbours. */
export const measured = { profession: 'pflegefachkraft', region: 'koeln' } as const

/** How many jobs it shows. */
const jobs = 5

/** Gives the portrait its jobs and finishes it as the worker does. Gives the bytes of its answer. */
export async function preparePortrait({ query, db }: BenchInstallation): Promise<string> {
  await query(
    `INSERT INTO job_references (title, url, external_id, hiring_organization, profession_id,
       region_id, city, postal_code, date_posted, valid_through)
     SELECT 'Pflegefachkraft (m/w/d) ' || n, 'https://jobs.example/' || n, 'bench-' || n,
       'Klinikum ' || n, p.id, r.id, r.name, '50667', now() - n * interval '1 hour',
       now() + interval '60 days'
     FROM generate_series(1, $1::int) n, delivery.professions p, delivery.regions r
     WHERE p.slug = $2 AND r.slug = $3`,
    [jobs, measured.profession, measured.region],
  )
  await query(
    `INSERT INTO job_references_employment_type ("order", parent_id, value)
     SELECT 1, id, 'FULL_TIME' FROM job_references WHERE external_id LIKE 'bench-%'`,
  )
  const all = await db.select({ id: documents.id }).from(documents)
  await prerenderPortraits(
    db,
    all.map(({ id }) => id),
  )
  const [portrait] = await query(
    'SELECT body FROM delivery.portraits WHERE profession_slug = $1 AND region_slug = $2',
    [measured.profession, measured.region],
  )
  if (!portrait) throw new Error('The portrait that is to be measured is not live.')
  return text(portrait.body)
}

/** The table that bare node + pg reads: every finished portrait under its address. */
export async function fillBodies(query: Query): Promise<void> {
  await query('CREATE SCHEMA IF NOT EXISTS bench')
  await query('DROP TABLE IF EXISTS bench.bodies')
  await query(
    'CREATE TABLE bench.bodies (address text COLLATE "C" PRIMARY KEY, body text NOT NULL)',
  )
  await query(
    `INSERT INTO bench.bodies
     SELECT '/v1/portraits/' || concat_ws('/', profession_slug, nullif(region_slug, '')), body
     FROM delivery.portraits`,
  )
  await query('VACUUM ANALYZE bench.bodies')
}
