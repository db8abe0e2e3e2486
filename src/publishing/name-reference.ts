import { and, desc, eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowEvents as e } from '#database/tables.ts'
import { relationId } from '#model/documents.ts'
import { digestOfReference } from '#read-model/log/statement.ts'
import { readProfession, readRegion } from './hooks.ts'
import { lockDocument } from './locks.ts'
import { rowOfProfession, rowOfRegion } from './reference.ts'

/**
 * Names the state of the profession and the region that a text goes live with; null where there is no such
 * profession. Until the end of the transaction nobody changes them.
 */
export async function nameReference(
  req: PayloadRequest,
  text: Readonly<{ id: string; profession?: unknown; region?: unknown }>,
): Promise<string | null> {
  await lockDocument(await sqlIn(req), text.id)
  const profession = await readProfession(req, relationId(text.profession) ?? '')
  const of = relationId(text.region)
  const region = of === null ? null : await readRegion(req, of)
  if (!profession) return null
  return digestOfReference({
    profession: rowOfProfession(profession).data,
    region: region && rowOfRegion(region).data,
  })
}

/** The same as it is on record of the last publication of a text; null where that is older. */
export async function readNamedReference(req: PayloadRequest, id: string): Promise<string | null> {
  const db = await sqlIn(req)
  const [published] = await db
    .select({ reference: sql<string | null>`${e.data} ->> 'reference'` })
    .from(e)
    .where(and(eq(e.document, id), eq(e.kind, 'workflow'), eq(e.transition, 'publish')))
    .orderBy(desc(e.sequence))
    .limit(1)
  return published?.reference ?? null
}
