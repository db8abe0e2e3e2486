import { bodyOf } from '#read-model/body.ts'
import { composePortrait, type PortraitParts } from '#read-model/portrait.ts'
import { loadPortraits } from '#read-model/portraits.ts'
import type { Query } from '#read-model/query.ts'

/**
 * Writes the finished answers of documents: whole, as gzip and as Brotli, so that no request has to
 * make them. What is not for everyone has none. The caller holds the lock of the profession.
 */
export async function finishPortraits(query: Query, documents: readonly string[]): Promise<void> {
  const portraits = await loadPortraits(query, { documents })
  const shown = new Set(portraits.map(({ id }) => id))
  const hidden = documents.filter((id) => !shown.has(id))
  if (hidden.length > 0) {
    await query('DELETE FROM delivery.portraits WHERE document = ANY ($1::uuid[])', [hidden])
  }
  for (const parts of portraits) await write(query, parts)
}

async function write(query: Query, parts: PortraitParts): Promise<void> {
  const { etag, body, gzip, brotli } = bodyOf(composePortrait(parts))
  await query(
    `INSERT INTO delivery.portraits AS p
       (profession_slug, region_slug, document, profession, region, etag, body, gzip, brotli,
        changed_at, fresh_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp(), $10::timestamptz)
     ON CONFLICT (document) DO UPDATE SET
       profession_slug = EXCLUDED.profession_slug, region_slug = EXCLUDED.region_slug,
       profession = EXCLUDED.profession, region = EXCLUDED.region, etag = EXCLUDED.etag,
       body = EXCLUDED.body, gzip = EXCLUDED.gzip, brotli = EXCLUDED.brotli,
       changed_at = CASE WHEN p.etag = EXCLUDED.etag THEN p.changed_at ELSE EXCLUDED.changed_at END,
       fresh_until = EXCLUDED.fresh_until`,
    [
      parts.profession.slug,
      parts.region?.slug ?? '',
      parts.id,
      parts.profession.id,
      parts.region?.id ?? null,
      etag,
      body,
      gzip,
      brotli,
      parts.jobs.until ?? 'infinity',
    ],
  )
}
