import { sql } from 'drizzle-orm'
import { isOneOf } from '#database/is-one-of.ts'
import type { Sql } from '#database/sql.ts'
import { excluded } from '#database/upsert.ts'
import { bodyOf } from '#read-model/body.ts'
import { composePortrait, type PortraitParts } from '#read-model/portrait.ts'
import { loadPortraits } from '#read-model/portraits.ts'
import { portraits as p } from '#read-model/tables.ts'

/**
 * Prerenders the answers of documents: whole, as gzip and as Brotli, so that no request has to
 * make them. What is not for everyone has none. The caller holds the lock of the profession.
 */
export async function prerenderPortraits(db: Sql, documents: readonly string[]): Promise<void> {
  const portraits = await loadPortraits(db, { documents })
  const shown = new Set(portraits.map(({ id }) => id))
  const hidden = documents.filter((id) => !shown.has(id))
  if (hidden.length > 0) await db.delete(p).where(isOneOf(p.document, hidden))
  for (const parts of portraits) await write(db, parts)
}

async function write(db: Sql, parts: PortraitParts): Promise<void> {
  await db
    .insert(p)
    .values({
      ...bodyOf(composePortrait(parts)),
      ...placeOf(parts),
      changedAt: sql`clock_timestamp()`,
      freshUntil: parts.until ?? 'infinity',
    })
    .onConflictDoUpdate({
      target: p.document,
      set: {
        ...excluded(p, ['professionSlug', 'regionSlug', 'profession', 'region', 'etag']),
        ...excluded(p, ['body', 'gzip', 'brotli', 'freshUntil']),
        changedAt: sql`CASE WHEN ${p.etag} = excluded.etag THEN ${p.changedAt} ELSE excluded.changed_at END`,
      },
    })
}

/** Whose answer it is, and under which address it lies there. */
export function placeOf({ id, profession, region }: PortraitParts) {
  return {
    document: id,
    profession: profession.id,
    professionSlug: profession.slug,
    region: region?.id ?? null,
    regionSlug: region?.slug ?? '',
  }
}
