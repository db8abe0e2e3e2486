import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { padsOf, prove } from '#database/proofs.ts'
import { firstPseudonymKey } from '#publishing/log/pseudonyms.ts'
import { codeOf, DatabaseOutdated, InvalidEnvironment } from './configuration/faults.ts'

/**
 * Puts the key of the proofs where the database looks for it; with another secret, another key. That of the
 * pseudonyms is put there once and stays. Whoever does so is the owner of the schema.
 *
 * @param secret Payload's, as it is kept in the process (`payload.secret`)
 */
export async function putKeys(client: pg.Client, secret: string): Promise<void> {
  const { inner, outer } = padsOf(secret)
  await client.query(
    `INSERT INTO guard.keys (inner_pad, outer_pad) VALUES ($1, $2)
     ON CONFLICT (is_only) DO UPDATE SET inner_pad = $1, outer_pad = $2
       WHERE (keys.inner_pad, keys.outer_pad) IS DISTINCT FROM ($1, $2)`,
    [inner, outer],
  )
  // Of the secret of that day, since receipts of before there was a row were written with it.
  await client.query('INSERT INTO pseudonym_keys (key) VALUES ($1) ON CONFLICT DO NOTHING', [
    firstPseudonymKey(secret),
  ])
}

/** No such function, or no right to call it: of a database that no start of this version has seen. */
const unseen: readonly string[] = ['42883', '42501']

/**
 * Asserts that the database believes what is proved with this secret: with another one nothing could be signed
 * or published.
 *
 * @throws InvalidEnvironment where the key is that of another secret, DatabaseOutdated where it cannot be asked
 */
export async function assertKey(client: pg.Client, secret: string): Promise<void> {
  if (await isBelieved(client, secret)) return
  throw new InvalidEnvironment(
    'PAYLOAD_SECRET is not the one that the database was made ready with. Where it was changed, make the database ready again: npm start with DATABASE_OWNER_URL, or npm run database:migrate.',
  )
}

async function isBelieved(client: pg.Client, secret: string): Promise<boolean> {
  const word = randomUUID()
  try {
    const { rows } = await client.query<{ isBelieved: boolean }>(
      'SELECT workflow_believes($1, $2) AS "isBelieved"',
      [word, prove(secret, 'start', [word])],
    )
    return rows[0]?.isBelieved === true
  } catch (cause) {
    if (!unseen.includes(codeOf(cause))) throw cause
    throw new DatabaseOutdated(
      'No start of this version has made the database ready, or the rights of its roles were taken away. Start the product once: npm start, with DATABASE_OWNER_URL where the database is not the embedded one.',
      { cause },
    )
  }
}
