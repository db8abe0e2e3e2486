import { eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { careerProfiles, regionalSections } from '#database/tables.ts'
import { isRecord, relationId, type EditorialCollection } from '#model/documents.ts'

/**
 * Payload writes a working copy beside the main row, which keeps what it was written with last. Whose the
 * text is and where it was imported from is no part of what readers see: both rows say the same of it at
 * any time, so that nobody is judged by what was true before.
 */
export async function alignBookkeeping(options: {
  collection: EditorialCollection
  id: string
  data: Readonly<Record<string, unknown>>
  req: PayloadRequest
}): Promise<void> {
  const { collection, id, data, req } = options
  const table = collection === 'career-profiles' ? careerProfiles : regionalSections
  const imported = isRecord(data.importedFrom) ? data.importedFrom : {}
  const author = relationId(data.author)
  const [file, sha256, at] = [imported.file, imported.sha256, imported.at].map((value) =>
    typeof value === 'string' ? value : null,
  )
  const db = await sqlIn(req)
  await db
    .update(table)
    .set({
      authorId: author,
      importedFromFile: file ?? null,
      importedFromSha256: sha256 ?? null,
      importedFromAt: at ?? null,
    })
    .where(
      sql`${eq(table.id, id)} AND (${table.authorId}, ${table.importedFromFile},
        ${table.importedFromSha256}, ${table.importedFromAt}) IS DISTINCT FROM
        (${author}::uuid, ${file}::text, ${sha256}::text, ${at}::timestamptz)`,
    )
}
