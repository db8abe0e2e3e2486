import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isRecord, relationId } from '#model/documents.ts'
import type { DocumentData } from './copies.ts'
import { query } from './sql.ts'

/** Marks the files that a live copy shows: from now on sites and their readers may fetch them. */
export async function releaseMedia(req: PayloadRequest, document: DocumentData): Promise<void> {
  const rows = Array.isArray(document.media) ? document.media.filter(isRecord) : []
  for (const row of rows) {
    const id = relationId(row.file)
    if (id === null) continue
    await query(
      req,
      sql`UPDATE media SET released_at = now() WHERE id = ${id} AND released_at IS NULL`,
    )
  }
}
