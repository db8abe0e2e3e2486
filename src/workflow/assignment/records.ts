import { and, eq, gt, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { forgetRows } from '#database/forget-rows.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowAssignments as assignments, workflowClaims as claims } from '#database/tables.ts'
import type { EditorialCollection } from '#model/documents.ts'
import type { Person } from '#model/person.ts'

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
  const db = await sqlIn(req)
  const { author, reviewer, dueAt } = assignments
  const [assignment] = await db
    .select({ author, reviewer, dueAt })
    .from(assignments)
    .where(eq(assignments.document, document))
  return assignment ?? nobodyAssigned
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

export const forgetAssignment = forgetRows(assignments)

/** The claim that holds at this moment. */
export async function readClaim(req: PayloadRequest, document: string): Promise<Claim | null> {
  const db = await sqlIn(req)
  const [claim] = await db
    .select({ by: { id: claims.person, name: claims.personName }, until: claims.until })
    .from(claims)
    .where(and(eq(claims.document, document), gt(claims.until, new Date().toISOString())))
  return claim ?? null
}

export async function saveClaim(
  req: PayloadRequest,
  options: { collection: EditorialCollection; document: string; claim: Claim },
): Promise<void> {
  const { collection, document, claim } = options
  const { by, until } = claim
  const held = { person: by.id, personName: by.name, until }
  const db = await sqlIn(req)
  await db
    .insert(claims)
    .values({ document, documentCollection: collection, ...held })
    .onConflictDoUpdate({ target: claims.document, set: held })
}

/** Ends the claim on a document, whoever's it is. */
export async function releaseClaim(req: PayloadRequest, document: string): Promise<void> {
  const db = await sqlIn(req)
  await db.delete(claims).where(eq(claims.document, document))
}

export const forgetClaim = forgetRows(claims)
