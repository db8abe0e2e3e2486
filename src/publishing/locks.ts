import type { Query } from '#read-model/query.ts'

const reference = `hashtextextended('delivery.reference', 0)`

/** Waits for its turn to write portraits of one profession, until the transaction ends. */
export async function lockProfession(query: Query, profession: string): Promise<void> {
  await query(`SELECT pg_advisory_xact_lock_shared(${reference})`)
  await query('SELECT pg_advisory_xact_lock(delivery.lock_key($1::uuid))', [profession])
}

/** Waits for its turn to write what portraits of any profession may show. */
export async function lockEverything(query: Query): Promise<void> {
  await query(`SELECT pg_advisory_xact_lock(${reference})`)
}
