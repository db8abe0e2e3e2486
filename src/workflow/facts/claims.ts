import { and, eq, gt } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { deleteRowsOf } from '#database/delete-rows.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowClaims as claims } from '#database/tables.ts'
import type { EditorialCollection } from '#model/documents.ts'
import type { Person } from '#model/person.ts'

/** "I am reviewing this." */
export interface Claim {
  by: Person
  until: string
}

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

export const deleteClaim = deleteRowsOf(claims)
