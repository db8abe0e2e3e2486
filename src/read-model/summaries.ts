import { portraitHref } from './addresses.ts'
import type { Row } from './query.ts'
import type { PortraitSummary } from './shapes.ts'
import { moment, text } from './values.ts'

/** Columns and joins that a summary of a portrait is made of, for documents `d`. */
export const summaryColumns = `d.id, d.profession AS profession_id, d.profession_slug,
  p.name AS profession_name, d.region AS region_id, d.region_slug, r.name AS region_name,
  d.headline, d.intro, d.digest, d.published_at, d.changed_at`
export const summaryTables = `delivery.documents d
  JOIN delivery.professions p ON p.id = d.profession
  LEFT JOIN delivery.regions r ON r.id = d.region`

/** A summary out of the columns above. */
export function toSummary(row: Row): PortraitSummary {
  const slug = text(row.profession_slug)
  const region =
    typeof row.region_id === 'string'
      ? { id: row.region_id, slug: text(row.region_slug), name: text(row.region_name) }
      : null
  return {
    id: text(row.id),
    href: portraitHref(slug, region?.slug ?? null),
    profession: { id: text(row.profession_id), slug, name: text(row.profession_name) },
    region,
    headline: text(row.headline),
    intro: text(row.intro),
    digest: text(row.digest),
    publishedAt: moment(row.published_at),
    changedAt: moment(row.changed_at),
  }
}
