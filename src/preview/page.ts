import type { PayloadRequest } from 'payload'
import * as z from 'zod'
import { berlinDay } from '#model/berlin-time.ts'
import { isUuid, relationId, type EditorialCollection } from '#model/documents.ts'
import { Gone, TokenRefused } from '#model/errors.ts'
import { parseInput } from '#model/input.ts'
import type { BilingualText } from '#model/text.ts'
import { queryIn } from '#publishing/query.ts'
import { leftOn } from '#portrait/lapses.ts'
import { presentText, referencesIn, renderText, type ShownText } from '#portrait/delivered.ts'
import { everyone } from '#read-model/audience.ts'
import { composePortrait } from '#read-model/portrait.ts'
import { completeParts } from '#read-model/portraits.ts'
import { previewSecretOf, readPreviewToken } from '#read-model/preview-token.ts'
import type { DeliveredText, Portrait } from '#read-model/shapes.ts'
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
  const { data } = parseInput(formSchema, options.body ?? {}, 'The request is not a form.')
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
  const [row] = await queryIn(req)(
    `SELECT profession, region, content FROM preview_texts
     WHERE document = $1::uuid AND digest = $2 AND expires_at > now()`,
    [claims.document, claims.digest],
  )
  if (!row || claims.expires * 1000 <= Date.now()) {
    throw new Gone(expired, 'preview_expired')
  }
  const place = { profession: relationId(row.profession), region: relationId(row.region) }
  return composePage(req, place, storedText(row.content))
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
  const query = queryIn(req)
  const rows = await query(
    `SELECT p.id AS profession_id, p.data AS profession, r.id AS region_id, r.data AS region,
       f.id AS profile_id, f.content AS profile
     FROM delivery.professions p
     LEFT JOIN delivery.regions r ON r.id = $2::uuid
     LEFT JOIN delivery.documents f
       ON r.id IS NOT NULL AND f.profession = p.id AND f.region IS NULL AND f.sites = '{}'
     WHERE p.id = $1::uuid`,
    [place.profession, place.region],
  )
  const whole = rows.map((row) => ({ ...row, id: '', content: text }))
  const [parts] = await completeParts(query, whole, everyone)
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

const nothingAround = { profession: null, region: null, profile: null, jobs: [], neighbours: [] }

function idIn(value: unknown): string | null {
  const id = relationId(value)
  return id !== null && isUuid(id) ? id : null
}
