import { and, eq, gt, sql } from 'drizzle-orm'
import { slugify } from '#model/slug.ts'
import { portraitHref } from '#read-model/addresses.ts'
import {
  narrowingOf,
  sitesHold,
  valuesOf,
  type Audience,
  type Narrowing,
} from '#read-model/audience.ts'
import type { PortraitParts } from '#read-model/portrait.ts'
import { loadPortraits } from '#read-model/portraits.ts'
import type { Portrait } from '#read-model/shapes.ts'
import type { Sql } from '#read-model/sql.ts'
import { builtOnce } from '#read-model/statements.ts'
import { portraits, releases } from '#read-model/tables.ts'
import type { Answer, Encoding } from '../http/answers.ts'
import type { Content } from '../context/context.ts'
import { findBySlug, type Found } from './lookup.ts'
import { gone, notFound, Redirect } from '../http/problems.ts'

/** Slugs of a profession and a region; null: nationwide. */
export interface Address {
  profession: string
  region: string | null
}

const p = portraits
const bodies = { identity: p.body, gzip: p.gzip, br: p.brotli } as const

/** The answer as publishing prerendered it, where it still holds: one read of one row. */
export async function findPrerendered(
  db: Sql,
  { profession, region }: Address,
  options: { encoding: Encoding; isShared: boolean },
): Promise<Answer | undefined> {
  const { encoding, isShared } = options
  const [row] = await prerenderedIn(db, encoding).execute({ profession, region: region ?? '' })
  if (!row) return undefined
  const { etag, body, until, document } = row
  // Another change in the same second would have the same date: until it is over, there is none.
  const dated = Math.floor(Date.parse(row.changedAt) / 1000) * 1000
  const isDated = dated + 1000 <= Date.now()
  return {
    contentType: 'application/json; charset=utf-8',
    etag,
    encoding,
    body: typeof body === 'string' ? toBytes(body) : body,
    lastModified: isDated ? new Date(dated).toUTCString() : null,
    tags: tagsOf({ document, profession: row.profession, region: row.region }),
    until: Math.min(
      until === null ? Infinity : Date.parse(until),
      isDated ? Infinity : dated + 1000,
    ),
    isShared,
  }
}

/** The one statement that has a name in PostgreSQL too, and is planned once a connection. */
const prerenderedIn = builtOnce((db, encoding: Encoding) =>
  db
    .select({
      etag: p.etag,
      body: bodies[encoding],
      document: p.document,
      profession: p.profession,
      region: p.region,
      changedAt: p.changedAt,
      until: sql<string | null>`nullif(${p.freshUntil}, 'infinity')`.mapWith(p.freshUntil),
    })
    .from(p)
    .where(
      and(
        eq(p.professionSlug, sql.placeholder('profession')),
        eq(p.regionSlug, sql.placeholder('region')),
        gt(p.freshUntil, sql`now()`),
      ),
    )
    .prepare(`prerendered portrait, ${encoding}`),
)

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
    ...(parts.until === null ? {} : { until: Date.parse(parts.until) }),
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
  db: Sql,
  audience: Audience,
  asked: Address & { search?: string },
): Promise<PortraitParts> {
  const [found] = await loadPortraits(db, { addresses: [foldAddress(asked)] }, audience)
  if (found) return found
  const nothing = notFound('There is no such portrait, or none that this caller may see.')
  const named = await findNamed(db, audience, asked)
  if (!named) throw nothing
  if (named.movedTo !== null) {
    const [moved] = await loadPortraits(db, { addresses: [named.movedTo] }, audience)
    if (moved) {
      const { profession, region } = named.movedTo
      throw new Redirect(`${portraitHref(profession, region)}${asked.search ?? ''}`)
    }
  }
  if (await wasLive(db, audience, named.profession, named.region)) {
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
  db: Sql,
  audience: Audience,
  asked: Address,
): Promise<{ profession: Found; region: Found | null; movedTo: Address | null } | undefined> {
  const profession = await findBySlug(db, 'professions', asked.profession, audience)
  const region =
    asked.region === null ? null : await findBySlug(db, 'regions', asked.region, audience)
  if (!profession || region === undefined) return undefined
  const isMoved = profession.isFormer || region?.isFormer === true
  const now = { profession: profession.slug, region: region?.slug ?? null }
  return { profession, region, movedTo: isMoved ? now : null }
}

/** Says whether an audience could ever see a portrait that is not live now. */
async function wasLive(
  db: Sql,
  audience: Audience,
  profession: Found,
  region: Found | null,
): Promise<boolean> {
  const rows = await formerReleases(db, narrowingOf(audience)).execute({
    ...valuesOf(audience),
    profession: profession.id,
    region: region?.id ?? null,
  })
  return rows.length > 0
}

const formerReleases = builtOnce((db, narrowing: Narrowing) =>
  db
    .select({ id: releases.id })
    .from(releases)
    .crossJoin(sql`LATERAL (VALUES (${releases.sites}), (${releases.sitesBefore})) d(sites)`)
    .where(
      and(
        sql`${releases.profession} = ${sql.placeholder('profession')}::uuid`,
        sql`${releases.region} IS NOT DISTINCT FROM ${sql.placeholder('region')}::uuid`,
        sitesHold(narrowing, sql`d.sites`),
      ),
    )
    .limit(1)
    .prepare(''),
)
