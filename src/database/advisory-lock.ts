import { sql } from 'drizzle-orm'
import type { Sql } from './sql.ts'

/** Waits for a lock of this name and holds it to the end of the transaction. */
export async function holdLock(db: Sql, name: string): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${name}))`)
}

/** The same beside others who share it: only whoever holds it alone waits, or is waited for. */
export async function shareLock(db: Sql, name: string): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock_shared(hashtext(${name}))`)
}
