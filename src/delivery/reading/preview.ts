import { aliasedTable, and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Audience } from '#read-model/audience.ts'
import type { PortraitParts } from '#read-model/portrait.ts'
import { completeParts } from '#read-model/portraits.ts'
import { readPreviewToken } from '#read-model/preview-token.ts'
import { builtOnce } from '#read-model/statements.ts'
import { documents, professions, regions } from '#read-model/tables.ts'
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
  const { document, digest, id } = claims
  const [row] = await previewedTexts(database.sql, null).execute({ document, digest, id })
  if (!row) throw gone('This token has been ended. Ask for a new one.', 'preview_expired')
  const { profession, region } = foldAddress(asked)
  if (row.professionSlug !== profession || row.regionSlug !== region) {
    throw forbidden('This token is for another portrait.')
  }
  const [parts] = await completeParts(
    database.sql,
    [{ ...row, id: document, lapsesAt: null }],
    audience,
  )
  if (!parts) throw notFound('There is no such portrait.')
  return parts
}

const previewedTexts = builtOnce((db) => {
  const profile = aliasedTable(documents, 'profile')
  return db
    .select({
      professionId: professions.id,
      regionId: regions.id,
      content: sql`t.content`,
      profession: professions.data,
      professionSlug: professions.slug,
      region: regions.data,
      regionSlug: regions.slug,
      profile: { id: profile.id, content: profile.content },
    })
    .from(
      sql`delivery.preview(${sql.placeholder('document')}::uuid, ${sql.placeholder('digest')},
        ${sql.placeholder('id')}::uuid) t`,
    )
    .innerJoin(professions, sql`${professions.id} = t.profession`)
    .leftJoin(regions, sql`${regions.id} = t.region`)
    .leftJoin(
      profile,
      and(
        isNotNull(regions.id),
        eq(profile.profession, professions.id),
        isNull(profile.region),
        eq(profile.sites, []),
      ),
    )
    .prepare('')
})

function forbidden(detail: string): Problem {
  return new Problem({ status: 403, code: 'preview_refused', title: 'Forbidden', detail })
}
