import { eq, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import type { Sql } from '#database/sql.ts'
import { careerProfiles, regionalSections } from '#database/tables.ts'
import { documents } from '#read-model/tables.ts'

const reference = sql`hashtextextended('delivery.reference', 0)`

/**
 * Keeps what portraits show of reference data as it is until the transaction ends: whoever changes that waits,
 * and then sees what this one wrote.
 */
export async function holdReference(db: Sql): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock_shared(${reference})`)
}

/** Waits for its turn to write portraits of one profession, until the transaction ends. */
export async function lockProfession(db: Sql, profession: string): Promise<void> {
  await holdReference(db)
  await db.execute(sql`SELECT pg_advisory_xact_lock(delivery.lock_key(${profession}::uuid))`)
}

/** Waits for its turn to write what portraits of any profession may show. */
export async function lockEverything(db: Sql): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(${reference})`)
}

/**
 * Waits for its turn to write what is live of one document: the profession of its live copy and that
 * of its row in the read model.
 */
export async function lockDocument(db: Sql, id: string): Promise<void> {
  const rows = await union(
    db
      .select({ profession: careerProfiles.professionId })
      .from(careerProfiles)
      .where(eq(careerProfiles.id, id)),
    db
      .select({ profession: regionalSections.professionId })
      .from(regionalSections)
      .where(eq(regionalSections.id, id)),
    db.select({ profession: documents.profession }).from(documents).where(eq(documents.id, id)),
  ).orderBy(sql`1`)
  for (const { profession } of rows) {
    if (profession !== null) await lockProfession(db, profession)
  }
}
