import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { forgetRows } from '#database/forget-rows.ts'
import { query } from '#database/query.ts'
import { momentIn, textIn, textOrNull } from '#database/rows.ts'
import { workflowTexts, workflowTextWriters } from '#database/tables.ts'
import { isRecord, type EditorialCollection } from '#model/documents.ts'
import type { Person } from './audit/events.ts'
import { fieldsInDigest } from '#portrait/registry.ts'

/** A text that a document had, under its digest. */
export interface StoredText {
  digest: string
  content: Record<string, unknown>
  writtenBy: Person | null
  writtenAt: string
}

/** Keeps the text of a document under its digest: content of a document at depth 0. */
export async function saveText(
  req: PayloadRequest,
  text: {
    collection: EditorialCollection
    id: string
    digest: string
    document: Readonly<Record<string, unknown>>
    writtenBy: Person | null
  },
): Promise<void> {
  const { collection, id, digest, document, writtenBy } = text
  const content = Object.fromEntries(fieldsInDigest.map((name) => [name, document[name] ?? null]))
  if (writtenBy) {
    await query(
      req,
      sql`INSERT INTO workflow_text_writers (document, digest, person)
          VALUES (${id}, ${digest}, ${writtenBy.id}) ON CONFLICT DO NOTHING`,
    )
  }
  await query(
    req,
    sql`INSERT INTO workflow_texts
          (document, digest, document_collection, content, written_by, written_by_name)
        VALUES (${id}, ${digest}, ${collection}, ${JSON.stringify(content)}::jsonb,
                ${writtenBy?.id ?? null}, ${writtenBy?.name ?? null})
        ON CONFLICT (document, digest) DO UPDATE
          SET written_by = EXCLUDED.written_by, written_by_name = EXCLUDED.written_by_name,
              written_at = clock_timestamp()`,
  )
}

/** Forgets the texts of a document that was deleted, and who wrote them. */
export const forgetTexts = [forgetRows(workflowTexts), forgetRows(workflowTextWriters)]

/** The text that a document had under a digest; undefined where there is none, or not any more. */
export async function readText(
  req: PayloadRequest,
  id: string,
  digest: string,
): Promise<StoredText | undefined> {
  const [row] = await query(
    req,
    sql`SELECT * FROM workflow_texts WHERE document = ${id} AND digest = ${digest}`,
  )
  return row && toText(row)
}

/**
 * The ids of everybody who wrote a text of a document, under any of its digests: nobody is forgotten
 * when somebody else writes the same, or when the text itself is kept no longer.
 */
export async function findWriters(
  req: PayloadRequest,
  id: string,
  digests: readonly string[],
): Promise<string[]> {
  const rows = await query(
    req,
    sql`SELECT DISTINCT person FROM workflow_text_writers
        WHERE document = ${id} AND digest = ANY (${sql.param(digests)})`,
  )
  return rows.map(({ person }) => textIn(person))
}

/** The texts written since one was current, oldest first. */
export async function findTextsSince(
  req: PayloadRequest,
  id: string,
  moment: string,
): Promise<StoredText[]> {
  const rows = await query(
    req,
    sql`SELECT * FROM workflow_texts WHERE document = ${id} AND written_at > ${moment}
        ORDER BY written_at`,
  )
  return rows.map(toText)
}

/**
 * Forgets what nobody asks for any more: texts that are older than a number of days, current for no
 * document, and bound to no approval, plan or link. Gives how many it forgot.
 */
export async function forgetOldTexts(req: PayloadRequest, days: number): Promise<number> {
  const rows = await query(
    req,
    sql`DELETE FROM workflow_texts t
        WHERE written_at < now() - make_interval(days => ${days})
          AND NOT EXISTS (SELECT FROM workflow_states s WHERE s.id::text = t.document
                          AND t.digest IN (s.digest, s.live_digest))
          AND NOT EXISTS (SELECT FROM workflow_approvals a
                          WHERE a.document = t.document AND a.digest = t.digest)
          AND NOT EXISTS (SELECT FROM workflow_plans p
                          WHERE p.document = t.document AND p.digest = t.digest)
          AND NOT EXISTS (SELECT FROM expert_links l
                          WHERE l.document = t.document AND l.digest = t.digest)
        RETURNING digest`,
  )
  return rows.length
}

function toText(row: Record<string, unknown>): StoredText {
  return {
    digest: textIn(row.digest),
    content: isRecord(row.content) ? row.content : {},
    writtenBy:
      typeof row.written_by === 'string'
        ? { id: row.written_by, name: textOrNull(row.written_by_name) ?? '' }
        : null,
    writtenAt: momentIn(row.written_at),
  }
}
