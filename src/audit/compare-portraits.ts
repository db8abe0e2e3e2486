import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { aliasedTable, and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { isRecord } from '#model/documents.ts'
import { firstId } from '#publishing/entries.ts'
import { placeOf } from '#publishing/prerender.ts'
import { shapeVersion } from '#publishing/shape-version.ts'
import { etagOf, plainBodyOf } from '#read-model/body.ts'
import { composePortrait, type PortraitParts } from '#read-model/portrait.ts'
import { loadPortraits } from '#read-model/portraits.ts'
import { documents as d, portraits as p } from '#read-model/tables.ts'
import { isAnswerOf, readLeaves, type Leaf } from './compare-older.ts'
import { differs, sliceOf, type Compare, type Slice } from './slice.ts'
import type { AuditProblem } from './verify.ts'

/**
 * Composes each finished answer from the rows of the read model, as publishing does, and compares it with
 * the one that is there. What is compressed is unpacked for it: the bytes depend on the version of zlib,
 * what they say does not. An answer whose time is over is given to nobody; the worker makes it anew.
 */
export const comparePortraits: Compare = async (req, after, most): Promise<Slice> => {
  const db = await sqlIn(req)
  const ids = await findIds(db, after, most)
  return sliceOf({ ids, most, where: nameOf }, async () => {
    const stored = new Map((await readStored(db, ids)).map((row) => [row.document, row]))
    const shown = new Map(
      (await loadPortraits(db, { documents: ids })).map((each) => [each.id, each]),
    )
    const older = await findOlder(db, ids)
    const leaves = await readLeaves(db, [...older])
    return ids.flatMap((id) =>
      comparePortrait(nameOf(id), stored.get(id), shown.get(id), {
        isOlder: older.has(id),
        leaf: leaves.get(id),
      }),
    )
  })
}

const nameOf = (document: string) => `delivery.portraits ${document}`

function comparePortrait(
  where: string,
  row: Stored | undefined,
  shown: PortraitParts | undefined,
  { isOlder, leaf }: { isOlder: boolean; leaf: Leaf | undefined },
): AuditProblem[] {
  if (!row) return shown && !isOlder ? [{ where, problem: 'The finished answer is missing.' }] : []
  if (!shown) return [{ where, problem: 'There is nothing that everybody may see of it.' }]
  return differs(
    where,
    [
      ...compare(row, shown, { isWhole: !row.isStale && !isOlder }),
      ...(isOlder && !row.isStale ? compareOlderAnswer(row, leaf) : []),
    ],
    'It is not the answer that its text makes',
  )
}

/** The documents of either side, in the order of their ids. */
async function findIds(db: Sql, after: string | null, most: number): Promise<string[]> {
  const next = (table: typeof d | typeof p, id: typeof d.id | typeof p.document) =>
    db
      .select({ id: sql<string>`${id}`.as('id') })
      .from(table)
      .where(gt(id, after ?? firstId))
      .orderBy(asc(id))
      .limit(most)
  const rows = await union(next(d, d.id), next(p, p.document))
    .orderBy(asc(sql`id`))
    .limit(most)
  return rows.map(({ id }) => id)
}

type Stored = Awaited<ReturnType<typeof readStored>>[number]

function readStored(db: Sql, ids: readonly string[]) {
  const { document, profession, professionSlug, region, regionSlug, etag, body, gzip, brotli } = p
  return db
    .select({
      document,
      profession,
      professionSlug,
      region,
      regionSlug,
      etag,
      body,
      gzip,
      brotli,
      until: sql<
        string | null
      >`CASE WHEN isfinite(${p.freshUntil}) THEN ${p.freshUntil} END`.mapWith(p.freshUntil),
      isStale: sql<boolean>`${p.freshUntil} <= now()`,
      isOfTomorrow: sql<boolean>`${p.changedAt} > clock_timestamp()`,
    })
    .from(p)
    .where(isOneOf(p.document, ids))
}

/** Those of which the text, or the nationwide one beside it, lies there in another shape than today's. */
async function findOlder(db: Sql, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const profile = aliasedTable(d, 'profile')
  const rows = await db
    .select({ id: d.id })
    .from(d)
    .leftJoin(profile, and(eq(profile.profession, d.profession), isNull(profile.region)))
    .where(
      and(
        isOneOf(d.id, ids),
        sql`(${d.shape} IS DISTINCT FROM ${shapeVersion}
          OR (${profile.id} IS NOT NULL AND ${profile.shape} IS DISTINCT FROM ${shapeVersion}))`,
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/** The names of the columns that say something else. */
function compare(row: Stored, parts: PortraitParts, { isWhole }: { isWhole: boolean }): string[] {
  const { profession, professionSlug, region, regionSlug } = placeOf(parts)
  const isOther: Record<string, boolean> = {
    profession: row.profession !== profession,
    profession_slug: row.professionSlug !== professionSlug,
    region: row.region !== region,
    region_slug: row.regionSlug !== regionSlug,
    changed_at: row.isOfTomorrow,
  }
  if (isWhole) {
    const { etag, body } = plainBodyOf(composePortrait(parts))
    const bytes = Buffer.from(body)
    isOther.etag = row.etag !== etag
    isOther.body = row.body !== body
    isOther.gzip = !isPacked(bytes, row.gzip, gunzipSync)
    isOther.brotli = !isPacked(bytes, row.brotli, brotliDecompressSync)
    isOther.fresh_until = row.until !== parts.until
  }
  return Object.keys(isOther).filter((name) => isOther[name] === true)
}

/** What can be said of an answer that an older version made: it is one in all its forms, and of what the log names. */
function compareOlderAnswer(row: Stored, leaf: Leaf | undefined): string[] {
  const bytes = Buffer.from(row.body)
  const isOther = {
    etag: row.etag !== etagOf(row.body),
    body: leaf !== undefined && !isAnswerOf(leaf, row.body),
    gzip: !isPacked(bytes, row.gzip, gunzipSync),
    brotli: !isPacked(bytes, row.brotli, brotliDecompressSync),
  }
  return Object.entries(isOther).flatMap(([name, is]) => (is ? [name] : []))
}

/** Says whether something unpacks to these bytes, and holds nothing behind them; no more than that is unpacked. */
function isPacked(
  bytes: Buffer,
  packed: Buffer,
  unpack: typeof gunzipSync | typeof brotliDecompressSync,
): boolean {
  try {
    const unpacked: unknown = unpack(packed, { maxOutputLength: bytes.length + 1, info: true })
    if (!isRecord(unpacked) || !isRecord(unpacked.engine)) return false
    const { buffer, engine } = unpacked
    return Buffer.isBuffer(buffer) && buffer.equals(bytes) && engine.bytesWritten === packed.length
  } catch {
    return false
  }
}
