import { eq } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { providerLinks as links, users } from '#database/tables.ts'

/** Ends what was allowed for an address: links to a password, and the word that lets the account be joined. */
export async function endLinks(db: Sql, person: string): Promise<void> {
  await db
    .update(users)
    .set({ resetPasswordToken: null, resetPasswordExpiration: null })
    .where(eq(users.id, person))
  await db.delete(links).where(eq(links.person, person))
}
