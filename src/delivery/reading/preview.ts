import type { Audience } from '#read-model/audience.ts'
import type { PortraitParts } from '#read-model/portrait.ts'
import { completeParts } from '#read-model/portraits.ts'
import { readPreviewToken } from '#read-model/preview-token.ts'
import type { DeliveryContext } from '../context/context.ts'
import { foldAddress, type Address } from './portraits.ts'
import { gone, notFound, Problem } from '../http/problems.ts'

/**
 * The parts of a portrait with a working copy in it, by a token for exactly that copy. What surrounds
 * it is what is live.
 *
 * @throws Problem 403 where the token is not for this address, or not ours, 410 where it has expired
 */
export async function readPreview(
  { database, settings }: DeliveryContext,
  audience: Audience,
  asked: Address,
  token: string,
): Promise<PortraitParts> {
  const claims =
    settings.previewSecret === null ? undefined : readPreviewToken(token, settings.previewSecret)
  if (!claims) throw forbidden('This token is not valid.')
  if (claims.expires * 1000 <= Date.now()) {
    throw gone('This token has expired. Ask for a new one.', 'preview_expired')
  }
  const rows = await database.query(
    `SELECT $1::text AS id, t.profession AS profession_id, t.region AS region_id, t.content,
       p.data AS profession, p.slug AS profession_slug, r.data AS region, r.slug AS region_slug,
       f.id AS profile_id, f.content AS profile
     FROM delivery.preview($1::uuid, $2) t
     JOIN delivery.professions p ON p.id = t.profession
     LEFT JOIN delivery.regions r ON r.id = t.region
     LEFT JOIN delivery.documents f ON t.region IS NOT NULL AND f.profession = t.profession
       AND f.region IS NULL AND f.sites = '{}'`,
    [claims.document, claims.digest],
  )
  const [row] = rows
  if (!row)
    throw gone('The text of this preview is kept no longer. Ask for a new one.', 'preview_expired')
  const { profession, region } = foldAddress(asked)
  if (row.profession_slug !== profession || row.region_slug !== region) {
    throw forbidden('This token is for another portrait.')
  }
  const [parts] = await completeParts(database.query, rows, audience)
  if (!parts) throw notFound('There is no such portrait.')
  return parts
}

function forbidden(detail: string): Problem {
  return new Problem({ status: 403, code: 'preview_refused', title: 'Forbidden', detail })
}
