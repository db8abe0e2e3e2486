import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { providerLinks as links, users } from '#database/tables.ts'
import { resetFactors } from './second-factor/remove.ts'

/** Ends what was allowed for an address: links to a password, and the word that lets the account be joined. */
export async function endLinks(db: Sql, person: string): Promise<void> {
  await db
    .update(users)
    .set({ resetPasswordToken: null, resetPasswordExpiration: null })
    .where(eq(users.id, person))
  await db.delete(links).where(eq(links.person, person))
}

/**
 * Ends every way into an account that was there: sessions, links, second factors, and the password, in whose
 * place is one that nobody knows. For an account that somebody gets by another way from now on.
 *
 * @throws DocumentNotFound 404
 */
export async function endWaysIn(req: PayloadRequest, person: string): Promise<void> {
  await resetFactors(req, person)
  const db = await sqlIn(req)
  await endLinks(db, person)
  await db
    .update(users)
    .set({ hash: randomBytes(512).toString('hex'), salt: randomBytes(32).toString('hex') })
    .where(eq(users.id, person))
}
