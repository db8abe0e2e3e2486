import { eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { askedLanguage } from '#access/answer.ts'
import { sqlIn } from '#database/sql.ts'
import { users, type notifications } from '#database/tables.ts'
import { isEditorialCollection } from '#model/documents.ts'
import { knownLanguage, type Language } from '#model/text.ts'
import { readFacts } from './facts.ts'
import { isNotificationKind, type NotificationKind } from './kinds.ts'
import type { Notification } from './wording.ts'

/** A row of `notifications`, as plain data. */
export function toNotification(row: typeof notifications.$inferSelect): Notification {
  const { document, actorName } = row
  return {
    kind: kindIn(row.kind),
    collection: row.documentCollection,
    document,
    actorName,
    facts: readFacts(row.data),
    at: row.createdAt,
  }
}

/** The kind that a row of `notifications` says. */
export function kindIn(kind: string): NotificationKind {
  if (!isNotificationKind(kind)) throw new Error(`Unknown kind in notifications: ${kind}`)
  return kind
}

/** The language that a person has chosen; German for whoever has not. */
export function languageOf(chosen: unknown): Language {
  return knownLanguage(chosen, 'de')
}

/** The language that a caller asks for, or else the one that they have chosen for good. */
export async function readerLanguage(req: PayloadRequest, person: string): Promise<Language> {
  return askedLanguage(req) ?? (await readLanguage(req, person))
}

/** The language that a person is told in. */
async function readLanguage(req: PayloadRequest, person: string): Promise<Language> {
  const db = await sqlIn(req)
  const [row] = await db
    .select({ language: users.language })
    .from(users)
    .where(eq(sql`${users.id}::text`, person))
  return languageOf(row?.language)
}

/** What is looked at to say whether somebody may still see a notification. */
type Place = Pick<Notification, 'kind' | 'collection' | 'document'>

/**
 * Says which of these notifications the request's person may still see: those on documents that they
 * may read. What is about no document stays with whom it was told; so does that a document was deleted,
 * which nobody can read any more.
 */
export async function findReadable(
  req: PayloadRequest,
  all: readonly Place[],
): Promise<(told: Place) => boolean> {
  const readable = new Set<string>()
  const asked = all.filter(({ kind }) => kind !== 'deleted')
  for (const collection of new Set(asked.map((told) => told.collection))) {
    if (!isEditorialCollection(collection)) continue
    const ids = asked.filter((told) => told.collection === collection).map((told) => told.document)
    const { docs } = await req.payload.find({
      collection,
      where: { id: { in: [...new Set(ids)] } },
      draft: true,
      depth: 0,
      select: {},
      pagination: false,
      overrideAccess: false,
      // Whoever may read nothing of a collection reads none of its documents; it is no fault.
      disableErrors: true,
      req,
    })
    for (const { id } of docs) readable.add(id)
  }
  return ({ kind, collection, document }) =>
    kind === 'deleted' || !isEditorialCollection(collection) || readable.has(document)
}
