import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { endLinks } from '../held/end-links.ts'
import { resetFactors } from './remove.ts'

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
