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

/**
 * Waits for its turn to write what is live of one document: the profession of its live copy and that
 * of its row in the read model.
 */
export async function lockDocument(query: Query, id: string): Promise<void> {
  const rows = await query(
    `SELECT profession_id AS profession FROM career_profiles WHERE id = $1
     UNION SELECT profession_id FROM regional_sections WHERE id = $1
     UNION SELECT profession FROM delivery.documents WHERE id = $1 ORDER BY 1`,
    [id],
  )
  for (const { profession } of rows) {
    if (typeof profession === 'string') await lockProfession(query, profession)
  }
}
