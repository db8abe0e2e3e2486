import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { textIn } from '#database/rows.ts'
import type { ErrorDetail } from '#model/errors.ts'

/** How many threads on a document are open, and how many of them block its approval. */
export async function countOpenComments(
  req: PayloadRequest,
  document: string,
): Promise<{ total: number; blocking: number }> {
  const [row] = await query(
    req,
    sql`SELECT count(*)::int AS total, (count(*) FILTER (WHERE is_blocking))::int AS blocking
        FROM workflow_comments
        WHERE document = ${document} AND parent IS NULL
          AND resolved_at IS NULL AND deleted_at IS NULL`,
  )
  return { total: Number(row?.total ?? 0), blocking: Number(row?.blocking ?? 0) }
}

/** The comments that block an approval, as the details of its refusal. */
export async function findBlockingComments(
  req: PayloadRequest,
  document: string,
): Promise<ErrorDetail[]> {
  const rows = await query(
    req,
    sql`SELECT id, author_name, body FROM workflow_comments
        WHERE document = ${document} AND is_blocking AND parent IS NULL
          AND resolved_at IS NULL AND deleted_at IS NULL
        ORDER BY created_at`,
  )
  return rows.map((row) => ({
    path: `comments.${textIn(row.id)}`,
    reason: `${textIn(row.author_name)}: ${textIn(row.body)}`,
  }))
}
