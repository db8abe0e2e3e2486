import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { prove, type Proved } from './proofs.ts'
import type { Sql } from './sql.ts'

/**
 * Writes a row that only a function of the database writes, on the product's word: under a new id, which
 * makes the proof good for this row alone.
 *
 * @param said what the function takes between id and proof, in its order
 */
export async function say(
  db: Sql,
  { secret }: Pick<Payload, 'secret'>,
  what: { name: 'workflow_approve' | 'workflow_sign_off'; as: Proved },
  said: readonly (string | null)[],
): Promise<void> {
  const all = [randomUUID(), ...said]
  const values = [...all, prove(secret, what.as, all)].map((value) => sql.param(value))
  await db.execute(sql`SELECT ${sql.identifier(what.name)}(${sql.join(values, sql`, `)})`)
}
