import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { forgetRows } from '#database/forget-rows.ts'
import { query } from '#database/query.ts'
import { momentIn, momentOrNull, textIn, textOrNull } from '#database/rows.ts'
import { workflowAssignments, workflowClaims } from '#database/tables.ts'
import type { EditorialCollection } from '#model/documents.ts'
import type { Person } from '../audit/events.ts'

/** Who is to write and who is to review a document, as ids, and until when. */
export interface Assignment {
  author: string | null
  reviewer: string | null
  dueAt: string | null
}

/** "I am reviewing this." */
export interface Claim {
  by: Person
  until: string
}

export const nobodyAssigned: Assignment = { author: null, reviewer: null, dueAt: null }

export async function readAssignment(req: PayloadRequest, document: string): Promise<Assignment> {
  const [row] = await query(
    req,
    sql`SELECT * FROM workflow_assignments WHERE document = ${document}`,
  )
  if (!row) return nobodyAssigned
  return {
    author: textOrNull(row.author),
    reviewer: textOrNull(row.reviewer),
    dueAt: momentOrNull(row.due_at),
  }
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
  await query(
    req,
    sql`INSERT INTO workflow_assignments
          (document, document_collection, author, reviewer, due_at, assigned_by)
        VALUES (${document}, ${collection}, ${author}, ${reviewer}, ${dueAt}, ${by})
        ON CONFLICT (document) DO UPDATE SET
          author = EXCLUDED.author, reviewer = EXCLUDED.reviewer, due_at = EXCLUDED.due_at,
          assigned_by = EXCLUDED.assigned_by, assigned_at = clock_timestamp(),
          reminded_at = CASE WHEN workflow_assignments.due_at IS DISTINCT FROM EXCLUDED.due_at
                             THEN NULL ELSE workflow_assignments.reminded_at END`,
  )
}

export const forgetAssignment = forgetRows(workflowAssignments)

/** The claim that holds at this moment. */
export async function readClaim(req: PayloadRequest, document: string): Promise<Claim | null> {
  const now = new Date().toISOString()
  const [row] = await query(
    req,
    sql`SELECT * FROM workflow_claims WHERE document = ${document} AND until > ${now}`,
  )
  if (!row) return null
  return {
    by: { id: textIn(row.person), name: textIn(row.person_name) },
    until: momentIn(row.until),
  }
}

export async function saveClaim(
  req: PayloadRequest,
  options: { collection: EditorialCollection; document: string; claim: Claim },
): Promise<void> {
  const { collection, document, claim } = options
  await query(
    req,
    sql`INSERT INTO workflow_claims (document, document_collection, person, person_name, until)
        VALUES (${document}, ${collection}, ${claim.by.id}, ${claim.by.name}, ${claim.until})
        ON CONFLICT (document) DO UPDATE SET
          person = EXCLUDED.person, person_name = EXCLUDED.person_name, until = EXCLUDED.until`,
  )
}

/** Ends the claim on a document, whoever's it is. */
export async function releaseClaim(req: PayloadRequest, document: string): Promise<void> {
  await query(req, sql`DELETE FROM workflow_claims WHERE document = ${document}`)
}

export const forgetClaim = forgetRows(workflowClaims)
