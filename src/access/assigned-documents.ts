import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowAssignments } from '#database/tables.ts'

/** The ids of the documents that are assigned to a person, to write or to review. */
export async function findAssignedDocuments(
  req: PayloadRequest,
  person: string,
  as: 'author' | 'reviewer',
): Promise<string[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select({ document: workflowAssignments.document })
    .from(workflowAssignments)
    .where(eq(workflowAssignments[as], person))
  return rows.map(({ document }) => document)
}
