import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'

/** Who somebody is in receipts: the same for the same person, and told to nobody whose it is. */
export type PseudonymOf = (person: string) => string

/**
 * Who these people are in receipts of this installation. The database says it (`log_people`), by a key that lies
 * there, so that people keep theirs over another secret, and that no server reads: a receipt is bound, and is
 * composed again whenever it is compared.
 *
 * @param people ids, as signatures name who gave them
 * @throws Error where the start has put no key there; the function that is given, for whoever is none of `people`
 */
export async function readPseudonyms(
  req: PayloadRequest,
  people: readonly string[],
): Promise<PseudonymOf> {
  const known = new Map<string, string>()
  if (people.length > 0) {
    const db = await sqlIn(req)
    const rows = await db
      .select({ person: sql<string>`person`, pseudonym: sql<string | null>`pseudonym` })
      .from(sql`log_people(${sql.param([...new Set(people)])}::text[])`)
    for (const { person, pseudonym } of rows) {
      if (pseudonym === null) throw new Error(noKey)
      known.set(person, pseudonym)
    }
  }
  return (person) => {
    const pseudonym = known.get(person)
    if (pseudonym === undefined) throw new Error(`Nobody asked who ${person} is in receipts.`)
    return pseudonym
  }
}

const noKey = 'The database has no key for pseudonyms. Start the product: npm start.'

/**
 * The key that an installation begins with.
 *
 * @param secret Payload's, as it is kept in the process (`payload.secret`)
 */
export function firstPseudonymKey(secret: string): Buffer {
  return createHmac('sha256', secret).update('people in receipts').digest()
}
