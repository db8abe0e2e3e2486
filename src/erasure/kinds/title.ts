import { eq, sql } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { newsroomTexts } from '#database/tables.ts'

/** What a document is called in the newsroom; its collection and id where it is there no more. */
export async function titleOfDocument(
  db: Sql,
  { collection, document }: { collection: string; document: string },
): Promise<string> {
  const [row] = await db
    .select({ title: newsroomTexts.title })
    .from(newsroomTexts)
    .where(eq(sql`${newsroomTexts.document}::text`, document))
  return row?.title ? row.title : `${collection}/${document}`
}
