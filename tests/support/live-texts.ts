import { randomUUID } from 'node:crypto'
import { sectionContent } from './factories.ts'
import type { Product, SignedIn } from './product.ts'

interface Entry {
  id: string
  slug: string
}

/** Texts of one profession that are live: nationwide, and in regions of its own. */
export interface LiveTexts {
  profession: Entry
  regions: Entry[]
  /** Ids of the sections, in the order of the regions. */
  sections: string[]
}

type People = Record<'author' | 'editor' | 'reviewer', SignedIn>

/** Publishes a profile and sections in so many regions, and puts two jobs into each region. */
export async function makeLiveTexts(
  product: Product,
  people: People,
  options: { regions: number; sites?: readonly string[] },
): Promise<LiveTexts> {
  const { payload } = product
  const mark = randomUUID().slice(0, 8)
  const profession = await payload.create({
    collection: 'professions',
    data: { name: `Beruf ${mark}`, slug: '' },
    overrideAccess: true,
  })
  const profile = await write(product, people.author, 'career-profiles', {
    profession: profession.id,
  })
  await publishAll(product, people, 'career-profiles', [profile])
  const regions: Entry[] = []
  const sections: string[] = []
  for (let index = 0; index < options.regions; index += 1) {
    const region = await payload.create({
      collection: 'regions',
      data: { name: `Ort ${mark} ${String(index).padStart(3, '0')}`, slug: '', kind: 'gemeinde' },
      overrideAccess: true,
    })
    regions.push(region)
    sections.push(
      await write(product, people.author, 'regional-sections', {
        profession: profession.id,
        region: region.id,
      }),
    )
  }
  if (options.sites) {
    for (const id of sections) {
      await product.call('PATCH', `/regional-sections/${id}`, {
        ...people.editor,
        body: { sites: options.sites },
      })
    }
  }
  await publishAll(product, people, 'regional-sections', sections)
  await addJobs(product, profession, regions)
  return { profession, regions, sections }
}

/**
 * Fills a list up, quickly: copies of the first section in so many regions more, with jobs, straight
 * in the read model. No workflow knows of them.
 */
export async function addCopies(
  product: Product,
  { profession, regions: [original], sections: [section] }: LiveTexts,
  count: number,
): Promise<void> {
  const { sql } = product
  const { rows } = await sql.query<Entry>(
    `INSERT INTO regions (name, slug, kind)
     SELECT 'Kopie ' || n, $1 || '-' || n, 'gemeinde' FROM generate_series(1, $2::int) n
     RETURNING id, slug`,
    [original?.slug, count],
  )
  const values = [rows.map(({ id }) => id), rows.map(({ slug }) => slug)]
  await sql.query(
    `INSERT INTO delivery.regions
     SELECT (json_populate_record(r, json_build_object('id', k.id, 'slug', k.slug, 'within', ARRAY[k.id],
       'data', r.data::jsonb || jsonb_build_object('id', k.id, 'slug', k.slug)))).*
     FROM delivery.regions r, unnest($2::uuid[], $3::text[]) k(id, slug) WHERE r.id = $1`,
    [original?.id, ...values],
  )
  await sql.query(
    `INSERT INTO delivery.documents
     SELECT (json_populate_record(d, json_build_object('id', gen_random_uuid(), 'region', k.id,
       'region_slug', k.slug))).*
     FROM delivery.documents d, unnest($2::uuid[], $3::text[]) k(id, slug) WHERE d.id = $1`,
    [section, ...values],
  )
  await addJobs(product, profession, rows)
}

async function addJobs(
  { sql }: Product,
  profession: Entry,
  regions: readonly Entry[],
): Promise<void> {
  await sql.query(
    `INSERT INTO job_references (title, url, external_id, hiring_organization, profession_id,
       region_id, city, date_posted, valid_through)
     SELECT 'Stelle ' || n, 'https://jobs.example/' || r || n, r::text || n, 'Betrieb', $1, r, 'Ort',
       now() - n * interval '1 hour', now() + interval '1 day'
     FROM unnest($2::uuid[]) r, generate_series(1, 2) n`,
    [profession.id, regions.map(({ id }) => id)],
  )
}

async function write(
  product: Product,
  author: SignedIn,
  collection: string,
  pair: Record<string, string>,
): Promise<string> {
  const answer = await product.call('POST', `/${collection}`, {
    ...author,
    body: { ...sectionContent(), ...pair },
  })
  if (answer.status !== 201) throw new Error(`The text was not written: ${answer.text}`)
  return String(answer.get('doc.id'))
}

export async function publishAll(
  product: Product,
  { author, reviewer }: People,
  collection: string,
  ids: readonly string[],
): Promise<void> {
  for (const [person, transition] of [
    [author, 'submit'],
    [reviewer, 'approve'],
    [reviewer, 'publish'],
  ] as const) {
    const answer = await product.call('POST', `/${collection}/transitions`, {
      ...person,
      body: { ids, transition },
    })
    if (answer.get('done') !== ids.length) throw new Error(`${transition}: ${answer.text}`)
  }
}
