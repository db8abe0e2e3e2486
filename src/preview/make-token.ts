import { eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import * as z from 'zod'
import { callerLanguage } from '#access/answer.ts'
import { sqlIn } from '#database/sql.ts'
import { previewTexts, professions, regions } from '#database/tables.ts'
import { berlinDay, nextBerlinTime } from '#model/berlin-time.ts'
import { relationId, type EditorialCollection } from '#model/documents.ts'
import { ChecksBlock } from '#model/errors.ts'
import { parseInput } from '#model/input.ts'
import { inLanguage } from '#model/text.ts'
import { referencesIn, renderText } from '#portrait/delivered.ts'
import { lastDayAsOn } from '#portrait/lapses.ts'
import { portraitHref } from '#read-model/addresses.ts'
import { previewSecretOf, signPreviewToken } from '#read-model/preview-token.ts'
import { digestOfCopy, type EditorialDocument } from '#editorial/copies.ts'
import { readReferred } from '#publishing/deliver.ts'
import { readDocument } from '#editorial/read-document.ts'
import { leftToday } from './page.ts'
import { draftReceipt } from './receipt.ts'

const day = 86_400
const requestSchema = z.strictObject({
  /** Seconds for which the token holds. */
  expiresIn: z
    .number()
    .int()
    .min(60)
    .max(14 * day)
    .default(day),
})

const withoutProfession = {
  de: 'Der Text gehört noch zu keinem Beruf.',
  en: 'The text belongs to no profession yet.',
}

interface Preview {
  token: string
  digest: string
  expiresAt: string
  /** Path on the delivery plane that gives the text to a site. */
  href: string
  /** Path on the authoring plane that shows the text to a person. */
  page: string
}

/** When something of a text lapses, in milliseconds: a link must not show it for longer. */
function lapsesAt(document: EditorialDocument, now: Date): number {
  const last = lastDayAsOn(berlinDay(now), document)
  return last === null ? Infinity : nextBerlinTime(new Date(`${last}T12:00:00Z`), 0).getTime()
}

/**
 * Makes a token for the working copy as it is now, for whoever may read it. It is good for this text of
 * this document and no other; a text that is written later needs another one.
 *
 * @throws InvalidRequest 400, NotSignedIn 401, NotAllowed 403, DocumentNotFound 404, ChecksBlock 422
 */
export async function makePreview(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
  body: unknown
}): Promise<Preview> {
  const { req } = options
  const body = options.body ?? {}
  const { expiresIn } = parseInput(
    requestSchema,
    body,
    'This is not a valid request for a preview.',
  )
  const { working } = await readDocument(options)
  const profession = relationId(working.profession)
  const region = relationId(working.region)
  const db = await sqlIn(req)
  const [address] =
    profession === null
      ? []
      : await db
          .select({ profession: professions.slug, region: regions.slug })
          .from(professions)
          .leftJoin(regions, eq(regions.id, sql`${region}::uuid`))
          .where(eq(professions.id, profession))
  if (profession === null || !address) {
    throw new ChecksBlock(
      {
        de: 'Eine Vorschau braucht eine Adresse.',
        en: 'A preview needs an address.',
      },
      [{ path: 'profession', reason: inLanguage(withoutProfession, callerLanguage(req)) }],
    )
  }
  const now = new Date()
  const expires = Math.floor(
    Math.min(now.getTime() + expiresIn * 1000, lapsesAt(working, now)) / 1000,
  )
  // Of the text that was read: its state may be that of a newer one by now.
  const digest = digestOfCopy(working)
  const moment = now.toISOString()
  const shown = leftToday(working)
  const content = {
    ...renderText(shown, await readReferred(req, referencesIn(shown))),
    receipt: draftReceipt({ digest, moment }),
  }
  const expiresAt = new Date(expires * 1000).toISOString()
  await db
    .insert(previewTexts)
    .values({ document: working.id, digest, profession, region, content, expiresAt })
    .onConflictDoUpdate({
      target: [previewTexts.document, previewTexts.digest],
      set: {
        profession,
        region,
        content,
        expiresAt: sql`greatest(${previewTexts.expiresAt}, excluded.expires_at)`,
      },
    })
  const secret = previewSecretOf(req.payload.config.secret)
  const token = signPreviewToken({ document: working.id, digest, expires }, secret)
  const path = portraitHref(address.profession, address.region)
  return {
    token,
    digest,
    expiresAt: new Date(expires * 1000).toISOString(),
    href: `${path}?preview=${token}`,
    page: `/preview?token=${token}`,
  }
}
