import { portraitHref } from './addresses.ts'
import { documentsOf, everyone, type Audience } from './audience.ts'
import { loadPortraitJobs } from './jobs.ts'
import type { PortraitParts } from './portrait.ts'
import { newValues, type Query, type Row, type Values } from './query.ts'
import type { Neighbour } from './shapes.ts'
import { storedProfession, storedRegion, storedText } from './stored.ts'
import { text } from './values.ts'

/** Which portraits: by the slugs of an address, or by the ids of documents. */
export type PortraitSelection =
  | { addresses: readonly { profession: string; region: string | null }[] }
  | { documents: readonly string[] }

/**
 * The parts of portraits that an audience may see, in a fixed number of statements however many there
 * are. What is not live, or not for this audience, is left out.
 */
export async function loadPortraits(
  query: Query,
  selection: PortraitSelection,
  audience: Audience = everyone,
): Promise<PortraitParts[]> {
  const params = newValues()
  const rows = await query(
    `SELECT d.id, d.profession AS profession_id, d.region AS region_id, d.content,
       p.data AS profession, r.data AS region, f.id AS profile_id, f.content AS profile
     FROM ${chosen(selection, params)}
     JOIN delivery.professions p ON p.id = d.profession
     LEFT JOIN delivery.regions r ON r.id = d.region
     LEFT JOIN delivery.documents f
       ON d.region IS NOT NULL AND f.profession = d.profession AND f.region IS NULL
       AND ${documentsOf(audience, params, 'f')}
     WHERE ${documentsOf(audience, params)}`,
    params.values,
  )
  return completeParts(query, rows, audience)
}

/** Adds what surrounds texts, jobs and neighbours, to rows of a text with its reference data. */
export async function completeParts(
  query: Query,
  rows: readonly Row[],
  audience: Audience,
): Promise<PortraitParts[]> {
  const pairs = rows.map((row) => ({
    profession: text(row.profession_id),
    region: typeof row.region_id === 'string' ? row.region_id : null,
  }))
  const jobs = await loadPortraitJobs(query, pairs, audience)
  const neighbours = await loadNeighbours(query, pairs, audience)
  return rows.map((row, index) => ({
    id: text(row.id),
    profession: storedProfession(row.profession),
    region: row.region === null ? null : storedRegion(row.region),
    text: storedText(row.content),
    profile:
      typeof row.profile_id === 'string'
        ? { id: row.profile_id, text: storedText(row.profile) }
        : null,
    jobs: jobs[index] ?? { items: [], hasMore: false, until: null },
    neighbours: neighbours[index] ?? [],
  }))
}

function chosen(selection: PortraitSelection, { add }: Values): string {
  if ('documents' in selection) {
    return `unnest(${add(selection.documents)}::uuid[]) k(id) JOIN delivery.documents d ON d.id = k.id`
  }
  const professions = add(selection.addresses.map(({ profession }) => profession))
  const regions = add(selection.addresses.map(({ region }) => region ?? ''))
  return `unnest(${professions}::text[], ${regions}::text[]) k(profession, region)
    JOIN delivery.documents d
      ON d.profession_slug = k.profession COLLATE "C" AND d.region_slug = k.region COLLATE "C"`
}

/** The same profession in the regions next door, in the order of the reference data. */
async function loadNeighbours(
  query: Query,
  pairs: readonly { profession: string; region: string | null }[],
  audience: Audience,
): Promise<Neighbour[][]> {
  if (pairs.every(({ region }) => region === null)) return pairs.map(() => [])
  const params = newValues(
    pairs.map(({ profession }) => profession),
    pairs.map(({ region }) => region),
  )
  const rows = await query(
    `SELECT k.pair, d.id, d.profession_slug, n.slug, n.name, d.headline
     FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY k(profession, region, pair)
     JOIN delivery.regions r ON r.id = k.region
     CROSS JOIN LATERAL unnest(r.neighbours) WITH ORDINALITY o(id, place)
     JOIN delivery.regions n ON n.id = o.id
     JOIN delivery.documents d ON d.profession = k.profession AND d.region = n.id
     WHERE ${documentsOf(audience, params)} ORDER BY k.pair, o.place`,
    params.values,
  )
  return pairs.map((_, index) =>
    rows
      .filter((row) => Number(row.pair) === index + 1)
      .map((row) => ({
        id: text(row.id),
        slug: text(row.slug),
        name: text(row.name),
        headline: text(row.headline),
        href: portraitHref(text(row.profession_slug), text(row.slug)),
      })),
  )
}
