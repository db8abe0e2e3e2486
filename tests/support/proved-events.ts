import type pg from 'pg'

/**
 * Appends an event of the workflow with its proof, as only the owner of the database can in SQL: for tests of
 * what the triggers ask for beside.
 */
export async function appendProved(
  sql: pg.Client,
  event: {
    collection: string
    document: string
    transition: string
    to: string | null
    digest: unknown
  },
): Promise<void> {
  const { collection, document, transition, to, digest } = event
  await sql.query(
    `INSERT INTO workflow_events (id, kind, document_collection, document, transition, to_stage, digest, proof)
     SELECT id, 'workflow', $1::text, $2::text, $3::text, $4::text, $5::text,
       guard.proof_of('event', id::text, 'workflow', $1, $2, $3, NULL, $4, $5, NULL, NULL) FROM gen_random_uuid() id`,
    [collection, document, transition, to, digest],
  )
}
