import { and, desc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { Forget } from '#database/delete-rows.ts'
import { sqlIn } from '#database/sql.ts'
import { previewTexts, previewTokens as tokens } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { readDocument } from '#editorial/read-document.ts'
import { lockState } from '#editorial/state.ts'
import { isUuid, type EditorialCollection } from '#model/documents.ts'
import { DocumentNotFound, NotAllowed } from '#model/errors.ts'
import type { Leaver, Person } from '#model/person.ts'
import { appendEvent, type AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'
import { mayActAsEditor } from '#workflow/acting-editor.ts'
import { readAssignment } from '#workflow/facts/assignments.ts'

/** A token that opens a text of a document to whoever holds it. The token itself is kept nowhere. */
export interface PreviewToken {
  id: string
  madeBy: Person
  madeAt: string
  expiresAt: string
  /** Of the text that it shows. */
  digest: string
  /** The page that it opens, on the delivery plane, without the token. */
  href: string
}

interface Target {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}

/**
 * The tokens of a document that still open something, newest first, to whoever may read it. Those of
 * before tokens were listed are missing.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404
 */
export async function listPreviews(options: Target): Promise<PreviewToken[]> {
  const { req } = options
  const { state } = await readDocument(options)
  const db = await sqlIn(req)
  const { id, madeBy, madeByName, createdAt, expiresAt, digest, href } = tokens
  return db
    .select({
      id,
      madeBy: { id: madeBy, name: madeByName },
      madeAt: createdAt,
      expiresAt,
      digest,
      href,
    })
    .from(tokens)
    .where(and(eq(tokens.document, state.id), isOpen()))
    .orderBy(desc(createdAt), desc(id))
}

/**
 * Ends one token of a document: who made it does, whoever may act on the document as an editor, and the
 * administration.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404
 */
export async function revokePreview(options: Target & { preview: string }): Promise<void> {
  const { req, preview } = options
  await inTransaction(req, async () => {
    // The document first, then its tokens: as everybody does who locks both.
    await lockState(req, options.id)
    const { actor, state, working } = await readDocument(options)
    const db = await sqlIn(req)
    const which = and(eq(tokens.id, preview), eq(tokens.document, state.id), isOpen())
    const [token] = isUuid(preview) ? await db.select().from(tokens).where(which).for('update') : []
    if (!token) throw new DocumentNotFound('previews', preview)
    const isOwn = token.madeBy === actor.id
    const assignment = await readAssignment(req, state.id)
    if (!isOwn && !(await mayActAsEditor(req, actor.id, working, assignment))) {
      throw new NotAllowed({
        de: 'Eine Vorschau beendet, wer sie gemacht hat, die Redaktion des Ressorts oder die Verwaltung.',
        en: 'A preview is ended by who made it, by editors of the desk or by the administration.',
      })
    }
    await endTokens(req, eq(tokens.id, token.id))
    await appendEvent(req, {
      kind: 'preview',
      collection: state.collection,
      id: state.id,
      transition: 'revokePreview',
      digest: token.digest,
      actor: { id: actor.id, name: actor.name },
      data: { preview: token.id, of: { id: token.madeBy } },
    })
  })
}

/** Who leaves takes their tokens along. */
export async function endPreviewsOf(req: PayloadRequest, { person }: Leaver): Promise<void> {
  await endTokens(req, eq(tokens.madeBy, person))
}

/** What is archived is shown to nobody outside any more. */
export const endPreviews: Subscriber = { name: 'previews', handle: endPreviewsAfter }

async function endPreviewsAfter(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, transition, id } = event
  if (kind === 'workflow' && transition === 'archive') {
    await endTokens(req, eq(tokens.document, id))
    await forgetTexts(req, id)
  }
}

/** Nothing of a document that is deleted is shown any more. */
export const deletePreviews: Forget = async (req, id) => {
  const db = await sqlIn(req)
  await db.delete(tokens).where(eq(tokens.document, id))
  await forgetTexts(req, id)
}

async function endTokens(req: PayloadRequest, which: SQL): Promise<void> {
  const db = await sqlIn(req)
  await db
    .update(tokens)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(which, isNull(tokens.revokedAt)))
}

/** Without its text no token opens anything, those of before tokens were rows neither. */
async function forgetTexts(req: PayloadRequest, document: string): Promise<void> {
  const db = await sqlIn(req)
  await db.delete(previewTexts).where(eq(previewTexts.document, document))
}

function isOpen(): SQL | undefined {
  return and(isNull(tokens.revokedAt), gt(tokens.expiresAt, sql`now()`))
}
