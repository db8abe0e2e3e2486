import { asc, eq, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { deleteRowsOf } from '#database/delete-rows.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowAssignments as assignments } from '#database/tables.ts'
import type { EditorialCollection } from '#model/documents.ts'

/** Who is to write and who is to review a document, as ids, and until when. */
export interface Assignment {
  author: string | null
  reviewer: string | null
  dueAt: string | null
}

export const nobodyAssigned: Assignment = { author: null, reviewer: null, dueAt: null }

export async function readAssignment(req: PayloadRequest, document: string): Promise<Assignment> {
  const db = await sqlIn(req)
  const { author, reviewer, dueAt } = assignments
  const [assignment] = await db
    .select({ author, reviewer, dueAt })
    .from(assignments)
    .where(eq(assignments.document, document))
  return assignment ?? nobodyAssigned
}

/** The documents that somebody is to write or to review. */
export async function findAssignedTo(req: PayloadRequest, person: string): Promise<string[]> {
  const db = await sqlIn(req)
  const { document, author, reviewer } = assignments
  const rows = await db
    .select({ document })
    .from(assignments)
    .where(or(eq(author, person), eq(reviewer, person)))
    .orderBy(asc(document))
  return rows.map((row) => row.document)
}

/** Writes an assignment. A new date is reminded of anew. */
export async function saveAssignment(
  req: PayloadRequest,
  options: {
    collection: EditorialCollection
    document: string
    assignment: Assignment
    by: string
  },
): Promise<void> {
  const { collection, document, assignment, by } = options
  const { author, reviewer, dueAt } = assignment
  const change = { author, reviewer, dueAt, assignedBy: by }
  const db = await sqlIn(req)
  await db
    .insert(assignments)
    .values({ document, documentCollection: collection, ...change })
    .onConflictDoUpdate({
      target: assignments.document,
      set: {
        ...change,
        assignedAt: sql`clock_timestamp()`,
        remindedAt: sql`CASE WHEN ${assignments.dueAt} IS DISTINCT FROM excluded.due_at
                             THEN NULL ELSE ${assignments.remindedAt} END`,
      },
    })
}

/** Changes an assignment without anybody's assigning anew: whoever did so last stays. */
export async function changeAssignment(
  req: PayloadRequest,
  document: string,
  { author, reviewer, dueAt }: Assignment,
): Promise<void> {
  const db = await sqlIn(req)
  await db
    .update(assignments)
    .set({ author, reviewer, dueAt })
    .where(eq(assignments.document, document))
}

export const deleteAssignment = deleteRowsOf(assignments)
