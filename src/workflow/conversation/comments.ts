import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { forgetRows } from '#database/forget-rows.ts'
import { query } from '#database/query.ts'
import { collectionIn, momentIn, momentOrNull, textIn, textOrNull } from '#database/rows.ts'
import { workflowComments } from '#database/tables.ts'
import { isUuid, type EditorialCollection } from '#model/documents.ts'
import type { Person } from '../audit/events.ts'
import type { DocumentData } from '../copies.ts'
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
  const [row] = await query(
    req,
    sql`INSERT INTO workflow_comments
          (document_collection, document, parent, author, author_name, link, body, is_blocking,
           anchor, digest)
        VALUES (${comment.collection}, ${comment.document}, ${comment.parent}, ${comment.author},
                ${comment.authorName}, ${comment.link}, ${comment.body}, ${comment.isBlocking},
                ${JSON.stringify(comment.anchor)}::jsonb, ${comment.digest})
        RETURNING *`,
  )
  return toComment(row ?? {})
}

export const forgetComments = forgetRows(workflowComments)

/** A comment on a document, locked; undefined where there is none, or where it was deleted. */
export async function lockComment(
  req: PayloadRequest,
  document: string,
  id: string,
): Promise<StoredComment | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await query(
    req,
    sql`SELECT * FROM workflow_comments
        WHERE id = ${id} AND document = ${document} AND deleted_at IS NULL FOR UPDATE`,
  )
  return row && toComment(row)
}

export async function saveComment(
  req: PayloadRequest,
  comment: Pick<StoredComment, 'id' | 'body' | 'editedAt' | 'deletedAt' | 'resolved'>,
): Promise<void> {
  const { id, body, editedAt, deletedAt, resolved } = comment
  await query(
    req,
    sql`UPDATE workflow_comments SET
          body = ${body}, edited_at = ${editedAt}, deleted_at = ${deletedAt},
          resolved_at = ${resolved?.at ?? null}, resolved_by = ${resolved?.by.id ?? null},
          resolved_by_name = ${resolved?.by.name ?? null}
        WHERE id = ${id}`,
  )
}

/** The conversation on a document: its threads, oldest first, placed in the text as it is now. */
export async function findThreads(
  req: PayloadRequest,
  working: DocumentData,
): Promise<ThreadView[]> {
  const rows = await query(
    req,
    sql`SELECT * FROM workflow_comments WHERE document = ${working.id} ORDER BY created_at, id`,
  )
  const comments = rows.map(toComment)
  return comments
    .filter(({ parent }) => parent === null)
    .map((root) => ({
      ...toView(root),
      isBlocking: root.isBlocking,
      anchor: root.anchor,
      location: locate(root.anchor, working),
      digest: root.digest,
      resolved: root.resolved,
      replies: comments.filter(({ parent }) => parent === root.id).map(toView),
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
  }
}

function toComment(row: Record<string, unknown>): StoredComment {
  return {
    id: textIn(row.id),
    collection: collectionIn(row.document_collection),
    document: textIn(row.document),
    parent: textOrNull(row.parent),
    author: textOrNull(row.author),
    authorName: textIn(row.author_name),
    link: textOrNull(row.link),
    body: textIn(row.body),
    isBlocking: row.is_blocking === true,
    anchor: readAnchor(row.anchor),
    digest: textIn(row.digest),
    createdAt: momentIn(row.created_at),
    editedAt: momentOrNull(row.edited_at),
    deletedAt: momentOrNull(row.deleted_at),
    resolved:
      row.resolved_at === null
        ? null
        : {
            at: momentIn(row.resolved_at),
            by: { id: textIn(row.resolved_by), name: textOrNull(row.resolved_by_name) ?? '' },
          },
  }
}
