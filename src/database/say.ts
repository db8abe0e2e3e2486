import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { prove, type Proved } from './proofs.ts'
import type { Sql } from './sql.ts'

/** The functions that write signatures, by what is proved to them. */
const functions = {
  approval: 'workflow_approve',
  signOff: 'workflow_sign_off',
  agreement: 'workflow_count_agreement',
} as const satisfies Partial<Record<Proved, string>>

/**
 * Writes a row that only a function of the database writes, on the product's word: under a new id, which
 * makes the proof good for this row alone.
 *
 * @param said what the function takes between id and proof, in its order
 */
export async function say(
  db: Sql,
  { secret }: Pick<Payload, 'secret'>,
  what: keyof typeof functions,
  said: readonly (string | null)[],
): Promise<void> {
  const all = [randomUUID(), ...said]
  const values = [...all, prove(secret, what, all)].map((value) => sql.param(value))
  await db.execute(sql`SELECT ${sql.identifier(functions[what])}(${sql.join(values, sql`, `)})`)
}
