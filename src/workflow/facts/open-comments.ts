import { and, asc, count, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowComments as comments } from '#database/tables.ts'
import type { ErrorDetail } from '#model/errors.ts'

/** How many threads on a document are open, and how many of them block its approval. */
export async function countOpenComments(
  req: PayloadRequest,
  document: string,
): Promise<{ total: number; blocking: number }> {
  const db = await sqlIn(req)
  const [counted] = await db
    .select({
      total: count(),
      blocking: sql`count(*) FILTER (WHERE ${comments.isBlocking})`.mapWith(Number),
    })
    .from(comments)
    .where(isOpenOn(document))
  return counted ?? { total: 0, blocking: 0 }
}

/** The comments that block an approval, as the details of its refusal. */
export async function findBlockingComments(
  req: PayloadRequest,
  document: string,
): Promise<ErrorDetail[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select({ id: comments.id, authorName: comments.authorName, body: comments.body })
    .from(comments)
    .where(and(isOpenOn(document), comments.isBlocking))
    .orderBy(asc(comments.createdAt))
  return rows.map(({ id, authorName, body }) => ({
    path: `comments.${id}`,
    reason: `${authorName}: ${body}`,
  }))
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
