import type pg from 'pg'
import { padsOf } from '#database/proofs.ts'

/**
 * Puts the key of the proofs where the database looks for it; with another secret, another key. Whoever
 * does so is the owner of the schema.
 *
 * @param secret Payload's, as it is kept in the process (`payload.secret`)
 */
export async function putKey(client: pg.Client, secret: string): Promise<void> {
  const { inner, outer } = padsOf(secret)
  await client.query(
    `INSERT INTO guard.keys (inner_pad, outer_pad) VALUES ($1, $2)
     ON CONFLICT (is_only) DO UPDATE SET inner_pad = $1, outer_pad = $2
       WHERE (keys.inner_pad, keys.outer_pad) IS DISTINCT FROM ($1, $2)`,
    [inner, outer],
  )
}
