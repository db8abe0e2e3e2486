import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowComments as comments } from '#database/tables.ts'

/** A thread that is open. */
export interface OpenComment {
  id: string
  by: string
  body: string
  /** It blocks an approval. */
  isBlocking: boolean
  /** The text that it was written on. */
  digest: string
  createdAt: string
}

/** The threads on a document that are open, oldest first. */
export async function findOpenComments(
  req: PayloadRequest,
  document: string,
): Promise<OpenComment[]> {
  const db = await sqlIn(req)
  const { id, authorName: by, body, isBlocking, digest, createdAt } = comments
  return db
    .select({ id, by, body, isBlocking, digest, createdAt })
    .from(comments)
    .where(isOpenOn(document))
    .orderBy(asc(comments.createdAt), asc(comments.id))
}

/** A thread on a document that is neither resolved nor deleted. */
function isOpenOn(document: string): SQL | undefined {
  return and(
    eq(comments.document, document),
    isNull(comments.parent),
    isNull(comments.resolvedAt),
    isNull(comments.deletedAt),
  )
}
