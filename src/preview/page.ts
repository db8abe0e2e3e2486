import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import * as z from 'zod'
import { sqlIn, type Sql } from '#database/sql.ts'
import type { previewTexts } from '#database/tables.ts'
import { berlinDay } from '#model/berlin-time.ts'
import { isUuid, relationId, type EditorialCollection } from '#model/documents.ts'
import { Gone, TokenRefused } from '#model/errors.ts'
import { parseInput } from '#model/input.ts'
import type { BilingualText } from '#model/text.ts'
import { leftOn } from '#portrait/lapses.ts'
import { presentText, referencesIn, renderText, type ShownText } from '#portrait/delivered.ts'
import { everyone } from '#read-model/audience.ts'
import { composePortrait } from '#read-model/portrait.ts'
import { completeParts } from '#read-model/portraits.ts'
import { previewSecretOf, readPreviewToken } from '#read-model/preview-token.ts'
import type { DeliveredText, Portrait } from '#read-model/shapes.ts'
import { documents, professions, regions } from '#read-model/tables.ts'
import { storedText } from '#read-model/stored.ts'
import { readReferred } from '#publishing/deliver.ts'
import { readDocument } from '#editorial/read-document.ts'
import { draftReceipt } from './receipt.ts'

/** What a site would show of a text, and of what is live around it. */
export interface PreviewPage {
  /** The title of the page, by the house's template. */
  title: string
  /** The text itself, sections as HTML. */
  text: ShownText
  profession: string | null
  region: string | null
  /** Headline of the nationwide text beside a regional one, where that is live. */
  profile: string | null
  neighbours: Portrait['neighbours']
  jobs: Portrait['jobs']['items']
}

const expired: BilingualText = {
  de: 'Diese Vorschau ist abgelaufen. Bitten Sie um einen neuen Link.',
  en: 'This preview has expired. Ask for a new link.',
}

interface Place {
  profession: string | null
  region: string | null
}

/**
 * The working copy as a site would show it, for whoever may read it.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404
 */
export async function readWorkingPage(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}): Promise<PreviewPage> {
  const { working } = await readDocument(options)
  return renderPage(options.req, leftToday(working))
}

const formSchema = z.strictObject({ data: z.record(z.string(), z.unknown()) })

/**
 * The text of a form that is not saved yet, as a site would show it, for whoever may read the document.
 * Nothing of it is kept.
 *
 * @throws InvalidRequest 400, NotSignedIn 401, NotAllowed 403, DocumentNotFound 404
 */
export async function renderForm(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
  body: unknown
}): Promise<PreviewPage> {
  await readDocument(options)
  const { data } = parseInput(formSchema, options.body ?? {}, 'This is not a valid form.')
  return renderPage(options.req, leftToday(data))
}

/**
 * The text that a token is bound to, for whoever holds the token.
 *
 * @throws TokenRefused 404 for a token that this house has not signed, Gone 410 when it has expired
 */
export async function readTokenPage(req: PayloadRequest, token: string): Promise<PreviewPage> {
  const claims = readPreviewToken(token, previewSecretOf(req.payload.config.secret))
  if (!claims) throw new TokenRefused()
  const db = await sqlIn(req)
  const { document, digest, id } = claims
  // The same function that the delivery plane asks: what ends there ends here.
  const [row] = await db
    .select({
      profession: sql<string>`t.profession`,
      region: sql<string | null>`t.region`,
      content: sql<typeof previewTexts.$inferSelect.content>`t.content`,
    })
    .from(sql`delivery.preview(${document}::uuid, ${digest}, ${id}::uuid) t`)
  if (!row || claims.expires * 1000 <= Date.now()) {
    throw new Gone(expired, 'preview_expired')
  }
  return composePage(req, row, storedText(row.content))
}

/** What of a text a site would show today. */
export function leftToday(document: Readonly<Record<string, unknown>>) {
  return leftOn(berlinDay(new Date()), document)
}

/** A text at depth 0 as a site would show it, with what is live around it. Whether it may be read is asked before. */
export async function renderPage(
  req: PayloadRequest,
  document: Readonly<Record<string, unknown>>,
): Promise<PreviewPage> {
  const referred = await readReferred(req, referencesIn(document))
  const text = {
    ...renderText(document, referred),
    receipt: draftReceipt({ digest: '', moment: new Date().toISOString() }),
  }
  const place = { profession: idIn(document.profession), region: idIn(document.region) }
  return composePage(req, place, text)
}

/** Puts what is live around a text: reference data, jobs, neighbours, the nationwide text. */
async function composePage(
  req: PayloadRequest,
  place: Place,
  text: DeliveredText,
): Promise<PreviewPage> {
  const db = await sqlIn(req)
  const rows = await textsAround(db, place)
  const whole = rows.map((row) => ({ ...row, id: '', content: text, lapsesAt: null }))
  const [parts] = await completeParts(db, whole, everyone)
  const page = { ...nothingAround, title: text.headline, text: presentText(text, 'html') }
  if (!parts) return page
  const portrait = composePortrait(parts)
  return {
    ...page,
    title: portrait.title,
    profession: portrait.profession.name,
    region: portrait.region?.name ?? null,
    profile: portrait.profile?.headline ?? null,
    jobs: portrait.jobs.items,
    neighbours: portrait.neighbours,
  }
}

/** The reference data of a place, with the nationwide text beside a regional one. */
async function textsAround(db: Sql, { profession, region }: Place) {
  if (profession === null) return []
  return db
    .select({
      professionId: professions.id,
      profession: professions.data,
      regionId: regions.id,
      region: regions.data,
      profile: { id: documents.id, content: documents.content },
    })
    .from(professions)
    .leftJoin(regions, region === null ? sql`false` : eq(regions.id, region))
    .leftJoin(
      documents,
      and(
        isNotNull(regions.id),
        eq(documents.profession, professions.id),
        isNull(documents.region),
        eq(documents.sites, []),
      ),
    )
    .where(eq(professions.id, profession))
}

const nothingAround = { profession: null, region: null, profile: null, jobs: [], neighbours: [] }

function idIn(value: unknown): string | null {
  const id = relationId(value)
  return id !== null && isUuid(id) ? id : null
}
