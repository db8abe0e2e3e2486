import { slugify } from '#model/slug.ts'
import { portraitHref } from '#read-model/addresses.ts'
import { sitesHold, type Audience } from '#read-model/audience.ts'
import type { PortraitParts } from '#read-model/portrait.ts'
import { loadPortraits } from '#read-model/portraits.ts'
import { newValues, type Query } from '#read-model/query.ts'
import type { Portrait } from '#read-model/shapes.ts'
import { text, textOrNull } from '#read-model/values.ts'
import type { Answer, Encoding } from './answers.ts'
import type { Content } from './context.ts'
import type { Database } from './database.ts'
import { findBySlug, type Found } from './lookup.ts'
import { gone, notFound, Redirect } from './problems.ts'

/** The slugs of a portrait's address; no region: the whole country. */
export interface Address {
  profession: string
  region: string | null
}

const columns = { identity: 'body', gzip: 'gzip', br: 'brotli' } as const

/** The answer as publishing finished it, where it still holds: one read of one row. */
export async function findFinished(
  { queryPrepared }: Database,
  { profession, region }: Address,
  encoding: Encoding,
): Promise<Answer | undefined> {
  const [row] = await queryPrepared(
    `finished portrait, ${encoding}`,
    `SELECT etag, ${columns[encoding]} AS body, document, profession, region, changed_at,
       nullif(fresh_until, 'infinity') AS until FROM delivery.portraits
     WHERE profession_slug = $1 AND region_slug = $2 AND fresh_until > now()`,
    [profession, region ?? ''],
  )
  if (!row) return undefined
  const { body, until, changed_at: changedAt } = row
  return {
    contentType: 'application/json; charset=utf-8',
    etag: text(row.etag),
    encoding,
    body: Buffer.isBuffer(body) ? body : Buffer.from(text(body)),
    lastModified: changedAt instanceof Date ? changedAt.toUTCString() : null,
    tags: tagsOf({
      document: text(row.document),
      profession: text(row.profession),
      region: textOrNull(row.region),
    }),
    until: until instanceof Date ? until.getTime() : Infinity,
    isShared: true,
  }
}

/** What a portrait shows, as the tags under which it is forgotten. */
function tagsOf(shown: { document: string; profession: string; region: string | null }): string[] {
  const { document, profession, region } = shown
  return [
    `document:${document}`,
    `profession:${profession}`,
    ...(region === null ? [] : [`region:${region}`]),
    `jobs:${profession}`,
  ]
}

/** A portrait that is composed now, with what is known of its truth. */
export function toContent(parts: PortraitParts, body: unknown): Content {
  return {
    body,
    tags: tagsOf({
      document: parts.id,
      profession: parts.profession.id,
      region: parts.region?.id ?? null,
    }),
    ...(parts.jobs.until === null ? {} : { until: Date.parse(parts.jobs.until) }),
    lastModified: new Date().toUTCString(),
  }
}

/** Only these parts of a portrait; null: all. */
export function pickFields(portrait: Portrait, fields: readonly string[] | null): object {
  if (fields === null) return portrait
  return Object.fromEntries(Object.entries(portrait).filter(([name]) => fields.includes(name)))
}

/**
 * The parts of the portrait at an address, for an audience. Slugs fold (ü → ue).
 *
 * @throws Redirect 308 from a former slug, Problem 410 where it was taken down, 404 otherwise
 */
export async function findPortrait(
  query: Query,
  audience: Audience,
  asked: Address & { search?: string },
): Promise<PortraitParts> {
  const address = {
    profession: slugify(asked.profession),
    region: asked.region === null ? null : slugify(asked.region),
  }
  const [found] = await loadPortraits(query, { addresses: [address] }, audience)
  if (found) return found
  const nothing = notFound('There is no such portrait, or none that this caller may see.')
  const profession = await findBySlug(query, 'professions', asked.profession, audience)
  const region =
    asked.region === null ? null : await findBySlug(query, 'regions', asked.region, audience)
  if (!profession || region === undefined) throw nothing
  if (profession.isFormer || region?.isFormer) {
    const now = { profession: profession.slug, region: region?.slug ?? null }
    const [moved] = await loadPortraits(query, { addresses: [now] }, audience)
    if (moved)
      throw new Redirect(`${portraitHref(now.profession, now.region)}${asked.search ?? ''}`)
  }
  if (await wasLive(query, audience, profession, region)) {
    throw gone('This portrait was taken down.')
  }
  throw nothing
}

/** Says whether an audience could ever see a portrait that is not live now. */
async function wasLive(
  query: Query,
  audience: Audience,
  profession: Found,
  region: Found | null,
): Promise<boolean> {
  const params = newValues(profession.id, region?.id ?? null)
  const rows = await query(
    `SELECT FROM delivery.releases r
     CROSS JOIN LATERAL (VALUES (r.sites), (r.sites_before)) d(sites)
     WHERE r.profession = $1::uuid AND r.region IS NOT DISTINCT FROM $2::uuid
       AND ${sitesHold(audience, params, 'd.sites')} LIMIT 1`,
    params.values,
  )
  return rows.length > 0
}
