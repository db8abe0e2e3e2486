import { slugify } from '#model/slug.ts'
import { portraitHref } from '#read-model/addresses.ts'
import { sitesHold, type Audience } from '#read-model/audience.ts'
import type { PortraitParts } from '#read-model/portrait.ts'
import { loadPortraits } from '#read-model/portraits.ts'
import { newValues, type Query } from '#read-model/query.ts'
import type { Portrait } from '#read-model/shapes.ts'
import { text, textOrNull } from '#read-model/values.ts'
import type { Answer, Encoding } from '../http/answers.ts'
import type { Content } from '../context/context.ts'
import type { Database } from '../context/database.ts'
import { findBySlug, type Found } from './lookup.ts'
import { gone, notFound, Redirect } from '../http/problems.ts'

/** Slugs of a profession and a region; null: nationwide. */
export interface Address {
  profession: string
  region: string | null
}

const columns = { identity: 'body', gzip: 'gzip', br: 'brotli' } as const

/** The answer as publishing finished it, where it still holds: one read of one row. */
export async function findFinished(
  { queryPrepared }: Database,
  { profession, region }: Address,
  options: { encoding: Encoding; isShared: boolean },
): Promise<Answer | undefined> {
  const { encoding, isShared } = options
  const [row] = await queryPrepared(
    `finished portrait, ${encoding}`,
    `SELECT etag, ${columns[encoding]} AS body, document, profession, region, changed_at,
       nullif(fresh_until, 'infinity') AS until FROM delivery.portraits
     WHERE profession_slug = $1 AND region_slug = $2 AND fresh_until > now()`,
    [profession, region ?? ''],
  )
  if (!row) return undefined
  const { body, until, changed_at: changedAt } = row
  // Another change in the same second would have the same date: until it is over, there is none.
  const dated = changedAt instanceof Date ? Math.floor(changedAt.getTime() / 1000) * 1000 : Infinity
  const isDated = dated + 1000 <= Date.now()
  return {
    contentType: 'application/json; charset=utf-8',
    etag: text(row.etag),
    encoding,
    body: Buffer.isBuffer(body) ? body : toBytes(text(body)),
    lastModified: isDated ? new Date(dated).toUTCString() : null,
    tags: tagsOf({
      document: text(row.document),
      profession: text(row.profession),
      region: textOrNull(row.region),
    }),
    until: Math.min(
      until instanceof Date ? until.getTime() : Infinity,
      isDated ? Infinity : dated + 1000,
    ),
    isShared,
  }
}

/** Where a text is written before its length is known: counting first takes as long as writing. */
const scratch = Buffer.alloc(256 * 1024)

/** A text as UTF-8. */
function toBytes(written: string): Buffer {
  if (written.length * 3 > scratch.length) return Buffer.from(written)
  return Buffer.from(scratch.subarray(0, scratch.write(written)))
}

/** What a portrait shows, as the tags under which it is forgotten. */
export function tagsOf(shown: {
  document: string
  profession: string
  region: string | null
}): string[] {
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
  const [found] = await loadPortraits(query, { addresses: [foldAddress(asked)] }, audience)
  if (found) return found
  const nothing = notFound('There is no such portrait, or none that this caller may see.')
  const named = await findNamed(query, audience, asked)
  if (!named) throw nothing
  if (named.movedTo !== null) {
    const [moved] = await loadPortraits(query, { addresses: [named.movedTo] }, audience)
    if (moved) {
      const { profession, region } = named.movedTo
      throw new Redirect(`${portraitHref(profession, region)}${asked.search ?? ''}`)
    }
  }
  if (await wasLive(query, audience, named.profession, named.region)) {
    throw gone('This portrait was taken down.')
  }
  throw nothing
}

/** An address in the form that slugs have. */
export function foldAddress({ profession, region }: Address): Address {
  return { profession: slugify(profession), region: region === null ? null : slugify(region) }
}

/**
 * What an address names, also by former slugs, and where that is now; undefined where it names nothing
 * that an audience may see.
 */
export async function findNamed(
  query: Query,
  audience: Audience,
  asked: Address,
): Promise<{ profession: Found; region: Found | null; movedTo: Address | null } | undefined> {
  const profession = await findBySlug(query, 'professions', asked.profession, audience)
  const region =
    asked.region === null ? null : await findBySlug(query, 'regions', asked.region, audience)
  if (!profession || region === undefined) return undefined
  const isMoved = profession.isFormer || region?.isFormer === true
  const now = { profession: profession.slug, region: region?.slug ?? null }
  return { profession, region, movedTo: isMoved ? now : null }
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
