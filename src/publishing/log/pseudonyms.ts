import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { pseudonymKeys } from '#database/tables.ts'

/** Who somebody is in receipts: the same for the same person, and told to nobody whose it is. */
export type PseudonymOf = (person: string) => string

/**
 * The pseudonyms of this installation. Their key lies in the database, so that people keep theirs over another
 * secret: a receipt is bound, and is composed again whenever it is compared.
 *
 * @throws Error where the start has put no key there
 */
export async function readPseudonyms(req: PayloadRequest): Promise<PseudonymOf> {
  const db = await sqlIn(req)
  const [row] = await db.select({ key: pseudonymKeys.key }).from(pseudonymKeys)
  if (!row) throw new Error('The database has no key for pseudonyms. Start the product: npm start.')
  return (person) => createHmac('sha256', row.key).update(person).digest('base64url').slice(0, 22)
}

/**
 * The key that an installation begins with.
 *
 * @param secret Payload's, as it is kept in the process (`payload.secret`)
 */
export function firstPseudonymKey(secret: string): Buffer {
  return createHmac('sha256', secret).update('people in receipts').digest()
}
