import { presentText } from '#portrait/delivered.ts'
import { jobsHref, portraitHref } from './addresses.ts'
import type { PortraitJobs } from './jobs.ts'
import { jsonLdOf } from './json-ld.ts'
import type {
  DeliveredText,
  Neighbour,
  Portrait,
  Profession,
  Profile,
  Region,
  TextFormat,
} from './shapes.ts'

/** What a portrait is put together from. */
export interface PortraitParts {
  id: string
  profession: Profession
  region: Region | null
  text: DeliveredText
  /** The nationwide text beside a regional one, where it is live and the audience may see it. */
  profile: { id: string; text: DeliveredText } | null
  jobs: PortraitJobs
  /** Until when all of this is true, as long as nobody changes anything; null: for good. */
  until: string | null
  neighbours: readonly Neighbour[]
}

/**
 * Puts a portrait together, its sections in one form or in all. Pure: the same parts give the same
 * portrait, to the byte.
 */
export function composePortrait(
  parts: PortraitParts,
  format: TextFormat | 'all' = 'html',
): Portrait {
  const { id, profession, region, text, profile, jobs, neighbours } = parts
  const title = titleOf(profession, region)
  return {
    id,
    href: portraitHref(profession.slug, region?.slug ?? null),
    profession,
    region,
    title,
    ...textOf(text, format),
    seo: { title: text.seo.title ?? title, description: text.seo.description },
    profile: profile && profileOf(profession, profile, format),
    jobs: {
      items: jobs.items,
      hasMore: jobs.hasMore,
      href: jobsHref(profession.slug, region?.slug ?? null),
    },
    neighbours: [...neighbours],
    jsonLd: jsonLdOf(parts, title),
  }
}

/** The title of a portrait's page, by the house's template. */
export function titleOf(profession: { name: string }, region: { name: string } | null): string {
  return region === null
    ? `Beruf ${profession.name}`
    : `${profession.name} Jobs und Stellenangebote in ${region.name}`
}

function profileOf(
  profession: Profession,
  profile: { id: string; text: DeliveredText },
  format: TextFormat | 'all',
): Profile {
  return {
    id: profile.id,
    href: portraitHref(profession.slug, null),
    ...textOf(profile.text, format),
  }
}

function textOf(text: DeliveredText, format: TextFormat | 'all') {
  const { seo: _, ...shown } = presentText(text, format)
  return { ...shown, receipt: text.receipt }
}
