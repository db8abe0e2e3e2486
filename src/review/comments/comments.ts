import { and, asc, eq, isNull } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { deleteRowsOf } from '#database/delete-rows.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowComments as comments } from '#database/tables.ts'
import { collectionIn, isUuid, type EditorialCollection } from '#model/documents.ts'
import type { Person } from '#model/person.ts'
import type { EditorialDocument } from '#editorial/copies.ts'
import { locate, type Anchor, type Location } from './anchor.ts'
import { readAnchor } from './request.ts'

/** One comment as it is stored. */
export interface StoredComment {
  id: string
  collection: EditorialCollection
  document: string
  parent: string | null
  /** Null for an expert who came through a link: they have a name only. */
  author: string | null
  authorName: string
  link: string | null
  body: string
  isBlocking: boolean
  anchor: Anchor
  digest: string
  createdAt: string
  editedAt: string | null
  deletedAt: string | null
  /** The event by which two people emptied it. */
  redaction: string | null
  resolved: { at: string; by: Person } | null
}

/** A comment as the API tells it; `location` says where it stands in the text as it is now. */
export interface CommentView {
  id: string
  author: { id: string | null; name: string; isExpert: boolean }
  body: string
  createdAt: string
  editedAt: string | null
  isDeleted: boolean
  /** Two people had it emptied: that it was there is all that is left. */
  isRedacted: boolean
}

export interface ThreadView extends CommentView {
  isBlocking: boolean
  anchor: Anchor
  location: Location
  digest: string
  resolved: { at: string; by: Person } | null
  replies: CommentView[]
}

/** Writes a comment and gives it back. */
export async function insertComment(
  req: PayloadRequest,
  comment: Pick<
    StoredComment,
    | 'collection'
    | 'document'
    | 'parent'
    | 'author'
    | 'authorName'
    | 'link'
    | 'body'
    | 'isBlocking'
    | 'anchor'
    | 'digest'
  >,
): Promise<StoredComment> {
  const { collection, ...written } = comment
  const db = await sqlIn(req)
  const [row] = await db
    .insert(comments)
    .values({ documentCollection: collection, ...written })
    .returning()
  if (!row) throw new Error('The comment was not written.')
  return toComment(row)
}

export const deleteComments = deleteRowsOf(comments)

/** A comment on a document, locked; undefined where there is none, or where it was deleted. */
export async function lockComment(
  req: PayloadRequest,
  document: string,
  id: string,
): Promise<StoredComment | undefined> {
  if (!isUuid(id)) return undefined
  const db = await sqlIn(req)
  const [row] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.document, document), isNull(comments.deletedAt)))
    .for('update')
  return row && toComment(row)
}

export async function saveComment(
  req: PayloadRequest,
  comment: Pick<StoredComment, 'id' | 'body' | 'editedAt' | 'deletedAt' | 'resolved'>,
): Promise<void> {
  const { id, body, editedAt, deletedAt, resolved } = comment
  const db = await sqlIn(req)
  await db
    .update(comments)
    .set({
      body,
      // What was emptied and is written anew says something again.
      ...(body === '' ? {} : { redaction: null }),
      editedAt,
      deletedAt,
      resolvedAt: resolved?.at ?? null,
      resolvedBy: resolved?.by.id ?? null,
      resolvedByName: resolved?.by.name ?? null,
    })
    .where(eq(comments.id, id))
}

/** The conversation on a document: its threads, oldest first, placed in the text as it is now. */
export async function findThreads(
  req: PayloadRequest,
  working: EditorialDocument,
): Promise<ThreadView[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select()
    .from(comments)
    .where(eq(comments.document, working.id))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  const all = rows.map(toComment)
  return all
    .filter(({ parent }) => parent === null)
    .map((root) => ({
      ...toView(root),
      isBlocking: root.isBlocking,
      anchor: root.anchor,
      location: locate(root.anchor, working),
      digest: root.digest,
      resolved: root.resolved,
      replies: all.filter(({ parent }) => parent === root.id).map(toView),
    }))
    .filter((thread) => !thread.isDeleted || thread.replies.some((reply) => !reply.isDeleted))
}

function toView(comment: StoredComment): CommentView {
  const { id, author, authorName, link, createdAt, editedAt, deletedAt } = comment
  const isDeleted = deletedAt !== null
  return {
    id,
    author: { id: author, name: authorName, isExpert: link !== null },
    body: isDeleted ? '' : comment.body,
    createdAt,
    editedAt,
    isDeleted,
    isRedacted: comment.redaction !== null,
  }
}

function toComment(row: typeof comments.$inferSelect): StoredComment {
  const { documentCollection, anchor, resolvedAt, resolvedBy, resolvedByName, ...comment } = row
  return {
    ...comment,
    collection: collectionIn(documentCollection),
    anchor: readAnchor(anchor),
    resolved:
      resolvedAt === null
        ? null
        : { at: resolvedAt, by: { id: resolvedBy ?? '', name: resolvedByName ?? '' } },
  }
}
