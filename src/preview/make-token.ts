import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import * as z from 'zod'
import { callerLanguage } from '#access/answer.ts'
import { sqlIn } from '#database/sql.ts'
import { previewTexts, previewTokens, professions, regions } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { berlinDay, nextBerlinTime } from '#model/berlin-time.ts'
import { relationId, type EditorialCollection } from '#model/documents.ts'
import { ChecksBlock, Conflict } from '#model/errors.ts'
import { parseInput } from '#model/input.ts'
import { inLanguage } from '#model/text.ts'
import { referencesIn, renderText } from '#portrait/delivered.ts'
import { lastDayAsOn } from '#portrait/lapses.ts'
import { portraitHref } from '#read-model/addresses.ts'
import { previewSecretOf, signPreviewToken } from '#read-model/preview-token.ts'
import { digestOfCopy, type EditorialDocument } from '#editorial/copies.ts'
import { appendEvent } from '#record/events.ts'
import { readReferred } from '#publishing/deliver.ts'
import { readDocument } from '#editorial/read-document.ts'
import { lockState } from '#editorial/state.ts'
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
  /** By which it can be revoked. */
  id: string
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
 * this document and no other; a text that is written later needs another one. It can be revoked.
 *
 * @throws InvalidRequest 400, NotSignedIn 401, NotAllowed 403, DocumentNotFound 404, Conflict 409 (archived),
 *   ChecksBlock 422
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
  return inTransaction(req, async () => {
    // Whoever archives it meanwhile waits, and finds this token.
    const locked = await lockState(req, options.id)
    const { actor, state, working } = await readDocument(options)
    if (locked?.stage === 'archived') {
      throw new Conflict(
        {
          de: 'Dieser Text ist archiviert und wird niemandem mehr gezeigt.',
          en: 'This document is archived, and shown to nobody any more.',
        },
        'archived',
      )
    }
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
    const href = portraitHref(address.profession, address.region)
    const by = { id: actor.id, name: actor.name }
    const { collection } = state
    const id = randomUUID()
    await db.insert(previewTokens).values({
      id,
      document: working.id,
      documentCollection: collection,
      digest,
      href,
      madeBy: by.id,
      madeByName: by.name,
      expiresAt,
    })
    await appendEvent(req, {
      kind: 'preview',
      collection,
      id: working.id,
      transition: 'makePreview',
      digest,
      actor: by,
      data: { preview: id, expiresAt },
    })
    const secret = previewSecretOf(req.payload.config.secret)
    const token = signPreviewToken({ document: working.id, digest, expires, id }, secret)
    return {
      id,
      token,
      digest,
      expiresAt,
      href: `${href}?preview=${token}`,
      page: `/preview?token=${token}`,
    }
  })
}
