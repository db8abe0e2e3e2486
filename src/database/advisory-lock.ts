import { sql } from 'drizzle-orm'
import type { Sql } from './sql.ts'

/** Waits for a lock of this name and holds it to the end of the transaction. */
export async function holdLock(db: Sql, name: string): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${name}))`)
}
