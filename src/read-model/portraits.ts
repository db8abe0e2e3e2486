import { aliasedTable, and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { portraitHref } from './addresses.ts'
import {
  documentsOf,
  everyone,
  narrowingOf,
  valuesOf,
  type Audience,
  type Narrowing,
} from './audience.ts'
import { loadPortraitJobs, pairNumber, pairRows, pairValues, type Pair } from './jobs.ts'
import type { PortraitParts } from './portrait.ts'
import type { Neighbour } from './shapes.ts'
import type { Sql } from './sql.ts'
import { builtOnce } from './statements.ts'
import { storedProfession, storedRegion, storedText } from './stored.ts'
import { documents, professions, regions } from './tables.ts'

/** Which portraits: by the slugs of an address, or by the ids of documents. */
export type PortraitSelection =
  | { addresses: readonly { profession: string; region: string | null }[] }
  | { documents: readonly string[] }

/** A text with its reference data, and the nationwide one beside it, as the read model has them. */
export interface TextRow {
  id: string
  professionId: string
  regionId: string | null
  content: unknown
  profession: unknown
  /** null: nationwide. */
  region: unknown
  profile: { id: string; content: unknown } | null
  /** When something of either text lapses; null: nothing does. */
  lapsesAt: string | null
}

/**
 * The parts of portraits that an audience may see, in a fixed number of statements however many there
 * are. What is not live, or not for this audience, is left out.
 */
export async function loadPortraits(
  db: Sql,
  selection: PortraitSelection,
  audience: Audience = everyone,
): Promise<PortraitParts[]> {
  const by = 'documents' in selection ? 'documents' : 'addresses'
  const rows = await chosenTexts(db, { by, narrowing: narrowingOf(audience) }).execute({
    ...valuesOf(audience),
    ...chosenValues(selection),
  })
  return completeParts(db, rows, audience)
}

/** Adds what surrounds texts, jobs and neighbours, to rows of a text with its reference data. */
export async function completeParts(
  db: Sql,
  rows: readonly TextRow[],
  audience: Audience,
): Promise<PortraitParts[]> {
  const pairs = rows.map(({ professionId, regionId }) => ({
    profession: professionId,
    region: regionId,
  }))
  const jobs = await loadPortraitJobs(db, pairs, audience)
  const neighbours = await loadNeighbours(db, pairs, audience)
  return rows.map(({ id, profession, region, content, profile, lapsesAt }, index) => ({
    id,
    profession: storedProfession(profession),
    region: region === null ? null : storedRegion(region),
    text: storedText(content),
    profile: profile && { id: profile.id, text: storedText(profile.content) },
    jobs: jobs[index] ?? { items: [], hasMore: false, until: null },
    neighbours: neighbours[index] ?? [],
    until: earlierOf(lapsesAt, jobs[index]?.until ?? null),
  }))
}

/** The earlier of two moments in ISO 8601, UTC; null: never. */
function earlierOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

const chosenTexts = builtOnce(
  (db, { by, narrowing }: { by: keyof typeof chosen; narrowing: Narrowing }) => {
    const profile = aliasedTable(documents, 'profile')
    return db
      .select({
        id: documents.id,
        professionId: documents.profession,
        regionId: documents.region,
        content: documents.content,
        profession: professions.data,
        region: regions.data,
        profile: { id: profile.id, content: profile.content },
        // The first moment after the last day, as clocks in Berlin show it.
        lapsesAt: sql<
          string | null
        >`(least(${documents.lapsesAfter}, ${profile.lapsesAfter}) + 1)::timestamp
          AT TIME ZONE 'Europe/Berlin'`.mapWith(documents.changedAt),
      })
      .from(documents)
      .innerJoin(chosen[by].rows, chosen[by].on)
      .innerJoin(professions, eq(professions.id, documents.profession))
      .leftJoin(regions, eq(regions.id, documents.region))
      .leftJoin(
        profile,
        and(
          isNotNull(documents.region),
          eq(profile.profession, documents.profession),
          isNull(profile.region),
          documentsOf(narrowing, profile),
        ),
      )
      .where(documentsOf(narrowing, documents))
      .prepare('')
  },
)

const chosen = {
  documents: {
    rows: sql`unnest(${sql.placeholder('chosenDocuments')}::uuid[]) k(id)`,
    on: sql`${documents.id} = k.id`,
  },
  addresses: {
    rows: sql`unnest(${sql.placeholder('chosenProfessions')}::text[],
      ${sql.placeholder('chosenRegions')}::text[]) k(profession, region)`,
    on: sql`${documents.professionSlug} = k.profession COLLATE "C"
      AND ${documents.regionSlug} = k.region COLLATE "C"`,
  },
}

function chosenValues(selection: PortraitSelection): Record<string, readonly string[]> {
  if ('documents' in selection) return { chosenDocuments: selection.documents }
  return {
    chosenProfessions: selection.addresses.map(({ profession }) => profession),
    chosenRegions: selection.addresses.map(({ region }) => region ?? ''),
  }
}

/** The same profession in the regions next door, in the order of the reference data. */
async function loadNeighbours(
  db: Sql,
  pairs: readonly Pair[],
  audience: Audience,
): Promise<Neighbour[][]> {
  if (pairs.every(({ region }) => region === null)) return pairs.map(() => [])
  const rows = await neighbourRows(db, narrowingOf(audience)).execute({
    ...pairValues(pairs),
    ...valuesOf(audience),
  })
  return pairs.map((_, index) =>
    rows
      .filter(({ pair }) => pair === index + 1)
      .map(({ id, slug, name, headline, professionSlug }) => ({
        id,
        slug,
        name,
        headline,
        href: portraitHref(professionSlug, slug),
      })),
  )
}

const neighbourRows = builtOnce((db, narrowing: Narrowing) => {
  const next = aliasedTable(regions, 'next')
  return db
    .select({
      pair: pairNumber,
      id: documents.id,
      professionSlug: documents.professionSlug,
      slug: next.slug,
      name: next.name,
      headline: documents.headline,
    })
    .from(pairRows)
    .innerJoin(regions, sql`${regions.id} = k.region`)
    .crossJoin(sql`LATERAL unnest(${regions.neighbours}) WITH ORDINALITY o(id, place)`)
    .innerJoin(next, sql`${next.id} = o.id`)
    .innerJoin(
      documents,
      and(sql`${documents.profession} = k.profession`, eq(documents.region, next.id)),
    )
    .where(documentsOf(narrowing, documents))
    .orderBy(asc(pairNumber), sql`o.place`)
    .prepare('')
})
