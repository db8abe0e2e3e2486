import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { appendEvent, type Person } from './audit/events.ts'
import { readState } from './records.ts'

/** Forgets what the workflow kept of a document that was deleted. What happened stays on record. */
export async function forgetDocument(
  req: PayloadRequest,
  document: { collection: EditorialCollection; id: string; by: Person | null },
): Promise<void> {
  const { collection, by } = document
  const state = await readState(req, document.id)
  if (!state) return
  const { id } = state
  await appendEvent(req, {
    kind: 'workflow',
    collection,
    id,
    transition: 'delete',
    from: state.stage,
    digest: state.digest,
    actor: by,
  })
  for (const statement of [
    sql`DELETE FROM workflow_comments WHERE document = ${id}`,
    sql`DELETE FROM expert_opinions WHERE document = ${id}`,
    sql`DELETE FROM expert_links WHERE document = ${id}`,
    sql`DELETE FROM workflow_plans WHERE document = ${id}`,
    sql`DELETE FROM workflow_assignments WHERE document = ${id}`,
    sql`DELETE FROM workflow_claims WHERE document = ${id}`,
    sql`DELETE FROM workflow_texts WHERE document = ${id}`,
    sql`DELETE FROM workflow_text_writers WHERE document = ${id}`,
    sql`DELETE FROM workflow_states WHERE id = ${id}`,
  ]) {
    await query(req, statement)
  }
}
