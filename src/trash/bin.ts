import { desc, eq, lt, or } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { deskCondition, type DeskScope } from '#access/desks.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowTrash as trash } from '#database/tables.ts'
import { collectionIn, isRecord, isUuid, type EditorialCollection } from '#model/documents.ts'
import type { Person } from '#model/person.ts'

/** A text that was deleted and can be brought back. Moments are ISO 8601 in UTC. */
export interface TrashedText {
  id: string
  collection: EditorialCollection
  title: string
  digest: string
  profession: string | null
  region: string | null
  author: string | null
  deletedBy: Person | null
  deletedAt: string
  /** When it is gone for good. */
  expiresAt: string
}

/** The same with all that it takes to bring it back. */
export interface TrashedWhole extends TrashedText {
  round: number
  contributors: string[]
  /** What the working copy was, without Payload's bookkeeping. */
  content: Record<string, unknown>
}

export async function insertTrashed(
  req: PayloadRequest,
  text: Omit<TrashedWhole, 'deletedAt'>,
): Promise<void> {
  const { id, collection, deletedBy, ...kept } = text
  const db = await sqlIn(req)
  await db.insert(trash).values({
    ...kept,
    document: id,
    documentCollection: collection,
    deletedBy: deletedBy?.id ?? null,
    deletedByName: deletedBy?.name ?? null,
  })
}

/** Says whether a document lies in the trash. */
export async function isTrashed(req: PayloadRequest, id: string): Promise<boolean> {
  const db = await sqlIn(req)
  const rows = await db.select({ id: trash.document }).from(trash).where(eq(trash.document, id))
  return rows.length > 0
}

/** Takes a text out of the trash, locked; undefined where it is not there. */
export async function lockTrashed(
  req: PayloadRequest,
  id: string,
): Promise<TrashedWhole | undefined> {
  if (!isUuid(id)) return undefined
  const db = await sqlIn(req)
  const [row] = await db.select().from(trash).where(eq(trash.document, id)).for('update')
  return row && toWhole(row)
}

/** What lies in the trash of some desks, and what is a person's own; newest first. */
export async function findTrashed(
  req: PayloadRequest,
  of: { scope: DeskScope; person: string; limit: number },
): Promise<TrashedText[]> {
  const { scope, person, limit } = of
  const covered = deskCondition(scope, trash)
  const db = await sqlIn(req)
  const rows = await db
    .select()
    .from(trash)
    .where(covered && or(covered, eq(trash.author, person)))
    .orderBy(desc(trash.deletedAt), desc(trash.document))
    .limit(limit)
  return rows.map((row) => {
    const { round: _, contributors: __, content: ___, ...text } = toWhole(row)
    return text
  })
}

/** The ids of some texts whose time in the trash is over. */
export async function findExpired(req: PayloadRequest, now: Date): Promise<string[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select({ id: trash.document })
    .from(trash)
    .where(lt(trash.expiresAt, now.toISOString()))
    .limit(100)
  return rows.map(({ id }) => id)
}

export async function deleteTrashed(req: PayloadRequest, id: string): Promise<void> {
  const db = await sqlIn(req)
  await db.delete(trash).where(eq(trash.document, id))
}

function toWhole(row: typeof trash.$inferSelect): TrashedWhole {
  const { document, documentCollection, deletedBy, deletedByName, content, ...kept } = row
  return {
    ...kept,
    id: document,
    collection: collectionIn(documentCollection),
    deletedBy: deletedBy === null ? null : { id: deletedBy, name: deletedByName ?? '' },
    content: isRecord(content) ? content : {},
  }
}
