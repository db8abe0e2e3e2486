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

/** The claim whose time has not run out. Whether it holds is asked of standing-claim.ts. */
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

/** The documents on which there is a claim, whether it holds or not. */
export async function findClaimed(req: PayloadRequest): Promise<string[]> {
  const db = await sqlIn(req)
  const rows = await db.select({ document: claims.document }).from(claims).orderBy(claims.document)
  return rows.map(({ document }) => document)
}

/** Ends the claim on a document, whoever's it is. */
export async function releaseClaim(req: PayloadRequest, document: string): Promise<void> {
  const db = await sqlIn(req)
  await db.delete(claims).where(eq(claims.document, document))
}

/** Ends what somebody says they are reviewing. */
export async function releaseClaimsOf(req: PayloadRequest, person: string): Promise<void> {
  const db = await sqlIn(req)
  await db.delete(claims).where(eq(claims.person, person))
}

export const deleteClaim = deleteRowsOf(claims)
