import { and, desc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { deleteRowsOf } from '#database/delete-rows.ts'
import { sqlIn } from '#database/sql.ts'
import { expertLinks, expertOpinions } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { parseMoment } from '#model/berlin-time.ts'
import { collectionIn, isUuid, type EditorialCollection } from '#model/documents.ts'
import { ChecksBlock, Conflict, DocumentNotFound, NotAllowed } from '#model/errors.ts'
import { inLanguage } from '#model/text.ts'
import { readAssignment } from '#workflow/facts/assignments.ts'
import { appendEvent } from '#record/events.ts'
import type { Leaver, Person } from '#model/person.ts'
import { lockState } from '#editorial/state.ts'
import { readDocument } from '#editorial/read-document.ts'
import { actsAsEditor } from '#workflow/decide.ts'
import { toDecidingActor } from '#workflow/deciding-actor.ts'
import { signToken } from './token.ts'

/** A link for an expert: one document, one digest, until a date, to be used once. */
export interface ExpertLink {
  id: string
  collection: EditorialCollection
  document: string
  digest: string
  /** For whom it was made, as the editor says it. */
  reader: string | null
  madeBy: Person
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  /** When its text became another one, or was archived. */
  endedAt: string | null
  usedAt: string | null
}

/** What an expert said of a text. It is an opinion, never an approval. */
export interface Opinion {
  id: string
  link: string
  digest: string
  name: string
  opinion: 'agree' | 'object'
  comment: string | null
  at: string
}

interface Target {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}

const defaultDays = 14
const mostDays = 90

/**
 * Makes a link for an expert to the text as it is now. The token is shown this once: it is signed, not
 * stored.
 *
 * @throws NotAllowed 403, DocumentNotFound 404, ChecksBlock 422 naming the field
 */
export async function makeExpertLink(
  options: Target & { reader?: string | undefined; expiresAt?: string | undefined },
): Promise<ExpertLink & { token: string; path: string }> {
  const { req, collection, id, reader } = options
  return inTransaction(req, async () => {
    const { actor } = await requireEditor(options)
    const state = await lockState(req, id)
    if (!state) throw new DocumentNotFound(collection, id)
    if (state.stage === 'archived') {
      throw new Conflict(
        {
          de: 'Dieser Text ist archiviert.',
          en: 'This document is archived.',
        },
        'wrong_state',
      )
    }
    const expiresAt = readExpiry(req, options.expiresAt)
    const db = await sqlIn(req)
    const [row] = await db
      .insert(expertLinks)
      .values({
        documentCollection: collection,
        document: id,
        digest: state.digest,
        reader: reader ?? null,
        madeBy: actor.id,
        madeByName: actor.name,
        expiresAt,
      })
      .returning()
    if (!row) throw new Error('The link was not made.')
    const link = toLink(row)
    await record(req, link, 'makeLink', actor)
    const expires = Math.floor(Date.parse(link.expiresAt) / 1000)
    const token = signToken({ link: link.id, expires }, req.payload.secret)
    return { ...link, token, path: `/api/expert-review/${token}` }
  })
}

/** The links of a document and the opinions that came through them. @throws NotAllowed 403 */
export async function findExpertReview(
  options: Target,
): Promise<{ links: ExpertLink[]; opinions: Opinion[] }> {
  const { req, id } = options
  await readDocument(options)
  const db = await sqlIn(req)
  const links = await db
    .select()
    .from(expertLinks)
    .where(eq(expertLinks.document, id))
    .orderBy(desc(expertLinks.createdAt))
  return { links: links.map(toLink), opinions: await findOpinions(req, id) }
}

/** Takes a link back: from now on it opens nothing. @throws NotAllowed 403, DocumentNotFound 404 */
export async function revokeExpertLink(
  options: Target & { link: string },
): Promise<{ revoked: true }> {
  const { req, id, link: linkId } = options
  return inTransaction(req, async () => {
    const { actor } = await requireEditor(options)
    await lockState(req, id)
    const db = await sqlIn(req)
    const [row] = isUuid(linkId)
      ? await db
          .update(expertLinks)
          .set({ revokedAt: sql`coalesce(${expertLinks.revokedAt}, clock_timestamp())` })
          .where(and(eq(expertLinks.id, linkId), eq(expertLinks.document, id)))
          .returning()
      : []
    if (!row) throw new DocumentNotFound(`links of ${id}`, linkId)
    await record(req, toLink(row), 'revokeLink', actor)
    return { revoked: true }
  })
}

/** Takes back every link that somebody made and nobody has used: who leaves shows no text to anybody any more. */
export async function revokeLinksOf(req: PayloadRequest, leaver: Leaver): Promise<void> {
  const { person, by, isDemoted } = leaver
  const db = await sqlIn(req)
  const rows = await db
    .update(expertLinks)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(isOpenLinkOf(person))
    .returning()
  const why = isDemoted ? 'demoted' : 'left'
  for (const row of rows) await record(req, toLink(row), 'revokeLink', by, { [why]: person })
}

/** The links that somebody made and that still show a text. */
export function isOpenLinkOf(person: string): SQL | undefined {
  return and(
    eq(expertLinks.madeBy, person),
    isNull(expertLinks.usedAt),
    isNull(expertLinks.revokedAt),
    isNull(expertLinks.endedAt),
    gt(expertLinks.expiresAt, sql`clock_timestamp()`),
  )
}

/** A link by its id, locked where somebody is about to use it. */
export async function findLink(
  req: PayloadRequest,
  id: string,
  options: { isLocking: boolean },
): Promise<ExpertLink | undefined> {
  const db = await sqlIn(req)
  const found = db.select().from(expertLinks).where(eq(expertLinks.id, id))
  const [row] = await (options.isLocking ? found.for('update') : found)
  return row && toLink(row)
}

/** The opinions on a document, newest first. */
export async function findOpinions(req: PayloadRequest, document: string): Promise<Opinion[]> {
  const db = await sqlIn(req)
  const { id, link, digest, name, opinion, comment, createdAt } = expertOpinions
  return db
    .select({ id, link, digest, name, opinion, comment, at: createdAt })
    .from(expertOpinions)
    .where(eq(expertOpinions.document, document))
    .orderBy(desc(createdAt))
}

/** In this order: an opinion names its link. */
export const deleteExpertReview = [deleteRowsOf(expertOpinions), deleteRowsOf(expertLinks)]

async function requireEditor(options: Target) {
  const { req, id } = options
  const { actor, working } = await readDocument(options)
  const deciding = await toDecidingActor(req, actor, working, await readAssignment(req, id))
  if (actsAsEditor(deciding)) return { actor }
  throw new NotAllowed({
    de: 'Fachleute fragt die Redaktion in ihren Ressorts, oder die Verwaltung.',
    en: 'Editors ask experts, within their desks, and administrators.',
  })
}

const hasPassed = { de: 'Dieser Zeitpunkt ist vorbei.', en: 'This moment has passed.' }
const isTooFar = {
  de: `Ein Link gilt höchstens ${String(mostDays)} Tage.`,
  en: `A link holds for ${String(mostDays)} days at most.`,
}

function readExpiry(req: PayloadRequest, text: string | undefined): string {
  const day = 86_400_000
  if (text === undefined) return new Date(Date.now() + defaultDays * day).toISOString()
  const moment = parseMoment(text)
  const refuse = (reason: string): never => {
    throw new ChecksBlock(
      {
        de: 'Der Link geht so nicht.',
        en: 'The link cannot be made.',
      },
      [{ path: 'expiresAt', reason }],
    )
  }
  if ('problem' in moment) return refuse(inLanguage(moment.problem, req.i18n.language))
  const left = moment.at.getTime() - Date.now()
  if (left <= 0) return refuse(inLanguage(hasPassed, callerLanguage(req)))
  if (left > mostDays * day) return refuse(inLanguage(isTooFar, callerLanguage(req)))
  return moment.at.toISOString()
}

async function record(
  req: PayloadRequest,
  link: ExpertLink,
  transition: string,
  actor: Person | null,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  await appendEvent(req, {
    kind: 'expert',
    collection: link.collection,
    id: link.document,
    transition,
    digest: link.digest,
    actor: actor && { id: actor.id, name: actor.name },
    data: { link: link.id, reader: link.reader, expiresAt: link.expiresAt, ...more },
  })
}

function toLink(row: typeof expertLinks.$inferSelect): ExpertLink {
  const { documentCollection, madeBy, madeByName, ...link } = row
  return {
    ...link,
    collection: collectionIn(documentCollection),
    madeBy: { id: madeBy, name: madeByName },
  }
}
