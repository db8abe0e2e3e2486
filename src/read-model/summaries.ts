import { eq } from 'drizzle-orm'
import { portraitHref } from './addresses.ts'
import type { PortraitSummary } from './shapes.ts'
import type { Sql } from './sql.ts'
import { documents, professions, regions } from './tables.ts'

/** Documents with what a summary of a portrait is made of; what calls it says which. */
export function selectSummaries(db: Sql) {
  return db
    .select({
      id: documents.id,
      professionId: documents.profession,
      professionSlug: documents.professionSlug,
      professionName: professions.name,
      regionSlug: documents.regionSlug,
      region: { id: regions.id, name: regions.name },
      headline: documents.headline,
      intro: documents.intro,
      digest: documents.digest,
      publishedAt: documents.publishedAt,
      changedAt: documents.changedAt,
    })
    .from(documents)
    .innerJoin(professions, eq(professions.id, documents.profession))
    .leftJoin(regions, eq(regions.id, documents.region))
}

type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number]

/** A summary out of the columns above. */
export function toSummary(row: SummaryRow): PortraitSummary {
  const { id, headline, intro, digest, publishedAt, changedAt } = row
  const { professionSlug: slug, regionSlug } = row
  const region = row.region && { id: row.region.id, slug: regionSlug, name: row.region.name }
  return {
    id,
    href: portraitHref(slug, region?.slug ?? null),
    profession: { id: row.professionId, slug, name: row.professionName },
    region,
    headline,
    intro,
    digest,
    publishedAt,
    changedAt,
  }
}
